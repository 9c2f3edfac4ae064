import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEST_KEYED } from '../../kit/recording-sink.ts';
import { csv, kept, one, read, reasons, TIME } from './own-map.ts';

const NUMBER = '2025550101';
const SPELLINGS = [
  '+1 202 555 0101',
  '+12025550101',
  '12025550101',
  '202-555-0101',
  '(202) 555-0101',
  '202.555.0101',
  '202 555 0101',
  '0012025550101',
  '001 202 555 0101',
  '011 1 202 555 0101',
  'tel:+1-202-555-0101',
  '+1\u00a0202\u00a0555\u00a00101',
  '202\u2011555\u20110101',
  '+1 (202) 555\u20130101',
];

describe('one person', () => {
  const person = (what: string, kind = 'tel'): string | null | undefined =>
    one({ Kind: kind, What: what })?.object;

  it.each(SPELLINGS)('written %s is one pseudonym', (what) => {
    expect(person(what)).toBe(TEST_KEYED.person('msisdn', `1${NUMBER}`));
  });

  it.each([
    ['Jane@Example.NET', 'jane@example.net', 'mail'],
    ['mailto:jane@example.net', 'jane@example.net', 'mail'],
    ['<JANE@EXAMPLE.NET>', 'jane@example.net', 'mail'],
    ['imsi: 001010123456789', '001010123456789', 'imsi'],
    ['00101 0123456789', '001010123456789', 'imsi'],
    ['35-209900-176148-1', '352099001761481', 'imei'],
    ['3520990017614823', '35209900176148', 'imei'],
    ['2001:DB8::0:1', '2001:db8::1', 'ip'],
    ['::ffff:192.0.2.7', '192.0.2.7', 'ip'],
    ['J.SYNTHETIC', 'j.synthetic', 'login'],
  ])('written %s and %s is one pseudonym', (some, other, kind) => {
    expect(person(some, kind)).toBe(person(other, kind));
  });

  it('is told from others, and kinds never meet', () => {
    const kinds = ['tel', 'imsi', 'imei', 'mail', 'ip', 'login'];
    expect(new Set(kinds.map((kind) => person('001010123456789', kind))).size).toBe(kinds.length);
    expect(person('+12025550101')).not.toBe(person('+12025550102'));
    expect(person('+12025550101')).not.toBe(person('+442025550101'));
  });

  it('is the same whether the type of the object is known or not', () => {
    for (const kind of ['', 'subscriber', 'table'])
      expect(person('+1 (202) 555-0101', kind)).toBe(person(NUMBER));
    expect(person('JANE@EXAMPLE.NET', 'x')).toBe(person('jane@example.net', 'mail'));
  });
});

const DIGITS = /(?:202\D{0,3}555\D{0,3}0101|001010\D?123456789|35\D?209900\D?176148)/;
const FREE = [
  'Agent',
  'Sort',
  'Ip',
  'Pc',
  'Did',
  'Kind',
  'What',
  'Sql',
  'Q1',
  'Q2',
  'To',
  'Case',
  'Warrant',
  'Ok',
];
const ABROAD = [
  '06 12 34 56 78',
  '06.12.34.56.78',
  '0151 23456789',
  '07700 900123',
  '020 7946 0018',
  '0171/5550101',
];

