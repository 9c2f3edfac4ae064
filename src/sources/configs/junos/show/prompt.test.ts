import { describe, expect, it } from 'vitest';
import { junosPrompt } from './prompt.ts';

const prompt = (text: string, ...known: string[]): ReturnType<typeof junosPrompt> => {
  const indent = text.length - text.trimStart().length;
  const entry = { text, indent, prompt: 0, line: 1, byte: 0, size: text.length, closed: true };
  return junosPrompt(entry, (host) => known.includes(host));
};

describe('junosPrompt', () => {
  it.each([
    ['a@r1> show version', 'r1', 'show version', false],
    ['a.b-c@r1.example> sh ver', 'r1.example', 'sh ver', false],
    ['a@r1# set system services ssh', 'r1', 'set system services ssh', true],
    ['a@r1# run show version', 'r1', 'show version', false],
    ['a@r1# show | display set', 'r1', 'candidate show | display set', false],
    ['a@r1:node0> show version', 'r1', 'show version', false],
    ['root@r1% cli', 'r1', 'cli', false],
  ])('%s', (text, host, command, configuring) => {
    expect(prompt(text)).toEqual({ host, command, configuring });
  });

  it.each([
    'a@r1>',
    'a@r1> ',
    'noc@example.net wrote:',
    'a@r1> wrote this',
    'ssh-rsa AAAA a@r1>',
    ' a@r1> show version',
    '@r1> show version',
    'set system x a@r1> show version',
  ])('takes %j for no prompt', (text) => {
    expect(prompt(text)).toBeNull();
  });

  it('takes a bare prompt and a shell of a device that was seen', () => {
    expect(prompt('a@r1>', 'r1')).toMatchObject({ host: 'r1', command: '' });
    expect(prompt('root@r1:~ # ps -ax', 'r1')).toMatchObject({ host: 'r1', command: 'shell ps -ax' });
    expect(prompt('root@r1:~ # ps -ax')).toBeNull();
  });
});
