import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../build-index.ts';
import { readPack, recogniseIntel } from './read-pack.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Synthetic bundle with one object of each kind that the reader follows. */
const BUNDLE = JSON.stringify({
  type: 'bundle',
  id: `bundle--${uuid(0)}`,
  objects: [
    { type: 'identity', id: `identity--${uuid(1)}`, name: 'Example ISAC' },
    {
      type: 'indicator',
      id: `indicator--${uuid(2)}`,
      created: '2025-01-01T00:00:00Z',
      modified: '2025-01-01T00:00:00Z',
      valid_from: '2025-01-01T00:00:00Z',
      created_by_ref: `identity--${uuid(1)}`,
      pattern:
        "[(file:hashes.MD5 = 'abababababababababababababababab' OR ipv4-addr:value = '198.51.100.7') AND file:name = 'x']",
      object_marking_refs: ['marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421'],
    },
    { type: 'malware', id: `malware--${uuid(3)}`, name: 'Example' },
    {
      type: 'relationship',
      id: `relationship--${uuid(4)}`,
      source_ref: `indicator--${uuid(2)}`,
      target_ref: `malware--${uuid(3)}`,
    },
    { type: 'report', id: `report--${uuid(5)}`, name: 'R', object_refs: [`indicator--${uuid(2)}`] },
  ],
});

const MISP = JSON.stringify({
  Event: {
    info: 'Synthetic',
    timestamp: '1700000000',
    Tag: [{ name: 'tlp:amber' }],
    Attribute: [{ type: 'domain|ip', value: 'evil.example|198.51.100.7', to_ids: true, uuid: 'u' }],
  },
});

const LIST =
  '# Synthetic\n198[.]51[.]100[.]7\nhxxp://evil[.]example/a\nabababababababababababababababab (x)\n';
const TABLE = 'IOC,Valid Until,TLP\n198.51.100.7,2030-01-01,green\n"evil.example",,\n';

/** Everything that a reader downstream does with a pack. */
function use(bytes: Uint8Array): void {
  recogniseIntel(bytes.subarray(0, 4096));
  const pack = readPack(bytes, 'hostile');
  expect(pack.indicators.length + pack.problems.length).toBeGreaterThan(0);
  const index = buildIndex([pack], { now: 0 });
  for (const one of pack.indicators.slice(0, 20)) index.lookup(one.value);
  index.scanner.scan(bytes, { start: 0, end: bytes.length }, () => {});
  JSON.stringify(pack);
}

describe('packs with broken bytes', () => {
  it('say so when a bundle holds no objects', () => {
    const bundle = JSON.stringify({ type: 'bundle', id: `bundle--${uuid(0)}`, "obj'cts": [] });
    const pack = readPack(new TextEncoder().encode(bundle), 'hostile');
    expect(pack.indicators).toEqual([]);
    expect(pack.problems.map((problem) => problem.code)).toEqual(['not-intel']);
  });

  it.each([
    ['STIX', BUNDLE],
    ['MISP', MISP],
    ['a list', LIST],
    ['a table', TABLE],
  ])('%s cut, doubled and overwritten anywhere', (_name, text) => {
    const original = new TextEncoder().encode(text);
    const place = integer({ min: 0, max: original.length - 1 });
    const byte = constantFrom(0, 10, 34, 39, 44, 58, 91, 92, 93, 123, 125, 127, 128, 255);
    assert(
      property(
        array(
          place.chain((at) => byte.map((value) => [at, value] as const)),
          { maxLength: 8 },
        ),
        place,
        (edits, cut) => {
          const bytes = original.slice();
          for (const [at, value] of edits) bytes[at] = value;
          use(bytes);
          use(bytes.subarray(0, cut));
          use(Uint8Array.from([...bytes.subarray(cut), ...bytes]));
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['STIX', BUNDLE],
    ['MISP', MISP],
  ])('%s with members of every wrong type', (_name, text) => {
    const wrong = [
      'null',
      '7',
      '"x"',
      '[]',
      '{}',
      'true',
      '[[[]]]',
      '{"__proto__":{"type":"indicator"}}',
      '"\\u0000"',
      '1e999',
    ];
    const members = [...text.matchAll(/"(\w+)":/g)].map((match) => match.index + match[0].length);
    expect(members.length).toBeGreaterThan(5);
    for (const at of members)
      for (const value of wrong) {
        const end = text.slice(at).search(/[,}\]]/) + at;
        use(new TextEncoder().encode(text.slice(0, at) + value + text.slice(end)));
      }
  });
});

describe('packs that are too much', () => {
  const codes = (text: string): string[] =>
    readPack(new TextEncoder().encode(text), 'x').problems.map((p) => p.code);

  it('refuses nesting, in STIX and in patterns', () => {
    expect(codes(`{"type":"bundle","objects":${'['.repeat(1e6)}`)).toEqual(['too-deep']);
    const deep = JSON.stringify({
      type: 'indicator',
      id: `indicator--${uuid(1)}`,
      pattern: `[${'('.repeat(1e5)}`,
    });
    expect(codes(`[${deep}]`)).toContain('pattern-unsupported');
  });

  it('refuses a text as long as a file', () => {
    expect(codes(`{"type":"bundle","name":"${'x'.repeat(5e6)}"}`)).toEqual(['string-too-long']);
  });

  it('reads a line without end as a line too long', () => {
    expect(codes('1.'.repeat(1e6))).toEqual(['line-too-long', 'not-intel']);
  });

  it('finds each value of a list once, however often it stands there', () => {
    const pack = readPack(new TextEncoder().encode('198.51.100.7\n'.repeat(20_000)), 'x');
    expect(pack.indicators).toHaveLength(1);
  });

  it('does not multiply a pattern of many alternatives', () => {
    const either = `(${Array.from({ length: 60 }, (_, i) => `file:name = '${i}'`).join(' OR ')})`;
    const pattern = `[${Array.from({ length: 8 }, () => either).join(' AND ')}]`;
    expect(codes(JSON.stringify([{ type: 'indicator', id: `indicator--${uuid(1)}`, pattern }]))).toContain(
      'pattern-unsupported',
    );
  });
});

it('scans a line of any length in time that grows with its length', () => {
  const index = buildIndex([readPack(new TextEncoder().encode(LIST), 'x')], { now: 0 });
  for (const unit of [
    'a.',
    'evil.example.',
    '1.2.3.',
    '198.51.100.7.',
    ':',
    '::',
    'abab',
    'x@',
    'evil.example/',
    '-',
    'a-.',
  ]) {
    const bytes = Buffer.from(unit.repeat(20_000));
    let found = 0;
    index.scanner.scan(bytes, { start: 0, end: bytes.length }, () => (found += 1));
    expect(found).toBeLessThan(20_001);
  }
});
