// Synthetic MISP events.
import { describe, expect, it } from 'vitest';
import type { IntelPack } from '../../model/indicator.ts';
import { readPack } from './read-pack.ts';

const MD5 = 'ab'.repeat(16);

const attribute = (type: string, value: string, more: object = {}): object => ({
  uuid: `u-${value}`,
  type,
  value,
  to_ids: true,
  ...more,
});
const event = (attributes: readonly object[], more: object = {}): object => ({
  Event: { info: 'Synthetic event', timestamp: '1700000000', Attribute: attributes, ...more },
});
const read = (value: unknown): IntelPack =>
  readPack(new TextEncoder().encode(JSON.stringify(value)), 'event.json');
const tags = (...names: string[]): object => ({ Tag: names.map((name) => ({ name })) });
const counts = (pack: IntelPack): Record<string, number> =>
  Object.fromEntries(pack.problems.map((p) => [p.code, p.count]));

describe('forms of an export', () => {
  const inner = event([attribute('ip-dst', '198.51.100.7')]) as { Event: object };
  it.each<[string, unknown]>([
    ['an event', inner],
    ['the inside of an event', inner.Event],
    ['a response', { response: [inner, inner] }],
    ['a list', [inner, inner]],
  ])('%s is read', (_name, value) => {
    expect(new Set(read(value).indicators.map((one) => one.value))).toEqual(new Set(['198.51.100.7']));
  });

  it.each<[string, unknown]>([
    ['a list that holds something else', [inner, { Other: {} }]],
    ['attributes that are no list', { Event: { Attribute: 'x' } }],
  ])('%s is not taken for one', (_name, value) => {
    expect(counts(read(value))).toHaveProperty('not-stix');
  });
});

describe('TLP of an attribute', () => {
  it.each([
    ['the event alone', ['tlp:green'], [], 'GREEN'],
    ['the attribute alone', [], ['tlp:amber'], 'AMBER'],
    ['a stricter attribute', ['tlp:green'], ['tlp:red'], 'RED'],
    ['a laxer attribute, which lifts nothing', ['tlp:red'], ['tlp:clear'], 'RED'],
    ['two labels of the event', ['tlp:clear', 'TLP:AMBER+STRICT'], [], 'AMBER+STRICT'],
    ['a label of TLP 1', ['tlp:white'], [], 'CLEAR'],
    ['a label that no protocol has', ['tlp:purple'], ['workflow:state="draft"'], null],
  ])('%s', (_name, around, own, label) => {
    const pack = read(event([attribute('ip-dst', '198.51.100.7', tags(...own))], tags(...around)));
    expect(pack.indicators.map((one) => one.marking)).toEqual([label]);
    expect(pack.marking).toBe(label);
    expect(counts(pack)['no-tlp']).toBe(label === null ? 1 : undefined);
  });

  it('counts as unmarked only the indicators that are', () => {
    const rows = [
      attribute('ip-dst', '198.51.100.7', tags('tlp:green')),
      attribute('ip-dst', '198.51.100.8'),
      attribute('ip-dst', '198.51.100.9'),
    ];
    expect(counts(read(event(rows)))['no-tlp']).toBe(2);
  });
});

describe('values', () => {
  it.each([
    ['ip-src', '198.51.100.7', ['ipv4 198.51.100.7']],
    ['ip-dst', '2001:DB8::1', ['ipv6 2001:db8::1']],
    ['ip-dst', '203.0.113.0/28', ['network 203.0.113.0/28']],
    ['ip-dst|port', '198.51.100.7|443', ['ipv4 198.51.100.7']],
    ['hostname|port', 'c2.example|8443', ['domain c2.example']],
    ['domain', 'evil[.]example', ['domain evil.example']],
    ['url', 'hxxp://evil[.]example/a', ['url http://evil.example/a']],
    ['filename|sha256', `a.exe|${'CD'.repeat(32)}`, [`hash ${'cd'.repeat(32)}`]],
    ['filename', 'cmd9', ['filename cmd9']],
    ['email-src', 'Mallory@evil.example', ['email mallory@evil.example']],
  ])('%s %s', (type, value, expected) => {
    const pack = read(event([attribute(type, value)]));
    expect(pack.indicators.map((one) => `${one.type} ${one.value}`)).toEqual(expected);
  });

  it('a file name beside a hash that cannot be read stands alone', () => {
    const pack = read(event([attribute('filename|md5', 'a.exe|not a hash')]));
    expect(pack.indicators.map((one) => one.type)).toEqual(['filename']);
  });

  it.each([
    ['deleted', { deleted: true }],
    ['not meant for detection', { to_ids: false }],
  ])('an attribute that is %s is not looked for', (_name, more) => {
    const pack = read(event([attribute('md5', MD5, more)]));
    expect(pack.indicators).toEqual([]);
    expect(counts(pack)['not-intel']).toBe(1);
  });

  it('takes time and comment of the attribute before those of the event', () => {
    const own = { timestamp: '1710000000', comment: '  second   stage ' };
    const pack = read(event([attribute('ip-dst', '198.51.100.7', own), attribute('ip-dst', '198.51.100.8')]));
    expect(pack.indicators.map((one) => [one.created, one.title])).toEqual([
      [1_710_000_000_000, 'second stage'],
      [1_700_000_000_000, 'Synthetic event'],
    ]);
    expect(pack.latest).toBe(1_700_000_000_000);
  });

  it.each(['-1', 'x', '1e99', '0', ''])('a timestamp of %j is none', (timestamp) => {
    const pack = read(event([attribute('ip-dst', '198.51.100.7')], { timestamp }));
    expect(pack.latest).toBeNull();
  });

  it('takes wrong types anywhere without throwing', () => {
    for (const odd of [null, 7, 'x', [], {}, [null], [{ name: 7 }], true]) {
      const pack = read(
        event([odd as object, attribute('ip-dst', '198.51.100.7', { Tag: odd, comment: odd })], {
          Tag: odd,
          Orgc: odd,
          Object: odd,
        }),
      );
      expect(pack.indicators.map((one) => one.value)).toEqual(['198.51.100.7']);
    }
  });
});

describe('JSON that is neither STIX nor MISP', () => {
  it.each([
    ['an object', '{"a":1}'],
    ['JSON lines of a log', '{"a":1}\n{"b":2}\n'],
    ['JSON lines of MISP events', '{"Event":{"Attribute":[]}}\n{"Event":{"Attribute":[]}}\n'],
    ['an empty list', '[]'],
    ['a list of numbers', '[1,2,3]'],
    ['a byte order mark and lines', '\ufeff{"a":1}\n{"b":2}'],
  ])('%s gives a pack without indicators that says why', (_name, text) => {
    const read = readPack(new TextEncoder().encode(text), 'x.json');
    expect(read.indicators).toEqual([]);
    expect(read.problems.length).toBeGreaterThan(0);
  });
});
