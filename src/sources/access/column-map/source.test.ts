import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../base/package-root.ts';
import { formatInstant } from '../../../base/time.ts';
import type { Scanner } from '../../../model/indicator.ts';
import { headOf, type RecordingSink, readWith, TEST_KEYED } from '../../kit/recording-sink.ts';
import { loadColumnMaps } from './map-schema.ts';
import { columnMap } from './source.ts';

const sample = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'samples', name));
const SAMPLES = ['cdr-warehouse.csv', 'intercept-admin.jsonl', 'broken-rows.csv'];
const content = readContent('access-maps');
const read = (input: Buffer | string, options: object = {}): RecordingSink =>
  readWith(columnMap, input, { content, ...options });
const CDR = read(sample('cdr-warehouse.csv')).of('access');
const person = (digits: string): string => TEST_KEYED.person('msisdn', digits);

describe('recognition', () => {
  it.each(SAMPLES)('knows %s by its columns or keys', (name) => {
    expect(columnMap.recognise(headOf(sample(name)))).toBe(0.9);
    expect(columnMap.recognise(headOf(sample(name)), content)).toBe(0.9);
  });

  it('leaves other tables and objects alone', () => {
    const others = [
      'hostname,serial\n',
      '{"time":"x","operator":"y"}\n',
      '{"ts":1,"uid":"C1"}\n',
      '',
      '{',
      'text\n',
    ];
    for (const text of others) expect(columnMap.recognise(headOf(Buffer.from(text)))).toBe(0);
  });

  it('follows the maps of the case', () => {
    expect(columnMap.recognise(headOf(sample('cdr-warehouse.csv')), new Map())).toBe(0);
  });
});

describe('call record warehouse', () => {
  it('reads who did what from where, and how much', () => {
    expect(CDR[0]).toMatchObject({
      origin: 'system:cdr-warehouse',
      system: 'cdr-warehouse',
      systemClass: 'cdr',
      actor: 'a.synthetic',
      actorType: 'employee',
      from: '10.60.2.41',
      fromHost: 'ws-41',
      action: 'search',
      objectType: 'msisdn',
      person: true,
      rows: 76,
      bytes: 16112,
      destination: null,
      caseRef: 'CASE-31928',
      result: 'success',
      timeQuality: 'exact',
      ref: { line: 2, lineEnd: 2 },
    });
    expect(formatInstant(CDR[0]?.at ?? 0)).toBe('2026-10-15T13:00:14Z');
  });

  it('takes the last day of a queried period as whole', () => {
    const [dates, , times] = CDR.map(({ queryFrom, queryTo }) =>
      [queryFrom, queryTo].map((t) => formatInstant(t ?? 0)),
    );
    expect(dates).toEqual(['2026-10-08T00:00:00Z', '2026-10-16T00:00:00Z']);
    expect(times).toEqual(['2026-10-14T00:00:00Z', '2026-10-14T12:00:00Z']);
  });

  it('gives one person one pseudonym however the number is written', () => {
    expect(CDR[0]?.object).toBe(person('12025550101'));
    expect(CDR[1]?.object).toBe(CDR[0]?.object);
  });

  it('shows tables by name, and hides what is not declared harmless', () => {
    expect(CDR[2]).toMatchObject({ object: 'cdr.calls', person: false, objectType: 'table', rows: 1617890 });
    expect(CDR[3]).toMatchObject({ object: TEST_KEYED.person('account', 'jane synthetic'), person: true });
  });

  it('calls an unknown action other and keeps its word', () => {
    expect(CDR[3]).toMatchObject({ action: 'other', result: 'failure' });
    expect(CDR[3]?.text).toContain('action=frobnicate');
  });

  it('keeps numbers of tickets, hides passwords in destinations', () => {
    expect(CDR[2]?.caseRef).toBe('CHG0012345678');
    expect(CDR[2]?.destination).toBe('sftp://u:[secret]@203.0.113.9/in/cdr_#.csv');
  });

  it('keeps queries without literals and comments', () => {
    expect(CDR[0]?.query).toBe('SELECT cell FROM cdr.calls WHERE msisdn = ? AND call_day BETWEEN ? AND ?');
    expect(CDR[1]?.query).toBe('SELECT * FROM cdr.calls WHERE msisdn IN (?, ?) LIMIT ?');
  });
});

describe('intercept administration', () => {
  it('reads keys inside objects, names of requests, and warrants', () => {
    const [login, activate, list] = read(sample('intercept-admin.jsonl')).of('access');
    expect(login).toMatchObject({
      systemClass: 'li',
      action: 'login',
      object: 'intercept-admin',
      person: false,
    });
    expect(activate).toMatchObject({
      origin: 'system:intercept-admin',
      action: 'activate',
      object: person('12025550103'),
      warrantRef: 'WR-2026-0125',
      caseRef: 'AP-2203',
      rows: 1,
    });
    expect(list).toMatchObject({
      action: 'list_all',
      object: null,
      from: '2001:db8::12',
      actorType: 'contractor',
      result: 'failure',
      warrantRef: null,
    });
  });
});

