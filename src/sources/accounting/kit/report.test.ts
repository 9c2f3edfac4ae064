import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReport } from './report.ts';
import { recordOf } from './report-records.ts';
import { epochAttribute, ReportClock } from './report-time.ts';

const PLACE = {
  time: { at: 1000, quality: 'exact' as const },
  ref: { evidence: 'e', line: 1, lineEnd: 1, byte: 0, length: 1 },
  line: 'x',
};
const columns = (verb: string, ...rest: string[]): string[] => [
  '10.255.1.2',
  'jdoe',
  'tty2',
  '10.20.0.5',
  verb,
  ...rest,
];

describe('readReport', () => {
  it('reads attributes, joins what belongs to the one before, and keeps the first of two', () => {
    const report = readReport(
      columns('stop', 'priv-lvl=15', 'process*mgd[1]', 'cmd=echo', 'a b', 'priv-lvl=1'),
    );
    expect(Object.fromEntries(report!.attributes)).toEqual({
      'priv-lvl': '15',
      process: 'mgd[1]',
      cmd: 'echo a b priv-lvl=1',
    });
  });
  it.each([
    ['shell login succeeded', true],
    ['shell login failed', false],
    ['enable 15 failed', false],
    ['login denied by ACL', false],
  ])('%s', (verb, passed) => {
    expect(readReport(columns(verb))).toMatchObject({ what: 'login', passed });
  });
  it.each([[columns('permit')], [['not a host!', 'a', 'b', 'c', 'stop']], [[]], [['10.0.0.1']]])(
    'refuses %j',
    (list) => {
      expect(readReport(list)).toBeNull();
    },
  );
  it('takes any columns without a fault', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), (rest) => {
        const report = readReport(columns('stop', ...rest));
        expect(report?.attributes.size).toBeLessThanOrEqual(256);
        expect(recordOf(report!, PLACE)?.kind ?? 'command').toBe('command');
      }),
    );
  });
});

describe('recordOf', () => {
  const kindOf = (verb: string, ...rest: string[]): string | undefined => {
    const record = recordOf(readReport(columns(verb, ...rest))!, PLACE);
    return record?.kind === 'login' ? record.outcome : record?.kind;
  };
  it('tells sessions, commands and the rest apart', () => {
    expect(kindOf('start', 'service=shell')).toBe('success');
    expect(kindOf('stop', 'service=shell')).toBe('logout');
    expect(kindOf('stop', 'service=shell', 'cmd=show users <cr>')).toBe('command');
    expect(kindOf('start', 'service=shell', 'cmd=')).toBe('success');
    expect(kindOf('update', 'service=shell')).toBeUndefined();
    expect(kindOf('start', 'service=system')).toBeUndefined();
    expect(kindOf('start', 'service=connection', 'cmd=telnet 192.0.2.1')).toBe('command');
  });
  it('takes quotes off a command', () => {
    const record = recordOf(readReport(columns('stop', 'cmd="no shutdown"', 'priv_lvl=15'))!, PLACE);
    expect(record).toMatchObject({ command: 'no shutdown', privilege: 15 });
  });
});

describe('times', () => {
  it('reads seconds since 1970 and nothing else', () => {
    expect(epochAttribute('1792022462')).toBe(1_792_022_462_000);
    expect(epochAttribute('1525913552.428')).toBe(1_525_913_552_428);
    for (const text of [undefined, '', '12', '99999999999', 'x', '-1792022462'])
      expect(epochAttribute(text)).toBeNull();
  });
  it('says how far a stamp can be trusted', () => {
    const clock = new ReportClock(Date.UTC(2026, 10, 22));
    const read = (text: string, known: number | null = null): string => {
      const bytes = new TextEncoder().encode(text);
      expect(clock.read(bytes, 0, bytes.length)).toBe(true);
      const { at, quality } = clock.time(known);
      return `${new Date(at).toISOString()} ${quality}`;
    };
    expect(read('Dec 31 23:59:59')).toBe('2025-12-31T23:59:59.000Z year-assumed');
    expect(read('Dec 31 23:59:59', Date.UTC(2021, 0, 1))).toBe('2020-12-31T23:59:59.000Z zone-assumed');
    expect(read('2020-07-08 08:42:51 +0200')).toBe('2020-07-08T06:42:51.000Z exact');
    expect(read('Thu Oct 15 00:01:02 2026')).toBe('2026-10-15T00:01:02.000Z zone-assumed');
  });
});
