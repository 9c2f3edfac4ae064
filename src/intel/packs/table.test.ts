import { describe, expect, it } from 'vitest';
import type { IntelPack } from '../../model/indicator.ts';
import { buildIndex } from '../build-index.ts';
import { readPack } from './read-pack.ts';
import { tableColumns } from './table.ts';

const read = (text: string): IntelPack => readPack(new TextEncoder().encode(text), 'table.csv');
const values = (text: string): string[] => read(text).indicators.map((one) => `${one.type} ${one.value}`);
const counts = (pack: IntelPack): Record<string, number> =>
  Object.fromEntries(pack.problems.map((p) => [p.code, p.count]));

describe('columns', () => {
  it.each([
    ['a plain name before a weak one', ['name', 'ioc'], 1],
    ['a weak name where there is no other', ['name', 'comment'], 0],
    ['any case, spaces and a byte order mark', ['\ufeff  IP Address '], 0],
    ['observables by any longer name', ['date', 'observable_value'], 1],
  ])('%s', (_name, header, at) => {
    expect(tableColumns(header)?.value).toBe(at);
  });

  it.each([[['time', 'message']], [['']], [['observable_type']]])('%j holds no values', (header) => {
    expect(tableColumns(header)).toBeNull();
  });
});

describe('separators and quoting', () => {
  it.each([
    ['commas', 'indicator,comment\n198.51.100.7,a\n'],
    ['semicolons', 'indicator;comment\n198.51.100.7;a\n'],
    ['tabs', 'indicator\tcomment\n198.51.100.7\ta\n'],
    ['Windows line ends', 'indicator,comment\r\n198.51.100.7,a\r\n'],
    ['quotes around everything', '"indicator","comment"\n"198.51.100.7","a"\n'],
    ['a byte order mark', '\ufeffindicator,comment\n198.51.100.7,a\n'],
    ['empty lines between', 'indicator,comment\n\n\n198.51.100.7,a\n\n'],
    ['columns the other way round', 'comment,indicator\na,198.51.100.7\n'],
    ['a row with too few cells after it', 'comment,indicator\na,198.51.100.7\nb\n'],
  ])('%s', (_name, text) => {
    expect(read(text).indicators).toMatchObject([{ value: '198.51.100.7', title: 'a' }]);
  });

  it('survives a quotation that never ends', () => {
    const pack = read(`indicator,comment\n198.51.100.7,"${'x,\n'.repeat(5000)}`);
    expect(pack.indicators.length + pack.problems.length).toBeGreaterThan(0);
  });
});

describe('one value in several rows', () => {
  const rows = (...lines: string[]): string => ['indicator,tlp,valid_until', ...lines, ''].join('\n');

  it('is kept once when the rows say the same', () => {
    expect(
      read(rows('203.0.113.9,GREEN,', '203.0.113.9,GREEN,', '203[.]0.113.9,green,')).indicators,
    ).toHaveLength(1);
  });

  it('is kept with each marking, so that the stricter one is not lost', () => {
    const pack = read(rows('203.0.113.9,CLEAR,', '203.0.113.9,RED,'));
    expect(pack.indicators.map((one) => one.marking)).toEqual(['CLEAR', 'RED']);
    expect(new Set(pack.indicators.map((one) => one.id)).size).toBe(2);
    expect(pack.marking).toBe('RED');
  });

  it('is looked for while one of its rows is valid, whatever their order', () => {
    const lines = ['203.0.113.9,GREEN,2024-01-01', '203.0.113.9,GREEN,2030-01-01'];
    for (const order of [lines, lines.toReversed()]) {
      const index = buildIndex([read(rows(...order))], { now: Date.UTC(2026, 0, 1) });
      expect(index.lookup('203.0.113.9').map((one) => one.validUntil)).toEqual([Date.UTC(2030, 0, 1)]);
    }
  });

  it('does not grow without bound', () => {
    const many = Array.from({ length: 5000 }, (_, i) => `203.0.113.9,GREEN,${2000 + i}-01-01`);
    expect(read(rows(...many)).indicators.length).toBeLessThan(100);
  });
});

describe('cells', () => {
  it.each([
    ['a pattern', '"[ipv4-addr:value = \'203.0.113.9\']"', ['ipv4 203.0.113.9']],
    ['a defanged URL', 'hxxps[:]//evil[.]example/a', ['url https://evil.example/a']],
    ['a network in capitals', '2001:DB8::/48', ['network 2001:db8::/48']],
    [
      'several hashes of one file',
      `${'AB'.repeat(16)} ${'CD'.repeat(20)}`,
      [`hash ${'ab'.repeat(16)}`, `hash ${'cd'.repeat(20)}`],
    ],
    ['a formula', '=HYPERLINK(1)', []],
    ['a value among words', '203.0.113.9 or so', []],
    ['nothing', '""', []],
  ])('%s', (_name, cell, expected) => {
    expect(values(`indicator,comment\n${cell},x\n192.0.2.250,y\n`)).toEqual([
      ...expected,
      'ipv4 192.0.2.250',
    ]);
  });

  it('says how many cells it could not read', () => {
    expect(counts(read('indicator,comment\n999.1.1.1,x\nhello world,y\n'))).toMatchObject({
      'value-unreadable': 2,
      'not-intel': 1,
    });
  });

  it.each([
    ['AMBER+STRICT', 'AMBER+STRICT'],
    ['TLP:WHITE', 'CLEAR'],
    ['tlp:amber-strict', 'AMBER+STRICT'],
    ['TLP:MAUVE', null],
    ['', null],
  ])('a marking of %j is %s', (cell, label) => {
    const pack = read(`indicator,tlp\n203.0.113.9,${cell}\n`);
    expect(pack.indicators.map((one) => one.marking)).toEqual([label]);
    expect(counts(pack)['no-tlp']).toBe(label === null ? 1 : undefined);
  });

  it.each([
    ['80', 80],
    ['79.6', 80],
    ['0', 0],
    ['101', null],
    ['-1', null],
    ['high', null],
    ['', null],
  ])('a confidence of %j is %s', (cell, expected) => {
    const pack = read(`indicator,confidence\n203.0.113.9,${cell}\n`);
    expect(pack.indicators.map((one) => one.confidence)).toEqual([expected]);
    expect(counts(pack)['confidence-unreadable']).toBe(expected === null && cell !== '' ? 1 : undefined);
  });
});
