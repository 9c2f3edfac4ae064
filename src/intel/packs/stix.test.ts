import { describe, expect, it } from 'vitest';
import type { IntelPack } from '../../model/indicator.ts';
import { readPack } from './read-pack.ts';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const AT = '2025-01-16T19:02:20.349Z';
const UPPER = 'AB'.repeat(32);

interface Fields {
  readonly [key: string]: unknown;
}

const indicator = (n: number, pattern: string, more: Fields = {}): Fields => ({
  type: 'indicator',
  id: `indicator--${uuid(n)}`,
  created: AT,
  modified: AT,
  pattern,
  pattern_type: 'stix',
  valid_from: AT,
  ...more,
});
const ip = (n: number, more: Fields = {}): Fields =>
  indicator(n, `[ipv4-addr:value = '198.51.100.${n}']`, more);

function pack(...objects: Fields[]): IntelPack {
  const bundle = { type: 'bundle', id: `bundle--${uuid(0)}`, objects };
  return readPack(new TextEncoder().encode(JSON.stringify(bundle)), 'test.json');
}

const counts = (read: IntelPack): Record<string, number> =>
  Object.fromEntries(read.problems.map((p) => [p.code, p.count]));

describe('validity', () => {
  it('does not take the time of the record for the time of the activity', () => {
    const read = pack(ip(1));
    expect(read.indicators[0]?.validFrom).toBeNull();
    expect(counts(read)['valid-from-is-record-time']).toBe(1);
  });

  it('keeps a validity that somebody stated', () => {
    const stated = pack(
      ip(1, { valid_from: '2024-01-01T00:00:00Z' }),
      ip(2, { valid_until: '2025-06-01T00:00:00Z' }),
    );
    expect(stated.indicators.map((one) => one.validFrom)).toEqual([Date.UTC(2024, 0, 1), Date.parse(AT)]);
    expect(stated.indicators[1]?.validUntil).toBe(Date.UTC(2025, 5, 1));
    expect(counts(stated)['valid-from-is-record-time']).toBeUndefined();
  });
});

describe('values', () => {
  it('looks for a hash alone and keeps the name beside it', () => {
    const read = pack(indicator(1, `[file:hashes.'SHA-256' = '${UPPER}' AND file:name = 'cmd9']`));
    expect(read.indicators).toMatchObject([
      {
        type: 'hash',
        value: UPPER.toLowerCase(),
        together: [{ type: 'filename', value: 'cmd9' }],
        id: `indicator--${uuid(1)}`,
      },
    ]);
  });

  it('gives each value of a pattern an id of its own and says which conditions it does not look at', () => {
    const read = pack(
      indicator(1, "[ipv4-addr:value = '198.51.100.1' OR domain-name:value = 'A.example']"),
      indicator(
        2,
        "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.51.100.9' AND network-traffic:dst_port = 443]",
      ),
      indicator(3, "[(file:hashes.SSDEEP = '3:x' OR file:hashes.MD5 = 'ABABABABABABABABABABABABABABABAB')]"),
    );
    expect(read.indicators.map((one) => one.id)).toEqual([
      `indicator--${uuid(1)}:198.51.100.1`,
      `indicator--${uuid(1)}:a.example`,
      `indicator--${uuid(2)}`,
      `indicator--${uuid(3)}`,
    ]);
    expect(counts(read)).toMatchObject({ 'term-unused': 1, 'hash-kind-unused': 1 });
  });

  it('never lets a file name stand for a hash that it cannot match', () => {
    const either = "(file:hashes.SSDEEP = '3:x' OR file:hashes.MD5 = 'ABABABABABABABABABABABABABABABAB')";
    expect(
      pack(indicator(1, `[${either} AND file:name = 'cmd9']`)).indicators.map((one) => one.type),
    ).toEqual(['hash']);
    expect(pack(indicator(1, "[file:name = 'cmd9']")).indicators.map((one) => one.type)).toEqual([
      'filename',
    ]);
  });

  it('counts what it cannot use', () => {
    const read = pack(
      indicator(1, "[file:name LIKE 'x%']"),
      indicator(2, 'rule x {}', { pattern_type: 'yara' }),
      indicator(3, "[ipv4-addr:value = '10.1.2.3']"),
      indicator(4, "[ipv4-addr:value = '300.1.2.3']"),
    );
    expect(read.indicators.map((one) => one.value)).toEqual(['10.1.2.3']);
    expect(counts(read)).toMatchObject({
      'pattern-unsupported': 1,
      'pattern-type': 1,
      'reserved-address': 1,
      'value-unreadable': 1,
    });
  });
});