describe('identifiers of persons', () => {
  const secrets = [...SPELLINGS, '001010123456789', '35-209900-176148-1', '352099001761481'];

  it.each(FREE)('never survive in the column %s, however they are written', (column) => {
    for (const text of secrets.flatMap((s) => [s, `about ${s} today`, `x=${s};`, `/out/${s}.csv`])) {
      const sink = read(csv({ [column]: text }));
      expect([text, sink.of('access').length]).toEqual([text, 1]);
      expect(kept(sink)).not.toMatch(DIGITS);
    }
  });

  it.each(FREE)('of other countries never survive in the column %s', (column) => {
    for (const text of ABROAD) {
      const digits = text.slice(-4);
      expect([text, kept(read(csv({ [column]: `call ${text}` }))).includes(digits)]).toEqual([text, false]);
    }
  });

  // The mail address of an agent, and one that data was sent to, are leads and stay.
  it.each(FREE.filter((column) => column !== 'Agent' && column !== 'To'))(
    'that are mail addresses never survive in the column %s',
    (column) => {
      for (const mail of [
        'jane.doe@example.net',
        'JANE.DOE@EXAMPLE.NET',
        'about <Jane.Doe@mail.example.net>',
      ])
        expect(kept(read(csv({ [column]: mail })))).not.toMatch(/jane\.doe/i);
    },
  );

  it('that are mail addresses stay where they are leads', () => {
    const sink = read(csv({ Agent: 'agent@carrier.example', To: 'mailto:drop@evil.example' }));
    expect(sink.of('access')[0]).toMatchObject({
      actor: 'agent@carrier.example',
      destination: 'mailto:drop@evil.example',
    });
  });

  it.each([
    ['an address', '198.51.100.200'],
    ['an address and a port', '198.51.100.200:57722'],
    ['an IPv6 address', '2001:db8:202:555::101'],
    ['a date', '2026-10-15'],
    ['a date and a time', '2026-10-15 13:00:14'],
    ['a warrant', 'WR-2026-0125'],
    ['a host', 'ws-41-b.example'],
  ])('hide nothing that is %s', (_, text) => {
    expect(one({ Pc: text })?.fromHost).toBe(text);
  });

  it('do not reach the ledger through rows that cannot be read', () => {
    const rows = ['yesterday,+12025550101,look', `${TIME},+12025550101`, `${TIME},"+12025550101,look`];
    const sink = read(`When,Agent,Did\n${rows.join('\n')}\n`);
    expect(reasons(sink)).toHaveLength(3);
    expect(kept(sink)).not.toMatch(DIGITS);
  });

  it.each([
    "select * from t where n = '2025550101'",
    'select * from t where n = 2025550101',
    'select * from t where n in (2025550101,12025550101)',
    "select $$2025550101$$, $tag1$Jane 2025550101$tag1$, E'2025550101'",
    "select q'[2025550101]', N'2025550101', _utf8'2025550101'",
    'select "2025550101" from `2025550101`',
    'select 1 -- 2025550101\n/* 2025550101 */ # 2025550101',
    "select * from t where n like '%2025550101%' or m = +12025550101",
    "select '2025550101",
    'select * from calls_2025550101 where jane.doe@example.net = mail',
  ])('are literals of a query: %s', (Sql) => {
    const sink = read(csv({ Sql }));
    expect(sink.of('access')[0]?.query).toMatch(/^select/);
    expect(kept(sink)).not.toMatch(/2025550101|Jane/i);
  });

  it('of any digits and separators never survive whole', () => {
    const gap = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u2011');
    const shape = fc.constantFrom([3, 3, 4], [1, 3, 3, 4], [2, 2, 2, 2, 2], [4, 6], [5, 6], [15], [11]);
    const digits = fc.string({ unit: fc.constantFrom(...'23456789'), minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(digits, shape, gap, fc.constantFrom(...FREE), (source, sizes, between, column) => {
        let at = 0;
        const groups = sizes.map((size) => source.slice(at, (at += size)));
        const text = kept(read(csv({ [column]: `re ${groups.join(between)} end` })));
        expect(text).not.toContain(groups.join(between));
        expect(text).not.toContain(groups.slice(-2).join(between));
      }),
      { numRuns: 300 },
    );
  });
});

describe('long hostile text', () => {
  it.each(['1 ', '1', '1.', '+1 ', 'a@', 'a@a.', '1.1.1.1 ', '2026-10-15 ', '(1) ', 'a1-'])(
    'of %j is read in one pass and gives short records',
    (unit) => {
      const text = unit.repeat(4_000);
      const sink = read(csv({ Pc: text, Case: text, To: text, Agent: text, What: text }));
      expect(sink.of('access')).toHaveLength(1);
      expect(kept(sink).length).toBeLessThan(5000);
    },
  );
});
