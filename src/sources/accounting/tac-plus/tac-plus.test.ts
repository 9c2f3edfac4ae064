import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { tacPlus } from './source.ts';

const sample = (name: string): ReturnType<typeof readWith> =>
  readWith(tacPlus, readFileSync(join(import.meta.dirname, 'samples', name)));

describe('tabs.acct', () => {
  const sink = sample('tabs.acct');

  it('tells of the session and of its commands', () => {
    expect(sink.of('login').map((l) => [l.account, l.outcome, l.from, l.terminal])).toEqual([
      ['neteng1', 'success', '10.20.0.5', 'tty2'],
      ['neteng1', 'logout', '10.20.0.5', 'tty2'],
    ]);
    expect(sink.of('command').map((c) => [c.command, c.privilege, c.task])).toEqual([
      ['configure terminal', 15, '21'],
      ['tacacs server T2 key 7 [secret]', 15, '22'],
    ]);
  });

  it('names the device that was logged in to, not the server', () => {
    expect(new Set(sink.records.map((r) => r.origin))).toEqual(new Set(['addr:10.255.1.2']));
  });

  it('takes the year from the device where it gives one, and from the anchor where it does not', () => {
    expect(sink.of('command').map((c) => c.timeQuality)).toEqual(['zone-assumed', 'year-assumed']);
    const older = readWith(
      tacPlus,
      'Oct 15 00:01:22\t10.255.1.2\ta\ttty2\t10.20.0.5\tstop\tservice=shell\tstart_time=1602720082\tcmd=show users <cr>\n',
    );
    expect(older.of('command')[0]?.at).toBe(Date.UTC(2020, 9, 15, 0, 1, 22));
  });

  it('reports by how much the clock of the device differs', () => {
    expect(sink.offsets).toEqual([{ origin: 'addr:10.255.1.2', offset: -2000 }]);
  });
});

describe('other layouts', () => {
  it('reads copies whose tabs became spaces', () => {
    const sink = sample('spaces.acct');
    expect(sink.of('command')).toMatchObject([
      {
        account: 'neteng2',
        from: '10.20.0.6',
        command: 'show lldp detail',
        terminal: 'ttyp0',
        timeQuality: 'zone-assumed',
      },
      { command: 'configure', task: '10' },
    ]);
  });

  it('reads ISO times with a zone, IPv6, an empty account, and a failed login', () => {
    const sink = sample('iso-times.acct');
    expect(sink.of('login')).toMatchObject([
      { origin: 'addr:2001:db8:0:1::2', from: '2001:db8:0:9::5', outcome: 'success', timeQuality: 'exact' },
      { outcome: 'failure', via: 'authentication' },
    ]);
    expect(sink.of('command')).toMatchObject([{ account: '', from: null, command: 'show users' }]);
    expect(sink.of('login')[0]?.at).toBe(Date.UTC(2026, 9, 14, 22, 1, 2));
  });

  it('counts system events of the device as coverage without a record', () => {
    expect(sample('iso-times.acct').observations).toHaveLength(4);
  });
});

describe('hostile commands', () => {
  it('cannot add attributes of their own', () => {
    const line =
      'Oct 15 00:01:22\t10.255.1.2\ta\ttty2\t10.20.0.5\tstop\ttask_id=1\tpriv-lvl=15\tservice=shell\tcmd=x\tpriv-lvl=1\ttask_id=9\tmore\n';
    const [command] = readWith(tacPlus, line).of('command');
    expect(command).toMatchObject({ privilege: 15, task: '1', command: 'x priv-lvl=1 task_id=9 more' });
  });

  it('show no control characters', () => {
    const line =
      'Oct 15 00:01:22\t10.255.1.2\ta\u001b[2J\ttty2\t10.20.0.5\tstop\tservice=shell\tcmd=echo \u001b[31m\n';
    const [command] = readWith(tacPlus, line).of('command');
    expect(command).toBeDefined();
    expect([command?.text, command?.account, command?.command].join('')).not.toContain('\u001b');
  });

  it('that are longer than a line may be are accounted for', () => {
    const line = `Oct 15 00:01:22\t10.255.1.2\ta\ttty2\t10.20.0.5\tstop\tcmd=${'x'.repeat(70_000)}\n`;
    const sink = readWith(tacPlus, line);
    expect(sink.accounts).toMatchObject([
      { state: 'not-understood', reason: 'line longer than 64 KiB', bytes: line.length },
    ]);
  });
});
