import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeaderReader } from './header.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

interface Seen {
  host: string;
  outerHost: string;
  form: string;
  tag: string;
  body: string;
  sequence: number;
  stamps: number;
  mark: string;
  uptime: boolean;
}

function read(text: string): Seen | null {
  const header = new HeaderReader();
  const bytes = bytesOf(text);
  if (!header.read(bytes, 0, bytes.length)) return null;
  const cut = (from: number, to: number): string => text.slice(from, to);
  return {
    host: cut(header.hostFrom, header.hostTo),
    outerHost: cut(header.outerHostFrom, header.outerHostTo),
    form: header.form,
    tag: cut(header.tagFrom, header.tagTo),
    body: text.slice(header.bodyFrom),
    sequence: header.sequence,
    stamps: header.stamps.count,
    mark: header.stamps.mark === 0 ? '' : String.fromCharCode(header.stamps.mark),
    uptime: header.uptime,
  };
}

const IOS = { form: 'mnemonic', tag: 'SYS-5-CONFIG_I', body: 'Configured' };

describe('headers of Cisco devices', () => {
  it.each<[string, Partial<Seen>]>([
    ['<189>4211: *Oct 15 00:01:01.123: %SYS-5-CONFIG_I: Configured', { sequence: 4211, mark: '*' }],
    [
      'Oct 15 00:01:02 10.255.1.2 4211: *Oct 15 00:01:01.123: %SYS-5-CONFIG_I: Configured',
      { host: '10.255.1.2' },
    ],
    [
      'Oct 15 00:01:02 syslog-01 pe-chi-02 4211: Oct 15 00:01:01: %SYS-5-CONFIG_I: Configured',
      { host: 'pe-chi-02' },
    ],
    [
      'Oct 15 00:01:02 syslog-01 pe-chi-02: 4211: Oct 15 00:01:01: %SYS-5-CONFIG_I: Configured',
      { host: 'pe-chi-02' },
    ],
    [
      'Oct 15 00:01:02 10.255.1.2 4211: pe-chi-02: Oct 15 00:01:01 EDT: %SYS-5-CONFIG_I: Configured',
      { outerHost: '10.255.1.2' },
    ],
    [
      'Oct 15 00:01:02 a Oct 15 00:01:02 b 7: .Oct 15 00:01:01: %SYS-5-CONFIG_I: Configured',
      { host: 'b', stamps: 3, mark: '.' },
    ],
    [
      '<166>1042: pe1: 6340004: Mar 14 09:26:53: %SYS-5-CONFIG_I: Configured',
      { host: 'pe1', sequence: 1042 },
    ],
    ['<166>pe1: 00:01:01: %SYS-5-CONFIG_I: Configured', { host: 'pe1', uptime: true, stamps: 0 }],
    ['Oct 15 00:01:02 pe1 7: 1d02h: %SYS-5-CONFIG_I: Configured', { host: 'pe1', uptime: true, stamps: 1 }],
    ['2w3d: %SYS-5-CONFIG_I: Configured', { uptime: true }],
    ['<166>: 2026 Mar 14 09:26:53 GMT: %SYS-5-CONFIG_I: Configured', { host: '', stamps: 1 }],
    ['<166>pe1: *spamApTask1: Mar 14 09:26:53.589: %SYS-5-CONFIG_I: Configured', { host: 'pe1', stamps: 1 }],
    [
      'RP/0/RP0/CPU0:Nov 18 18:29:45.702 : exec[65700]: %SYS-5-CONFIG_I : Configured',
      { host: '', stamps: 1 },
    ],
    [
      '290692: pe_1 RP/0/RP0/CPU0:Mar 14 09:26:53 +06: SSHD_[65935]: %SYS-5-CONFIG_I : Configured',
      { host: 'pe_1' },
    ],
    ['Sep  1 10:25:29 10.10.10.1 %SYS-5-CONFIG_I: Configured', { host: '10.10.10.1', stamps: 1 }],
    [
      '<189>1 2026-10-15T00:01:02.5Z pe-1 - - - - 4213: Oct 15 00:01:01: %SYS-5-CONFIG_I: Configured',
      { host: 'pe-1', sequence: 4213 },
    ],
    [
      '<189>1 2026-10-15T00:01:02.5Z pe-1 4213 - - - *Oct 15 00:01:01: %SYS-5-CONFIG_I: Configured',
      { host: 'pe-1', sequence: 4213, mark: '*' },
    ],
    ['<189>1 2026-10-15T00:01:02.5Z pe-1 %SYS-5-CONFIG_I - - - Configured', { host: 'pe-1' }],
    [
      '<46>1 2026-10-15T00:01:03Z relay - - - - <189>9: pe-3: Oct 15 00:01:02 UTC: %SYS-5-CONFIG_I: Configured',
      { host: 'pe-3', outerHost: 'relay' },
    ],
    [
      '2026-10-15 00:01:02\tLocal7.Notice\t10.1.1.1\t123: Oct 15 00:01:01: %SYS-5-CONFIG_I: Configured',
      { host: '10.1.1.1' },
    ],
    ['%SYS-5-CONFIG_I: Configured', { host: '', stamps: 0 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject({ ...IOS, ...expected });
  });
});

describe('headers of programs', () => {
  it.each<[string, Partial<Seen>]>([
    [
      'Oct 15 00:01:02 web sshd[33]: Accepted',
      { host: 'web', form: 'program', tag: 'sshd', body: 'Accepted' },
    ],
    ['Oct 15 00:01:02 web sshd(pam_unix)[33]: Accepted', { host: 'web', tag: 'sshd', body: 'Accepted' }],
    ['Oct 15 00:01:02 relay web sshd[33]: Accepted', { host: 'web', outerHost: 'relay', tag: 'sshd' }],
    ['Oct 15 00:01:02 sshd[33]: Accepted', { host: '', tag: 'sshd', body: 'Accepted' }],
    [
      '2026-10-15T00:01:02.123456+02:00 web sudo:   jdoe : TTY=pts/0',
      { host: 'web', tag: 'sudo', body: 'jdoe : TTY=pts/0' },
    ],
    [
      '<86>1 2026-10-15T00:01:02Z web sshd 33 ID47 [a@1 b="]\\"x"][c@1] \u00ef\u00bb\u00bfAccepted',
      { host: 'web', tag: 'sshd', body: 'Accepted' },
    ],
    ['<86>1 2026-10-15T00:01:02Z web agent - - [a@1 b="c"]', { host: 'web', tag: 'agent', body: '' }],
    ['<86>1 - web sshd 33 - - Accepted', { host: 'web', tag: 'sshd', stamps: 0 }],
    ["<34>su: 'su root' failed", { host: '', tag: 'su', stamps: 0 }],
    ['Thu Oct 15 00:01:02 2026 : Auth: (5) Login OK', { host: '', tag: 'Auth', body: '(5) Login OK' }],
    [
      'Oct 15 00:01:02 ise-01 CISE_Passed 00 1 0',
      { host: 'ise-01', form: 'bare', tag: 'CISE_Passed', body: 'CISE_Passed 00 1 0' },
    ],
    ['Oct 15 00:01:02 web last message repeated 3 times', { host: 'web', form: 'bare', tag: 'last' }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});

describe('lines that are no syslog', () => {
  it.each([
    'interface GigabitEthernet0/0',
    '! Last configuration change at 00:01:02 UTC Thu Oct 15 2026 by jdoe',
    '2026-10-15T00:01:02Z,jdoe,10.0.0.5,login',
    '2026-10-15 00:01:02,123 INFO main: started',
    '{"ts":"2026-10-15T00:01:02Z","host":"pe-1"}',
    '1792022462.123456\tCabc\t10.0.0.1\t22',
    '192.0.2.1 - - [15/Oct/2026:00:01:02 +0000] "GET / HTTP/1.1" 200 1',
    '<999>Oct 15 00:01:02 web sshd: x'.replace('Oct 15', 'Okt 15'),
    'key: value',
    '',
  ])('%s', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('any bytes', () => {
  const piece = fc.constantFrom(
    '<189>',
    '<1>1 ',
    'Oct 15 00:01:02',
    '2026-10-15T00:01:02Z',
    ' ',
    ': ',
    '*',
    '.',
    'pe-1',
    'pe-1:',
    '4211: ',
    '%SYS-5-X: ',
    '1d02h: ',
    'RP/0/0:',
    '[a b="c"] ',
    '- ',
    ' UTC:',
    '\u00ff',
    '\u0000',
    'sshd[1]: ',
    '+02:00',
  );
  const line = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((parts) => bytesOf(parts.join(''))),
    fc.uint8Array({ maxLength: 400 }),
  );

  it('never throws, and all spans lie inside the line', () => {
    const header = new HeaderReader();
    fc.assert(
      fc.property(line, fc.nat(5), (bytes, skip) => {
        const from = Math.min(skip, bytes.length);
        if (!header.read(bytes, from, bytes.length)) return;
        for (const [a, b] of [
          [header.hostFrom, header.hostTo],
          [header.tagFrom, header.tagTo],
          [header.bodyFrom, bytes.length],
        ] as const) {
          expect(a).toBeLessThanOrEqual(b);
          expect(b).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a line alike wherever it lies and whatever follows it', () => {
    fc.assert(
      fc.property(
        line,
        fc.uint8Array({ maxLength: 8 }),
        fc.uint8Array({ maxLength: 24 }),
        (bytes, before, after) => {
          const alone = new HeaderReader();
          const amid = new HeaderReader();
          const all = Buffer.concat([before, bytes, after]);
          const known = alone.read(bytes, 0, bytes.length);
          expect(amid.read(all, before.length, before.length + bytes.length)).toBe(known);
          if (!known) return;
          expect([amid.form, amid.sequence, amid.stamps.count, amid.tagFrom - before.length]).toEqual([
            alone.form,
            alone.sequence,
            alone.stamps.count,
            alone.tagFrom,
          ]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes no longer than its parts allow for hostile lines', () => {
    const header = new HeaderReader();
    for (const part of ['<1>', 'a ', '1: ', 'Oct 15 00:01:02 ', '[', 'a:', '*', '<1>1 - - ']) {
      const bytes = bytesOf(part.repeat(Math.floor(65_536 / part.length)));
      expect(typeof header.read(bytes, 0, bytes.length)).toBe('boolean');
    }
  });
});
