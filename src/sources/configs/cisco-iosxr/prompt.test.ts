import { describe, expect, it } from 'vitest';
import { isStamp, readDate } from './clock.ts';
import { readPrompt, readShell } from './prompt.ts';

const prompt = (text: string): ReturnType<typeof readPrompt> =>
  readPrompt({
    text,
    line: 1,
    byte: 0,
    size: 1,
    indent: text.search(/\S/),
    closed: true,
    prompt: text.indexOf('#'),
  });

describe('readPrompt', () => {
  it.each([
    ['RP/0/RP0/CPU0:r1#', 'r1', '', false],
    ['RP/0/RSP0/CPU0:r1#show version', 'r1', 'show version', false],
    ['RP/0/0/CPU0:r1.site-2#sh run', 'r1.site-2', 'sh run', false],
    ['RP/0/RP0/CPU0:r1(config)#hostname x', 'r1', 'hostname x', true],
    ['RP/0/RP0/CPU0:r1(config-if)#', 'r1', '', true],
    ['RP/0/RP0/CPU0:r1(admin)#show platform', 'r1', 'show platform', false],
  ])('%s', (text, host, command, configuring) => {
    expect(prompt(text)).toEqual({ host, command, configuring });
  });

  it.each([
    'r1#show version',
    ' RP/0/RP0/CPU0:r1#show version',
    'RP/0/RP0/CPU0:Oct 19 05:00:01.000 : config[1]: %A-B-6-C : #1',
    'RP/0/RP0/CPU0:#',
    'RP/x#',
  ])('is none: %s', (text) => {
    expect(prompt(text)).toBeNull();
  });
});

describe('readShell', () => {
  it.each([
    ['[r1:~]$ cat /etc/passwd', 'cat /etc/passwd'],
    ['[node0_RP0_CPU0:~]$', ''],
    ['[xr-vm_node0_RP0_CPU0:/misc/scratch]$ ls -l', 'ls -l'],
    ['sysadmin-vm:0_RP0# show platform', 'show platform'],
    ['root@r1:~# netstat -an', 'netstat -an'],
    ['# ps -ef', 'ps -ef'],
    ['# a comment of a set', null],
    ['hostname r1', null],
    ['contact noc@synthetic.example', null],
  ])('%j', (text, command) => {
    expect(readShell(text)).toBe(command);
  });
});

describe('times', () => {
  it.each([
    ['Mon Oct 19 04:12:07.318 UTC', true],
    ['Tue Mar  8 23:55:55 CET', true],
    ['Mon Oct 19 04:12:07.318 2026', true],
    ['Mon Oct 19', false],
    ['description Mon Oct 19 04:12:07.318 UTC', false],
  ])('%j stands before an output: %s', (text, is) => {
    expect(isStamp(text)).toBe(is);
  });

  it.each([
    ['Tue Mar  8 23:55:55 2022', Date.UTC(2022, 2, 8, 23, 55, 55)],
    ['Tue Mar 18 03:05:05.123 2022', Date.UTC(2022, 2, 18, 3, 5, 5)],
    ['Tue Feb 30 03:05:05 2022', null],
    ['Tue Mar 18 03:05 2022', null],
  ])('%j', (text, local) => {
    expect(readDate(text)?.local ?? null).toBe(local);
  });
});
