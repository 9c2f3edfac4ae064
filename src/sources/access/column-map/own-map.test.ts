import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../../base/time.ts';
import { headOf } from '../../kit/recording-sink.ts';
import { loadColumnMaps } from './map-schema.ts';
import { content, csv, MAP, one, quote, read, reasons, TIME } from './own-map.ts';
import { columnMap } from './source.ts';

describe('a map of your own', () => {
  it('fits the schema and is recognised', () => {
    expect(loadColumnMaps(content).problems).toEqual([]);
    expect(columnMap.recognise(headOf(Buffer.from(csv({}))), content)).toBe(0.9);
  });

  it.each([
    ['actor', { Agent: 'B.Synthetic' }, 'B.Synthetic'],
    ['actorType', { Sort: 'Robot' }, 'service'],
    ['actorType', { Sort: 'alien' }, 'unknown'],
    ['from', { Ip: '2001:DB8::0:5' }, '2001:db8::5'],
    ['from', { Ip: 'ws-5.example' }, 'ws-5.example'],
    ['fromHost', { Pc: 'ws-5' }, 'ws-5'],
    ['action', { Did: 'DUMP' }, 'export'],
    ['action', { Did: 'constructor' }, 'other'],
    ['action', { Did: '__proto__' }, 'other'],
    ['objectType', { Kind: 'Table', What: 'cdr.calls' }, 'table'],
    ['object', { Kind: 'table', What: 'cdr.calls' }, 'cdr.calls'],
    ['person', { Kind: 'table', What: 'cdr.calls' }, false],
    ['person', { Kind: 'table', What: '+1 202 555 0101' }, true],
    ['person', { Kind: '', What: 'somebody' }, true],
    ['query', { Sql: "select 'Jane' from t" }, 'select ? from t'],
    ['rows', { Rows: '1234' }, 1234],
    ['bytes', { Bytes: '0' }, 0],
    ['destination', { To: 'sftp://198.51.100.7/in' }, 'sftp://198.51.100.7/in'],
    ['caseRef', { Case: 'CASE-31928' }, 'CASE-31928'],
    ['warrantRef', { Warrant: 'WR-2026-0125' }, 'WR-2026-0125'],
    ['result', { Ok: '1' }, 'success'],
    ['result', { Ok: '0' }, 'failure'],
    ['result', { Ok: 'toString' }, 'unknown'],
    ['queryFrom', { Q1: '2026-10-01' }, Date.UTC(2026, 9, 1, 5)],
    ['queryTo', { Q2: '2026-10-01' }, Date.UTC(2026, 9, 2, 5)],
    ['queryTo', { Q2: '2026-10-01 06:00' }, Date.UTC(2026, 9, 1, 11)],
    ['queryTo', { Q2: 'next week' }, null],
  ] as const)('gives %s of %o', (field, row, expected) => {
    expect(one(row)?.[field]).toBe(expected);
  });

  it.each([
    ['1,617,890', 1_617_890],
    ['1 617 890', 1_617_890],
    ['1\u00a0617\u00a0890', 1_617_890],
    ['1\u202f617\u202f890', 1_617_890],
    ["1'617'890", 1_617_890],
    ['1.617.890', 1_617_890],
    ['42.0', 42],
    // Could be 1,617 or less than two: no number is better than a wrong bound.
    ['1.617', null],
    ['1,5', null],
    ['16,17,890', null],
    ['-1', null],
    ['1e6', null],
    ['many', null],
    ['99999999999999999999', null],
  ])('reads the number of rows %s as %s', (text, expected) =>
    expect(one({ Rows: text })?.rows).toBe(expected),
  );
});

describe('times of a wall clock', () => {
  const at = (when: string, zone = 'America/Chicago', format = 'iso'): string => {
    const map = MAP.replace('format: iso, zone: America/Chicago', `format: ${format}, zone: ${zone}`);
    const sink = read(csv({ When: when }), map);
    const [record] = sink.of('access');
    return record ? formatInstant(record.at ?? Number.NaN) : (reasons(sink)[0] ?? '');
  };

  it.each([
    ['winter', '2026-01-15 12:00', '2026-01-15T18:00:00Z'],
    ['summer', '2026-07-15 12:00', '2026-07-15T17:00:00Z'],
    ['the minute before summer time', '2026-03-08 01:59:59', '2026-03-08T07:59:59Z'],
    ['an hour that was left out', '2026-03-08 02:30', '2026-03-08T08:30:00Z'],
    ['the hour after it', '2026-03-08 03:00', '2026-03-08T08:00:00Z'],
    ['the hour before the one that repeats', '2026-11-01 00:59', '2026-11-01T05:59:00Z'],
    ['an hour that repeats: the later', '2026-11-01 01:30', '2026-11-01T07:30:00Z'],
    ['a zone of its own in summer', '2026-07-15 12:00-08:00', '2026-07-15T20:00:00Z'],
    ['UTC though the map names a zone', '2026-07-15T12:00:00Z', '2026-07-15T12:00:00Z'],
  ])('in %s', (_, when, expected) => expect(at(when)).toBe(expected));

  it.each([
    ['15.07.2026 12:00', 'Europe/Berlin', 'day-first', '2026-07-15T10:00:00Z'],
    ['07/15/2026 12:00 PM', 'UTC', 'month-first', '2026-07-15T12:00:00Z'],
    ['07/15/2026 12:00 am', 'UTC', 'month-first', '2026-07-15T00:00:00Z'],
    ['2026-07-15 12:00', '"+05:45"', 'iso', '2026-07-15T06:15:00Z'],
    ['2026-10-04 02:15', 'Australia/Lord_Howe', 'iso', '2026-10-03T15:45:00Z'],
    ['1784116800', 'UTC', 'epoch-seconds', '2026-07-15T12:00:00Z'],
    ['1784116800.5', 'UTC', 'epoch-seconds', '2026-07-15T12:00:00.500Z'],
    ['1784116800123', 'UTC', 'epoch-milliseconds', '2026-07-15T12:00:00.123Z'],
  ])('%s of %s (%s) is %s', (when, zone, format, expected) => expect(at(when, zone, format)).toBe(expected));

  it.each([
    ['15.07.2026 12:00', 'iso'],
    ['2026-07-15 12:00', 'day-first'],
    ['31.04.2026', 'day-first'],
    ['13/13/2026', 'month-first'],
    ['2026-07-15 25:00', 'iso'],
    ['2026-07-15 12:00+99:99', 'iso'],
    ['9999999999999999', 'epoch-seconds'],
    ['2026-07-15', 'epoch-seconds'],
    ['-5', 'epoch-seconds'],
  ])('%s as %s is refused, not guessed', (when, format) => {
    expect(at(when, 'UTC', format)).toBe('time cannot be read');
  });
});

