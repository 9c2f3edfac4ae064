// Synthetic bundles with the traps of real advisories (CISA AA25-239A among them), in general form.
import { describe, expect, it } from 'vitest';
import type { IntelPack } from '../../model/indicator.ts';
import { tlpMarking, tlpMarkingId } from '../../standards/tlp/index.ts';
import { readPack } from './read-pack.ts';

interface Fields {
  readonly [key: string]: unknown;
}

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const id = (type: string, n: number): string => `${type}--${uuid(n)}`;
const AT = '2025-08-26T17:35:58.134Z';

const thing = (type: string, n: number, more: Fields = {}): Fields => ({
  type,
  spec_version: '2.1',
  id: id(type, n),
  created: AT,
  modified: AT,
  ...more,
});
const address = (n: number, more: Fields = {}): Fields =>
  thing('indicator', n, {
    name: `synthetic ${n}`,
    pattern: `[ipv4-addr:value = '198.51.100.${n}']`,
    pattern_type: 'stix',
    valid_from: AT,
    ...more,
  });
const relation = (n: number, [source, target]: readonly [string, string], more: Fields = {}): Fields =>
  thing('relationship', n, {
    relationship_type: 'indicates',
    source_ref: source,
    target_ref: target,
    ...more,
  });

function pack(objects: readonly Fields[], head: Fields = {}): IntelPack {
  const bundle = { type: 'bundle', id: id('bundle', 0), ...head, objects };
  return readPack(new TextEncoder().encode(JSON.stringify(bundle)), 'synthetic.json');
}

const counts = (read: IntelPack): Record<string, number> =>
  Object.fromEntries(read.problems.map((p) => [p.code, p.count]));
const one = (read: IntelPack): IntelPack['indicators'][number] => {
  expect(read.indicators).toHaveLength(1);
  return read.indicators[0]!;
};

