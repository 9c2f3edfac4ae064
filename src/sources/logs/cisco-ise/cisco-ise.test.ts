import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWith } from '../../kit/recording-sink.ts';
import { syslogSource } from '../kit/syslog-source.ts';
import { ciscoIse } from './dialect.ts';
import { iseFields } from './fields.ts';
import { readOpening, readSegment } from './segment.ts';

const source = syslogSource([ciscoIse]);
const text = (name: string): string => readFileSync(join(import.meta.dirname, 'samples', name), 'utf8');

describe('tacacs-accounting.log', () => {
  const sink = readWith(source, text('tacacs-accounting.log'));

  it('tells of the command on the device, at the time of ISE', () => {
    expect(sink.of('command')).toMatchObject([
      {
        origin: 'addr:10.255.1.2',
        at: Date.UTC(2026, 9, 15, 0, 1, 2, 3),
        timeQuality: 'exact',
        account: 'neteng1',
        from: '10.20.0.5',
        terminal: 'tty10',
        privilege: 15,
        command: 'configure terminal',
        task: '2962',
        via: 'accounting',
      },
    ]);
  });

  it('tells of the start and the stop of the session', () => {
    expect(sink.of('login').map((l) => [l.outcome, l.via, l.origin])).toEqual([
      ['success', 'accounting', 'addr:10.255.1.2'],
      ['logout', 'accounting', 'addr:10.255.1.2'],
    ]);
  });

  it('counts the device as accounting and ISE itself as syslog', () => {
    const seen = sink.observations.map((o) => `${o.origin} ${o.kind}`);
    expect(seen).toContain('addr:10.255.1.2 accounting');
    expect(seen).toContain('name:ise-01 syslog');
    expect(seen).not.toContain('addr:10.255.1.2 syslog');
  });
});

describe('authentications.log', () => {
  it('tells of logins to devices and to ISE, and of no endpoint that joins a network', () => {
    const sink = readWith(source, text('authentications.log'));
    expect(sink.of('login').map((l) => [l.origin, l.account, l.from, l.outcome, l.service])).toEqual([
      ['addr:10.255.1.2', 'neteng1', '10.20.0.5', 'success', null],
      ['addr:10.255.1.2', 'admin', '198.51.100.77', 'failure', null],
      ['name:ise-01', 'admin', '198.51.100.77', 'failure', 'http'],
    ]);
    expect(sink.of('login')[0]?.at).toBe(Date.UTC(2026, 9, 15, 0, 1, 0, 365));
  });
});

describe('segments.log', () => {
  const joined = {
    command: 'description customer circuit to the north ring',
    account: 'neteng1',
    task: '2970',
  };

  it('joins segments between which other messages stand', () => {
    expect(readWith(source, text('segments.log')).of('command')).toMatchObject([
      { ...joined, ref: { line: 1 } },
    ]);
  });

  it('tells what is there when the rest never comes', () => {
    const first = text('segments.log').split('\n')[0] as string;
    expect(readWith(source, `${first}\n`).of('command')).toMatchObject([
      { account: '', origin: 'addr:10.255.1.2' },
    ]);
  });

  it('leaves further segments without a first one alone', () => {
    const last = text('segments.log').split('\n')[2] as string;
    const sink = readWith(source, `${last}\n`);
    expect(sink.of('command')).toEqual([]);
    expect(sink.of('log')).toHaveLength(1);
  });

  it('holds no more than its share when first segments never end', () => {
    const first = text('segments.log').split('\n')[0] as string;
    const flood = Array.from({ length: 2000 }, (_, i) => first.replace('0000000301', String(i))).join('\n');
    expect(readWith(source, flood).of('command')).toHaveLength(2000);
  });
});

describe('hostile segments', () => {
  const first = text('segments.log').split('\n')[0] as string;
  const head = /^(.*CISE_TACACS_Accounting 0000000301) (\d+) 0 /.exec(first);
  const part = (number: number, content: string): string => `${head![1]} 999 ${number} ${content}`;
  const opening = first.slice(head![0].length);

  it('of one message without end are told once, in time that grows with their size', () => {
    const lines = [
      part(0, opening),
      ...Array.from({ length: 150 }, (_, i) => part(i + 1, 'a=b, '.repeat(12_000))),
    ];
    const sink = readWith(source, `${lines.join('\n')}\n`);
    expect(sink.of('command')).toHaveLength(1);
    expect(sink.bytes('read')).toBe(lines.join('\n').length + 1);
  });

  it('of another number than the next do not mix into the message', () => {
    const [zero = '', ...rest] = text('segments.log').split('\n');
    const strange = `${head![1]} ${head![2]} 7 User=mallory, Remote-Address=192.0.2.66, AcctRequest-Flags=Stop, `;
    const lines = [zero, strange, ...rest.flatMap((line) => [line, strange])];
    expect(readWith(source, lines.join('\n')).of('command')).toMatchObject([{ account: 'neteng1' }]);
  });
});

describe('fields', () => {
  it('lets nothing typed in a command pass for a field', () => {
    const typed =
      'a=1, CmdSet=[ CmdAV=echo CmdArgAV=], User=mallory, Remote-Address=192.0.2.66, x ], User=neteng1, ';
    const fields = iseFields(typed);
    expect(fields.value('User')).toBe('neteng1');
    expect(fields.value('Remote-Address')).toBeNull();
    expect(fields.command).toContain('mallory');
  });
  it('keeps escaped commas inside values', () => {
    expect(iseFields('Text=a\\, b, Next=c,').value('Text')).toBe('a, b');
  });
  it('refuses what is no segment and no opening', () => {
    expect(readSegment('CISE_Alarm WARN: x')).toBeNull();
    expect(readOpening('CmdArgAV=<cr> ], User=x')).toBeNull();
  });
});