describe('what else the bundle says', () => {
  const malware = (n: number, name: string): Fields => ({ type: 'malware', id: `malware--${uuid(n)}`, name });
  const link = (n: number, source: string, target: string): Fields => ({
    type: 'relationship',
    id: `relationship--${uuid(n)}`,
    relationship_type: 'indicates',
    source_ref: source,
    target_ref: target,
  });

  it('labels with families and techniques, not with junk names', () => {
    const technique = {
      type: 'attack-pattern',
      id: `attack-pattern--${uuid(9)}`,
      name: 'Execution / Network Device CLI [T1059.008] (ENT)',
    };
    const me = `indicator--${uuid(1)}`;
    const read = pack(
      ip(1),
      malware(7, 'Demodex'),
      malware(8, 'Golang'),
      technique,
      link(20, me, `malware--${uuid(7)}`),
      link(21, me, `malware--${uuid(8)}`),
      link(22, me, `attack-pattern--${uuid(9)}`),
      link(23, me, `malware--${uuid(99)}`),
    );
    expect(read.indicators[0]).toMatchObject({ labels: ['Demodex'], attack: ['T1059.008'] });
    expect(counts(read)).toMatchObject({ 'junk-name': 1, 'dangling-reference': 1 });
  });

  it('names who shared it, or the report when the maker is missing', () => {
    const who = `identity--${uuid(5)}`;
    const identity = { type: 'identity', id: who, name: 'Example ISAC' };
    const report = {
      type: 'report',
      id: `report--${uuid(6)}`,
      name: 'Example report',
      object_refs: [`indicator--${uuid(1)}`],
    };
    expect(pack(ip(1, { created_by_ref: who }), identity).indicators[0]?.origin).toBe('Example ISAC');
    const dangling = pack(ip(1, { created_by_ref: who }), report);
    expect(dangling.indicators[0]?.origin).toBe('Example report');
    expect(counts(dangling)['dangling-reference']).toBe(1);
  });

  it('labels with the actor that a MISP export names, when it names one', () => {
    const actor = (n: number, name: string): Fields => ({
      type: 'x-misp-attribute',
      id: `x-misp-attribute--${uuid(n)}`,
      x_misp_type: 'threat-actor',
      x_misp_value: name,
    });
    const report = (refs: number): Fields => ({
      type: 'report',
      id: `report--${uuid(6)}`,
      object_refs: [
        `indicator--${uuid(1)}`,
        ...Array.from({ length: refs }, (_, i) => `x-misp-attribute--${uuid(40 + i)}`),
      ],
    });
    expect(pack(ip(1), report(1), actor(40, 'UAT-1')).indicators[0]?.labels).toEqual(['UAT-1']);
    expect(pack(ip(1), report(2), actor(40, 'UAT-1'), actor(41, 'UAT-2')).indicators[0]?.labels).toEqual([]);
  });

  it('keeps markings: TLP as a label, the others as references, all objects verbatim', () => {
    const acs = {
      type: 'marking-definition',
      id: `marking-definition--${uuid(3)}`,
      extensions: { any: { control_set: ['x'] } },
    };
    const amber = 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421';
    const read = pack(
      ip(1, { object_marking_refs: [acs.id] }),
      ip(2, { object_marking_refs: [amber, acs.id] }),
      acs,
    );
    expect(read.indicators.map((one) => [one.marking, one.markingRefs])).toEqual([
      [null, [acs.id]],
      ['AMBER', [acs.id]],
    ]);
    expect(read.marking).toBe('AMBER');
    expect(read.carried).toEqual({ [acs.id]: acs });
    expect(counts(read)['no-tlp']).toBe(1);
  });

  it('takes the TLP of the report that lists an indicator', () => {
    const red = 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1';
    const report = {
      type: 'report',
      id: `report--${uuid(6)}`,
      object_marking_refs: [red],
      object_refs: [`indicator--${uuid(1)}`],
    };
    expect(pack(ip(1), report).indicators[0]?.marking).toBe('RED');
  });
});

describe('hostile bundles', () => {
  it('ends on references in circles', () => {
    const report = (n: number, ref: number): Fields => ({
      type: 'report',
      id: `report--${uuid(n)}`,
      created_by_ref: `report--${uuid(ref)}`,
      object_marking_refs: [`report--${uuid(ref)}`],
      object_refs: [`report--${uuid(ref)}`, `report--${uuid(n)}`, `indicator--${uuid(1)}`],
    });
    expect(
      pack(ip(1, { created_by_ref: `indicator--${uuid(1)}` }), report(2, 3), report(3, 2)).indicators,
    ).toHaveLength(1);
  });

  it('takes no key for a prototype and no wrong type for text', () => {
    const read = pack(ip(1, { name: { toString: 'x' }, revoked: 'true', confidence: 'high', labels: 7 }), {
      type: 'identity',
      id: '__proto__',
      name: 'x',
    });
    expect(read.indicators[0]).toMatchObject({ title: '', revoked: false, confidence: null });
    expect(Object.getPrototypeOf(read.carried)).toBe(Object.prototype);
    expect(counts(read)).toMatchObject({ 'confidence-unreadable': 1, 'bad-id': 1 });
  });

  it('says what is wrong with what it cannot read at all', () => {
    const read = (text: string): string[] =>
      readPack(new TextEncoder().encode(text), 'x').problems.map((p) => p.code);
    expect(read('{"type":"bundle"')).toEqual(['not-json']);
    expect(read('['.repeat(100_000))).toEqual(['too-deep']);
    expect(read('{"stix_header":{}}')).toEqual(['stix-1']);
    expect(read('')).toEqual(['not-intel']);
    expect(read('\0\0\0')).toEqual(['not-intel']);
  });
});