describe('traps of published bundles', () => {
  it('a validity that is the time of the record ages no indicator, however old the record', () => {
    const old = { created: '2019-01-01T00:00:00Z', modified: '2019-01-01T00:00:00Z' };
    const read = pack([address(1, { ...old, valid_from: '2019-01-01T00:00:00.000Z' })]);
    expect(one(read)).toMatchObject({ validFrom: null, validUntil: null, created: Date.UTC(2019, 0, 1) });
  });

  it('a bundle without any TLP is said to have none, and none is invented from an ACS marking', () => {
    const acs = thing('marking-definition', 9, {
      extensions: { 'extension-definition--3a65884d-005a-4290-8335-cb2d778a83ce': { identifier: 'x' } },
    });
    const read = pack([acs, address(1, { object_marking_refs: [id('marking-definition', 9)] }), address(2)]);
    expect(read.marking).toBeNull();
    expect(read.indicators.map((i) => i.marking)).toEqual([null, null]);
    expect(read.indicators[0]?.markingRefs).toEqual([id('marking-definition', 9)]);
    expect(read.carried[id('marking-definition', 9)]).toEqual(acs);
    expect(counts(read)['no-tlp']).toBe(2);
  });

  it('a language and a generic word are no malware families; a real name beside them is', () => {
    const read = pack([
      address(1),
      thing('malware', 2, { name: 'Golang', is_family: true }),
      thing('malware', 3, { name: 'ExampleLoader', is_family: true }),
      relation(4, [id('indicator', 1), id('malware', 2)]),
      relation(5, [id('indicator', 1), id('malware', 3)]),
    ]);
    expect(one(read).labels).toEqual(['ExampleLoader']);
    expect(counts(read)['junk-name']).toBe(1);
  });

  it('a malware object without a name gives no empty label', () => {
    const read = pack([
      address(1),
      thing('malware', 2, { is_family: false }),
      relation(4, [id('indicator', 1), id('malware', 2)]),
    ]);
    expect(one(read).labels).toEqual([]);
  });

  it('a technique stands in the reference or in brackets in the name, and is counted once', () => {
    const read = pack([
      address(1),
      thing('attack-pattern', 2, {
        name: 'Execution / Network Device CLI [T1059.008] (ENT)',
        external_references: [{ source_name: 'mitre-attack', external_id: 'T1059.008' }],
      }),
      relation(3, [id('indicator', 1), id('attack-pattern', 2)]),
    ]);
    expect(one(read).attack).toEqual(['T1059.008']);
  });

  it.each([
    ['deprecated path src_ip', "[network-traffic:src_ip = '203.0.113.9']", ['203.0.113.9']],
    [
      'type of a reference beside its value',
      "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '203.0.113.9']",
      ['203.0.113.9'],
    ],
    ['a network written as an address', "[ipv4-addr:value = '203.0.113.0/28']", ['203.0.113.0/28']],
    ['host bits set', "[ipv4-addr:value ISSUBSET '203.0.113.77/28']", ['203.0.113.64/28']],
    ['an IPv6 address in capitals', "[ipv6-addr:value = '2001:DB8:0:0::9']", ['2001:db8::9']],
    ['keywords in small letters', "[ipv4-addr:value in ('203.0.113.9')]", ['203.0.113.9']],
    [
      'hash names without quotes',
      `[file:hashes.SHA256 = '${'ab'.repeat(32)}' OR file:hashes.MD5 = '${'cd'.repeat(16)}']`,
      ['ab'.repeat(32), 'cd'.repeat(16)],
    ],
    [
      'one value twice',
      "[ipv4-addr:value='203.0.113.9'] OR [ipv4-addr:value='203.0.113.9']",
      ['203.0.113.9'],
    ],
  ])('%s', (_name, pattern, values) => {
    expect(pack([address(1, { pattern })]).indicators.map((i) => i.value)).toEqual(values);
  });

  it.each([
    ['ports alone', '[network-traffic:dst_port = 57722]', 'term-unused'],
    ['a fuzzy hash alone', "[file:hashes.SSDEEP = '3:abc:def']", 'hash-kind-unused'],
    ['an address that is none', "[ipv4-addr:value = '010.1.1.1']", 'value-unreadable'],
    ['a regular expression', "[file:name MATCHES '^cmd[0-9]$']", 'pattern-unsupported'],
    ['no pattern at all', '', 'pattern-unsupported'],
  ])('%s gives no indicator and a reason', (_name, pattern, code) => {
    const read = pack([address(1, { pattern })]);
    expect(read.indicators).toEqual([]);
    expect(counts(read)).toMatchObject({ [code]: 1, 'not-intel': 1 });
  });

  it('a rule in another language is counted and not taken for STIX', () => {
    const read = pack([address(1, { pattern_type: 'yara', pattern: 'rule x { condition: true }' })]);
    expect(counts(read)).toMatchObject({ 'pattern-type': 1 });
    expect(counts(read)['pattern-unsupported']).toBeUndefined();
  });
});

describe('versions of STIX', () => {
  it('2.0: no pattern_type, labels on the indicator, TLP 1.0 by its fixed id', () => {
    const plain = address(1, { pattern_type: undefined, spec_version: undefined });
    const read = pack([{ ...plain, labels: ['malicious-activity'], object_marking_refs: [tlp1('amber')] }], {
      spec_version: '2.0',
    });
    expect(one(read)).toMatchObject({ value: '198.51.100.1', marking: 'AMBER', labels: [] });
  });

  it('an indicator revoked by a newer version stays revoked, whichever comes first', () => {
    const newer = address(1, { modified: '2025-09-03T00:00:00Z', revoked: true });
    for (const order of [
      [address(1), newer],
      [newer, address(1)],
    ]) {
      const read = pack(order);
      expect(one(read).revoked).toBe(true);
      expect(counts(read)).toMatchObject({ revoked: 1, 'older-version': 1 });
    }
  });

  it('a revoked relationship labels nothing', () => {
    const read = pack([
      address(1),
      thing('malware', 2, { name: 'ExampleLoader' }),
      relation(3, [id('indicator', 1), id('malware', 2)], { revoked: true }),
    ]);
    expect(one(read).labels).toEqual([]);
  });

  it('an impossible date in a validity is no validity', () => {
    const read = pack([address(1, { valid_until: '2026-02-30T00:00:00Z' })]);
    expect(one(read).validUntil).toBeNull();
  });
});

