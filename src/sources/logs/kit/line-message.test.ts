import { describe, expect, it } from 'vitest';
import { RecordingSink } from '../../kit/recording-sink.ts';
import type { LineView } from './line-message.ts';
import { LineMessage } from './line-message.ts';

function viewOf(text: string): LineView {
  return {
    origin: 'name:pe-1',
    at: 1000,
    timeQuality: 'exact',
    text: () => text,
    body: () => text,
    ref: () => ({ evidence: 'e', line: 1, lineEnd: 1, byte: 0, length: text.length }),
  };
}

const LOGIN = {
  account: 'a',
  from: null,
  outcome: 'success',
  via: 'log',
  service: null,
  terminal: null,
} as const;
const COMMAND = {
  account: 'a',
  from: null,
  terminal: null,
  privilege: null,
  task: null,
  via: 'log',
} as const;

describe('LineMessage', () => {
  it('cleans what dialects read', () => {
    const sink = new RecordingSink();
    const message = new LineMessage(viewOf('x'), sink);
    message.command({
      ...COMMAND,
      account: ' jdoe\u001b[2J ',
      from: 'console',
      terminal: ' tty2 ',
      command: 'enable  secret hunter2 <cr>',
    });
    message.login({ ...LOGIN, from: '2001:DB8:0::1' });
    const [command] = sink.of('command');
    expect(command).toMatchObject({ command: 'enable secret [secret]', from: null, terminal: 'tty2' });
    expect(command?.account).not.toContain('\u001b');
    expect(sink.of('login')[0]?.from).toBe('2001:db8::1');
  });

  it('holds text and message to their lengths', () => {
    const sink = new RecordingSink();
    new LineMessage(viewOf('word '.repeat(5000)), sink).log('X-1-Y');
    const [log] = sink.of('log');
    expect([log!.text.length <= 400, log!.message.length <= 1000]).toEqual([true, true]);
    expect(log!.message.length).toBeGreaterThan(900);
  });

  it('knows whether its own origin was covered', () => {
    const sink = new RecordingSink();
    const message = new LineMessage(viewOf('x'), sink);
    message.login({ ...LOGIN, origin: 'addr:10.0.0.1', evidence: 'accounting' });
    expect(message.counted).toBe(false);
    message.login(LOGIN);
    expect(message.counted).toBe(true);
    expect(sink.observations.map((o) => [o.origin, o.kind])).toEqual([
      ['addr:10.0.0.1', 'accounting'],
      ['name:pe-1', 'syslog'],
    ]);
  });

  it('keeps a message as it was when the next line comes', () => {
    const sink = new RecordingSink();
    const view = viewOf('first');
    const held = new LineMessage(view, sink).hold();
    Object.assign(view, viewOf('second'), { origin: 'name:pe-2', at: 2000 });
    held.log('X-1-Y');
    expect(sink.of('log')).toMatchObject([
      { origin: 'name:pe-1', at: 1000, message: 'first', text: 'first' },
    ]);
  });
});