describe('tables as people export them', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('may be parted by a %s, with a byte order mark and Windows line ends', (_, delimiter) => {
    const cells = ['When', 'Agent', 'Did', 'Sql'].join(delimiter);
    const row = [TIME, 'a', 'look', quote(`x${delimiter}y\r\nz ""`)].join(delimiter);
    const bytes = Buffer.from(`\ufeff${cells}\r\n${row}\r\n`);
    expect(columnMap.recognise(headOf(bytes), content)).toBe(0.9);
    const [record] = read(bytes).of('access');
    expect(record?.ref).toMatchObject({ line: 2, lineEnd: 3 });
    expect(record?.query?.startsWith('x')).toBe(true);
  });

  it('may have their columns in any order and case', () => {
    expect(read(`DID,x,when,agent\nlook,,${TIME},a\n`).of('access')).toMatchObject([
      { action: 'view', actor: 'a' },
    ]);
  });

  it('keep the first of two columns with one name', () => {
    expect(read(`When,Agent,Did,Agent\n${TIME},first,look,second\n`).of('access')[0]?.actor).toBe('first');
    expect(read(`When,Agent,Did,Agent\n${TIME},first,look,\n`).of('access')).toHaveLength(1);
  });

  it('may repeat their header where exports were joined, also in another order', () => {
    const sink = read(`${csv({})}${csv({ Agent: 'b' })}Did,When,Agent\nlook,${TIME},c\n`);
    expect(sink.of('access').map((r) => r.actor)).toEqual(['a.synthetic', 'b', 'c']);
    expect(reasons(sink)).toEqual([]);
  });

  it.each([
    ['no time', { When: '' }, 'time cannot be read'],
    ['no actor', { Agent: '' }, 'no actor'],
    ['no action', { Did: ' ' }, 'no action'],
  ])('leave a row with %s to the ledger', (_, row, reason) => {
    const sink = read(csv(row, {}));
    expect(reasons(sink)).toEqual([reason]);
    expect(sink.of('access')).toHaveLength(1);
    expect(sink.unreadLines).toEqual([{ origin: 'system:crm-one', kind: 'access' }]);
  });

  it.each([
    ['too short', `When,Agent,Did\n${TIME},a\n`],
    ['too long', `When,Agent,Did\n${TIME},a,look,more\n`],
    ['with an open quote', `When,Agent,Did\n${TIME},"a,look\n`],
    ['too large', `When,Agent,Did\n${TIME},${'a'.repeat(300_000)},look\n`],
  ])('lower the coverage of the system when all their rows are %s', (_, text) => {
    const sink = read(text);
    expect(sink.of('access')).toEqual([]);
    expect(sink.unreadLines).toEqual([{ origin: 'system:crm-one', kind: 'access' }]);
  });

  it('without a column that is required are not recognised', () => {
    expect(columnMap.recognise(headOf(Buffer.from(`When,Did\n${TIME},look\n`)), content)).toBe(0);
  });
});

describe('JSON lines', () => {
  const map = MAP.replace('form: csv', 'form: json-lines').replace('actor: Agent', 'actor: user.name');
  const line = (more: object): string =>
    `${JSON.stringify({ When: TIME, Agent: 'x', Did: 'look', user: { name: 'a' }, ...more })}\n`;

  it('may begin with a byte order mark', () => {
    const bytes = Buffer.from(`\ufeff${line({})}${line({})}`);
    expect(columnMap.recognise(headOf(bytes), new Map([['access-maps/x.yaml', map]]))).toBe(0.9);
    expect(read(bytes, map).of('access')).toHaveLength(2);
  });

  it.each([
    ['numbers', { What: 12025550101, Kind: 'tel', Rows: 7 }, { rows: 7, person: true }],
    ['null', { What: null, Rows: null }, { rows: null, object: null }],
    ['objects where a word should stand', { What: { a: 1 }, Case: ['x'] }, { object: null, caseRef: null }],
    ['truth values', { Ok: true }, { result: 'unknown' }],
    ['dotted keys', { 'user.name': 'dotted' }, { actor: 'dotted' }],
  ])('may hold %s', (_, more, expected) => {
    expect(read(line(more), map).of('access')).toMatchObject([expected]);
  });

  it('that break off first are still told of the system, once it is known', () => {
    const sink = read(`{"When":\n${line({})}`, map);
    expect(reasons(sink)).toEqual(['not a JSON object']);
    expect(sink.unreadLines).toEqual([{ origin: 'system:crm-one', kind: 'access' }]);
  });

  it.each(['[1]', '"a"', 'null', '{"When":', '{"a":'.repeat(9000)])('%s is no event', (text) => {
    expect(read(`${line({})}${text}\n`, map).of('access')).toHaveLength(1);
  });
});