function tlp1(label: 'white' | 'amber' | 'red'): string {
  const ids = {
    white: '613f2e26-407d-48c7-9eca-b8e91df99dc9',
    amber: 'f88d31f6-486f-44da-b317-01333bde0b82',
    red: '5e57c739-391a-4eb3-b6be-7d15ca92d5ed',
  };
  return `marking-definition--${ids[label]}`;
}

describe('TLP', () => {
  const marked = (...refs: string[]): Fields => ({ object_marking_refs: refs });
  const listed = (n: number, refs: string[]): Fields =>
    thing('report', n, { name: 'r', published: AT, object_refs: [id('indicator', 1)], ...marked(...refs) });

  it.each<[string, Fields[], string | null]>([
    ['its own label', [address(1, marked(tlpMarkingId('GREEN')))], 'GREEN'],
    ['the strictest of several', [address(1, marked(tlp1('white'), tlpMarkingId('RED')))], 'RED'],
    [
      'its own, though the report is stricter',
      [address(1, marked(tlp1('amber'))), listed(2, [tlp1('red')])],
      'AMBER',
    ],
    [
      'the strictest of the reports that list it',
      [address(1), listed(2, [tlp1('white')]), listed(3, [tlpMarkingId('AMBER+STRICT')])],
      'AMBER+STRICT',
    ],
    [
      'that of a marking of single properties',
      [
        address(1, {
          ...marked(tlp1('white')),
          granular_markings: [{ marking_ref: tlp1('red'), selectors: ['pattern'] }],
        }),
      ],
      'RED',
    ],
    [
      'a TLP 2.0 label under an id of the sharer',
      [
        { ...tlpMarking('RED'), id: id('marking-definition', 7) },
        address(1, marked(id('marking-definition', 7))),
      ],
      'RED',
    ],
    [
      'none, where the only marking is of a kind unknown',
      [address(1, marked(id('marking-definition', 8)))],
      null,
    ],
  ])('an indicator takes %s', (_name, objects, label) => {
    expect(one(pack(objects)).marking).toBe(label);
  });

  it('keeps other granular markings by reference', () => {
    const ref = id('marking-definition', 8);
    const granular = [{ marking_ref: ref, selectors: ['name'] }, { selectors: ['name'] }, 'junk'];
    expect(one(pack([address(1, { granular_markings: granular })])).markingRefs).toEqual([ref]);
  });

  it('the pack is as strict as its strictest object', () => {
    const objects = [
      address(1, marked(tlpMarkingId('CLEAR'))),
      address(2, marked(tlpMarkingId('AMBER+STRICT'))),
    ];
    expect(pack(objects).marking).toBe('AMBER+STRICT');
  });
});

describe('keys and types an attacker would choose', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s as a name is only a name',
    (name) => {
      const read = pack([
        address(1, { name, created_by_ref: id('identity', 3) }),
        thing('malware', 2, { name }),
        thing('identity', 3, { name }),
        relation(4, [id('indicator', 1), id('malware', 2)]),
      ]);
      expect(one(read)).toMatchObject({ title: name, labels: [name], origin: name });
      expect(({} as Record<string, unknown>)['title']).toBeUndefined();
    },
  );

  it.each<[string, Fields]>([
    ['a number for a pattern', { pattern: 7 }],
    ['a list for a name', { name: ['x'] }],
    ['an object for revoked', { revoked: {} }],
    ['text for markings', { object_marking_refs: 'marking-definition--x' }],
    ['numbers among the markings', { object_marking_refs: [1, null, {}] }],
    ['a time that is a number', { valid_until: 1_700_000_000 }],
    ['confidence beyond 100', { confidence: 101 }],
    ['confidence that is no number', { confidence: 'high' }],
  ])('%s is read without throwing, and without a wrong value', (_name, more) => {
    for (const found of pack([address(1, more)]).indicators) {
      expect(found).toMatchObject({ revoked: false, validUntil: null, confidence: null, marking: null });
      expect(typeof found.title).toBe('string');
    }
  });

  it('the same id with the same time keeps one object and says so', () => {
    const twice = [address(1), address(1, { pattern: "[ipv4-addr:value = '203.0.113.200']" })];
    const read = pack(twice);
    expect(one(read).value).toBe('198.51.100.1');
    expect(counts(read)['same-version-twice']).toBe(1);
  });
});
