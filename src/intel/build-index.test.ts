import { describe, expect, it } from 'vitest';
import { formatNetwork, parseIp4 } from '../base/ip.ts';
import type { Indicator, IntelPack } from '../model/indicator.ts';
import { draftIndicator } from './draft.ts';
import { buildIndex, type IntelIndex, warningLists } from './index.ts';
import { readValue, valueOfType } from './value.ts';

const NOW = Date.UTC(2026, 9, 20);

function packOf(
  values: readonly (string | [string, Partial<Indicator>])[],
  latest: number | null = null,
): IntelPack {
  const indicators = values.map((entry) => {
    const [text, known] = typeof entry === 'string' ? [entry, {}] : entry;
    const value = known.type === undefined ? readValue(text) : valueOfType(known.type, text);
    if (!value) throw new Error(text);
    return draftIndicator(known.id ?? `test:${value.value}`, value, known);
  });
  return { id: 'p', name: 'p', indicators, latest, marking: null, problems: [], carried: {} };
}

const index = (...values: (string | [string, Partial<Indicator>])[]): IntelIndex =>
  buildIndex([packOf(values)], { now: NOW });
const hits = (built: IntelIndex, value: string): string[] =>
  built
    .lookup(value)
    .map((one) => one.value)
    .sort();

describe('look-up', () => {
  const built = index(
    '198.51.100.7',
    '203.0.113.0/24',
    '203.0.113.0/28',
    '2001:db8:5::/48',
    'evil.example',
    'http://evil.example/A/b?c=D',
    'mallory@evil.example',
    'AB'.repeat(16),
    ['Tool.EXE', { type: 'filename' }],
    ['caf\u00e9.dll', { type: 'filename' }],
  );

  it.each([
    ['198.51.100.7', ['198.51.100.7']],
    ['203.0.113.5', ['203.0.113.0/24', '203.0.113.0/28']],
    ['203.0.113.200', ['203.0.113.0/24']],
    ['2001:DB8:5:0::9', ['2001:db8:5::/48']],
    ['a.b.EVIL.example.', ['evil.example']],
    ['notevil.example', []],
    ['https://evil.example/A/b?c=D', ['evil.example', 'http://evil.example/A/b?c=D']],
    ['mallory@evil.example', ['evil.example', 'mallory@evil.example']],
    ['ab'.repeat(16), ['ab'.repeat(16)]],
    ['tool.exe', ['Tool.EXE']],
    ['caf\u00e9.dll', ['caf\u00e9.dll']],
    ['http://198.51.100.7:8080/x', ['198.51.100.7']],
    ['198.51.100.7:443', ['198.51.100.7']],
    ['nothing', []],
    ['', []],
  ])('%s', (value, expected) => {
    expect(hits(built, value)).toEqual([...expected].sort());
  });

  it('gives back each indicator as it was, from every pack that holds it', () => {
    const known = {
      origin: 'a',
      title: 't',
      labels: ['x'],
      attack: ['T1040'],
      confidence: 70,
      marking: 'AMBER' as const,
      created: 5,
    };
    const packs = [
      packOf([['198.51.100.7', { ...known, id: 'indicator--1' }]]),
      packOf([['198.51.100.7', { id: 'b:198.51.100.7' }]]),
    ];
    expect(buildIndex(packs, { now: NOW }).lookup('198.51.100.7')).toEqual(
      packs.flatMap((pack) => pack.indicators).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });

  it('keeps apart what many indicators say, however many there are', () => {
    const many = Array.from({ length: 9000 }, (_, i): [string, Partial<Indicator>] => [
      `198.51.${i >> 8}.${i & 255}`,
      { title: `title ${i % 5000}`, created: i },
    ]);
    const built = buildIndex([packOf(many)], { now: NOW });
    for (const i of [0, 1, 4095, 4096, 4999, 5000, 8999])
      expect(built.lookup(`198.51.${i >> 8}.${i & 255}`)).toMatchObject([
        { title: `title ${i % 5000}`, created: i },
      ]);
  });
});

describe('what is not looked for', () => {
  it('counts revoked and expired indicators and ends nothing early', () => {
    const built = index(
      ['198.51.100.1', { revoked: true }],
      ['198.51.100.2', { validUntil: NOW - 1 }],
      ['198.51.100.3', { validUntil: NOW }],
      ['198.51.100.4', { validFrom: NOW + 1 }],
    );
    expect(built.size).toBe(2);
    expect(built.lookup('198.51.100.1')).toEqual([]);
    expect(built.problems.map((p) => [p.code, p.count])).toEqual([
      ['expired', 1],
      ['revoked', 1],
    ]);
  });

  it('counts addresses that every network has inside, and networks that are too wide', () => {
    const built = index(
      '10.1.2.3',
      '127.0.0.1',
      'fe80::1',
      '192.168.0.0/16',
      '64.0.0.0/2',
      '2000::/3',
      'http://10.0.0.1/x',
    );
    expect(built.size).toBe(0);
    expect(built.problems.map((p) => [p.code, p.count])).toEqual([
      ['reserved-address', 5],
      ['too-wide', 2],
    ]);
  });

  it('counts values on a warning list, and looks for documentation addresses', () => {
    const warnings = warningLists(
      new Map([
        ['content/warninglists/a.txt', '# list\n8.8.8.8 # resolver\nmail.example # mail\n9.9.9.0/24 # net\n'],
      ]),
    );
    const built = buildIndex(
      [packOf(['8.8.8.8', '9.9.9.77', 'mail.example', 'x.mail.example', '192.0.2.1'])],
      { now: NOW, warnings },
    );
    expect(built.problems.map((p) => [p.code, p.count])).toEqual([['warning-listed', 3]]);
    expect(hits(built, '192.0.2.1')).toEqual(['192.0.2.1']);
    expect(hits(built, 'x.mail.example')).toEqual(['x.mail.example']);
  });
});

describe('addresses for flows', () => {
  const built = index(
    '203.0.113.9',
    '198.51.100.7',
    '198.51.100.7',
    '2001:db8::1',
    '198.51.100.0/25',
    '2001:db8:5::/48',
  );

  it('gives addresses in order, once each, and networks of both versions', () => {
    expect([...built.addresses().ip4]).toEqual([parseIp4('198.51.100.7'), parseIp4('203.0.113.9')]);
    expect(built.addresses().networks.map(formatNetwork)).toEqual([
      '2001:db8::1/128',
      '2001:db8:5::/48',
      '198.51.100.0/25',
    ]);
    expect(built.addressValues()).toEqual(['198.51.100.7', '203.0.113.9', '2001:db8::1']);
    expect(built.networkValues()).toEqual(['198.51.100.0/25', '2001:db8:5::/48']);
  });

  it('knows the neighbours of addresses, not of networks', () => {
    expect(built.hasNear(parseIp4('203.0.113.200'))).toBe(true);
    expect(built.hasNear(parseIp4('203.0.114.9'))).toBe(false);
    expect(index('203.0.113.0/25').hasNear(parseIp4('203.0.113.3'))).toBe(false);
  });
});

it('does not depend on the order of packs or indicators', () => {
  const one = packOf(['198.51.100.7', 'evil.example', '203.0.113.0/24'], 10);
  const two = packOf(['198.51.100.8', ['evil.example', { id: 'z' }]], 20);
  const [a, b] = [
    buildIndex([one, two], { now: NOW }),
    buildIndex([two, { ...one, indicators: one.indicators.toReversed() }], { now: NOW }),
  ];
  expect(a.latest).toBe(20);
  expect(a.addressValues()).toEqual(b.addressValues());
  expect(a.networkValues()).toEqual(b.networkValues());
  expect(a.lookup('x.evil.example')).toEqual(b.lookup('x.evil.example'));
});

it('is quiet when it holds nothing', () => {
  const empty = buildIndex([], { now: NOW });
  empty.scanner.scan(Buffer.from('198.51.100.7 evil.example'), { start: 0, end: 25 }, () =>
    expect.unreachable(),
  );
  expect([empty.size, empty.latest, empty.lookup('198.51.100.7').length]).toEqual([0, null, 0]);
});