describe('identifiers of persons', () => {
  it.each(SAMPLES)('are nowhere in what is kept of %s', (name) => {
    const sink = read(sample(name));
    const kept = JSON.stringify([
      sink.records,
      sink.accounts,
      sink.ties,
      sink.observations,
      sink.unreadLines,
    ]);
    expect(kept).not.toMatch(/5550\d{3}|555[^0-9a-f]{1,3}01\d\d|Jane|hunter2/i);
  });

  it('stay hidden for any number in any column', () => {
    const header = sample('cdr-warehouse.csv').toString().split('\n', 1)[0] ?? '';
    const width = header.split(',').length;
    const number = fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map((n) => `1${n}`);
    const styles = fc.constantFrom(
      (n: string) => `+${n}`,
      (n: string) => n,
      (n: string) => `tel:+${n}`,
      (n: string) => `x ${n} y`,
      (n: string) => `"select ""a"" where n='${n}' -- ${n}"`,
      (n: string) => `"'it\\' ${n}'"`,
      (n: string) => `a_${n}.csv`,
    );
    // The time comes first; rows and bytes may be as large as a number is long.
    const column = fc.integer({ min: 1, max: width - 1 }).filter((at) => at !== 11 && at !== 12);
    fc.assert(
      fc.property(number, styles, column, (digits, style, at) => {
        const cells = header
          .split(',')
          .map((name, index) => (index === at ? style(digits) : `v${name.length}`));
        cells[0] = '2026-10-15 13:00:14+00';
        const sink = read(`${header}\n${cells.join(',')}\n`);
        expect(sink.of('access')).toHaveLength(1);
        expect(JSON.stringify([sink.records, sink.accounts])).not.toContain(digits.slice(1));
      }),
    );
  });
});

describe('rows that do not fit', () => {
  it('are counted for the system, with a reason and without their words', () => {
    const sink = read(sample('broken-rows.csv'));
    expect(sink.of('access').map((r) => r.ref.line)).toEqual([2, 8]);
    const refused = sink.accounts.filter((a) => a.state === 'not-understood');
    expect(refused.map((a) => [a.sample?.line, a.reason])).toEqual([
      [3, 'time cannot be read'],
      [4, 'number of columns'],
      [6, 'no actor'],
      [7, 'open quote'],
    ]);
    expect(sink.unreadLines).toEqual(refused.map(() => ({ origin: 'system:cdr-warehouse', kind: 'access' })));
  });

  it('are all rows when no map fits', () => {
    const sink = readWith(columnMap, sample('cdr-warehouse.csv'));
    expect(sink.records).toEqual([]);
    expect(sink.bytes('not-understood')).toBe(sample('cdr-warehouse.csv').length);
  });
});

describe('shared indicators', () => {
  it('are looked for in what is kept, not in what was hidden', () => {
    const seen: string[] = [];
    const scanner: Scanner = {
      scan: (bytes, { start, end }, found) => {
        seen.push(Buffer.from(bytes.subarray(start, end)).toString());
        found({ value: '203.0.113.9', valueType: 'ipv4', near: false, start, end });
      },
    };
    const sink = read(sample('cdr-warehouse.csv'), { scanner });
    expect(sink.of('sighting')[2]).toMatchObject({
      origin: 'system:cdr-warehouse',
      where: 'access',
      ref: { line: 6 },
    });
    expect(seen[2]).toContain('203.0.113.9');
    expect(seen.join()).not.toContain('12025550101');
  });
});

describe('any input', () => {
  it('is read without a throw and adds up, however it arrives', () => {
    const unit = fc.constantFrom(
      '"',
      ',',
      ';',
      '\n',
      '{',
      '}',
      '"time":',
      '2026-10-15',
      '\u001b',
      'null',
      '__proto__',
      '\ufeff',
    );
    fc.assert(
      fc.property(
        fc.constantFrom('', ...SAMPLES),
        fc.string({ unit, maxLength: 20 }),
        fc.integer({ min: 1, max: 300 }),
        (name, tail, chunk) => {
          const bytes = Buffer.concat([name === '' ? Buffer.alloc(0) : sample(name), Buffer.from(tail)]);
          const sink = read(bytes, { chunk });
          expect(sink.bytes()).toBe(bytes.length);
          expect(sink.records).toEqual(read(bytes).records);
        },
      ),
    );
  });
});

describe('content/access-maps', () => {
  it('fit the schema', () => {
    const { maps, problems } = loadColumnMaps(content);
    expect(problems).toEqual([]);
    expect(maps.map((map) => map.id)).toEqual(['cdr-warehouse-csv', 'intercept-admin-jsonl']);
  });

  it('that do not fit are named and left out', () => {
    const good = content.get('access-maps/cdr-warehouse-csv.yaml') ?? '';
    const broken = new Map([
      ['access-maps/a.yaml', good.replace('zone: UTC', 'zone: Mars/Olympus')],
      ['access-maps/b.yaml', good.replace('login: login', 'Login: login')],
      ['access-maps/c.yaml', '&a [*a]'],
      ['duties/d.yaml', 'id: d'],
    ]);
    expect(loadColumnMaps(broken).maps).toEqual([]);
    expect(loadColumnMaps(broken).problems.map((problem) => problem.slice(0, 18))).toEqual([
      'access-maps/a.yaml',
      'access-maps/b.yaml',
      'access-maps/c.yaml',
    ]);
  });
});
