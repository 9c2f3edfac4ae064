import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { tacacsGui } from './source.ts';

const sample = (name: string): ReturnType<typeof readWith> =>
  readWith(tacacsGui, readFileSync(join(import.meta.dirname, 'samples', name)));

describe('TacacsGUI', () => {
  it('reads accounting with exact times and the offset of the device', () => {
    const sink = sample('accounting.log');
    expect(sink.of('login')).toMatchObject([{ outcome: 'success', account: 'neteng1', service: 'shell' }]);
    expect(sink.of('command')).toMatchObject([
      {
        command: 'configure terminal',
        privilege: 15,
        at: Date.UTC(2026, 9, 15, 0, 1, 22),
        timeQuality: 'exact',
      },
    ]);
    expect(sink.offsets).toEqual([{ origin: 'addr:10.255.1.2', offset: -54_000 }]);
  });

  it('reads authentications', () => {
    expect(
      sample('authentication.log')
        .of('login')
        .map((l) => [l.account, l.from, l.outcome, l.via]),
    ).toEqual([
      ['neteng1', '10.20.0.5', 'success', 'authentication'],
      ['admin', '198.51.100.77', 'failure', 'authentication'],
    ]);
  });

  it('reads commands of the console, where account and address are empty, and commands that a shell mangled', () => {
    expect(sample('console.log').of('command')).toMatchObject([
      {
        account: '',
        from: null,
        terminal: 'tty0',
        command: 'tacacs-server host 192.0.2.49 key [secret] boot dev etc',
      },
    ]);
  });

  it('says which lines it does not understand', () => {
    const sink = readWith(
      tacacsGui,
      '2026-10-15 00:01:02 +0000|!|10.255.1.2|!|x|!|y|!|z|!|permit|!|shell\n\n',
    );
    expect(sink.accounts.map((a) => [a.state, a.reason])).toEqual([
      ['not-understood', 'no report of a TACACS+ server'],
      ['set-aside', 'blank'],
    ]);
  });
});
