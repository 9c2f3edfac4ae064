// MUSTs of STIX 2.1 that hold for every object, and what must never leave the house.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../model/answers.ts';
import { isStixId, parseTimestamp, readPattern } from '../../standards/stix/index.ts';
import { tlpMarkingId } from '../../standards/tlp/index.ts';
import { richAnswers } from '../kit/fixture.ts';
import { hostileAnswers } from '../kit/fixture-hostile.ts';
import { emptyAnswers } from '../kit/fixture-large.ts';
import { stix } from './report.ts';

type Matched = Answers['intelligence']['matched'][number];
interface Json {
  readonly type: string;
  readonly id: string;
  readonly [key: string]: unknown;
}

const textOf = (answers: Answers): string => [...stix.write(answers, { color: false, width: 80 })].join('');
const objectsOf = (answers: Answers): Json[] => (JSON.parse(textOf(answers)) as { objects: Json[] }).objects;

/** The rich case with these matches, each named by one finding. */
function matching(...more: readonly Partial<Matched>[]): Answers {
  const rich = richAnswers();
  const [known] = rich.intelligence.matched as [Matched];
  const matched = more.map((one, i) => ({ ...known, id: `list:${i}`, ...one }));
  const findings = matched.map((m, i) => ({
    ...rich.findings[1]!,
    id: `F-${i}`,
    key: String(i),
    indicators: [m.id],
  }));
  return { ...rich, findings, intelligence: { ...rich.intelligence, matched } };
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  identity: ['name', 'created', 'modified'],
  indicator: ['pattern', 'pattern_type', 'valid_from', 'created', 'modified'],
  sighting: ['sighting_of_ref', 'created', 'modified'],
  'observed-data': [
    'first_observed',
    'last_observed',
    'number_observed',
    'object_refs',
    'created',
    'modified',
  ],
  grouping: ['context', 'object_refs', 'created', 'modified'],
  'marking-definition': ['created'],
};

/** Breaches of sections 2 to 7 of STIX 2.1 that can be told without a schema. */
function breaches(object: Json): string[] {
  const out: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (value === null) out.push(`${path} is null`);
    if (Array.isArray(value) && value.length === 0) out.push(`${path} is an empty list`);
    if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(object, object.type);
  for (const key of REQUIRED[object.type] ?? [])
    if (!Object.hasOwn(object, key)) out.push(`${object.type} lacks ${key}`);
  for (const [key, value] of Object.entries(object))
    if (
      /^(?:created|modified|valid_from|first_|last_(?:seen|observed))/.test(key) &&
      typeof value === 'string' &&
      !key.endsWith('_ref')
    )
      if (!/\.\d{3}Z$/.test(value) || parseTimestamp(value) === null) out.push(`${key} is ${value}`);
  if (object['spec_version'] !== '2.1') out.push(`${object.type} has no spec_version`);
  if (!isStixId(object.id) || !object.id.startsWith(`${object.type}--`)) out.push(`id ${object.id}`);
  return [...out, ...counts(object)];
}

function counts(object: Json): string[] {
  const out: string[] = [];
  const order = [
    ['first_seen', 'last_seen'],
    ['first_observed', 'last_observed'],
    ['created', 'modified'],
  ] as const;
  for (const [a, b] of order)
    if (Object.hasOwn(object, a) && String(object[a]) > String(object[b])) out.push(`${a} after ${b}`);
  const { count = 0, number_observed: seen = 1 } = object as Partial<Record<string, number>>;
  if (!Number.isInteger(count) || count < 0 || count > 999_999_999) out.push(`count ${count}`);
  if (!Number.isInteger(seen) || seen < 1 || seen > 999_999_999) out.push(`number_observed ${seen}`);
  return out;
}

const everyType: readonly Partial<Matched>[] = [
  { type: 'ipv4', value: '203.0.113.9' },
  { type: 'ipv6', value: '2001:db8::9' },
  { type: 'network', value: '203.0.113.0/24' },
  { type: 'domain', value: 'evil.example' },
  { type: 'url', value: "http://evil.example/it's" },
  { type: 'email', value: 'mallory@evil.example' },
  { type: 'filename', value: 'C:\\tmp\\cmd9' },
  { type: 'hash', value: 'ab'.repeat(32) },
];

describe('every object', () => {
  it.each<[string, Answers]>([
    ['rich case', richAnswers()],
    ['empty case', emptyAnswers()],
    ['hostile case', hostileAnswers('\u0000\u202e"}]')],
    ['case with every type of value', matching(...everyType)],
    ['case without any marking', { ...matching({ marking: null, markingRefs: [] }), marking: null }],
    [
      'case without times',
      { ...richAnswers(), findings: richAnswers().findings.map((f) => ({ ...f, first: null, last: null })) },
    ],
    [
      'case with counts beyond the standard',
      { ...richAnswers(), findings: richAnswers().findings.map((f) => ({ ...f, count: 5e12 })) },
    ],
  ])('of the %s keeps what STIX 2.1 demands', (_name, answers) => {
    expect(objectsOf(answers).flatMap(breaches)).toEqual([]);
  });

  it('is there once', () => {
    const ids = objectsOf(matching(...everyType)).map((o) => o.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is referred to by what needs it, and refers only into the bundle', () => {
    const objects = objectsOf(matching(...everyType));
    const known = new Set(objects.map((o) => o.id));
    const refs = objects.flatMap((o) =>
      Object.entries(o).flatMap(([key, value]) => (/_refs?$/.test(key) ? [value].flat() : [])),
    );
    expect(refs.filter((ref) => !known.has(ref as string))).toEqual([]);
    const orphans = objects.filter((o) => o.type !== 'grouping' && !refs.includes(o.id));
    expect(orphans).toEqual([]);
  });

  it.each(everyType)('says in its pattern what was matched: $type', ({ type, value }) => {
    const [made] = objectsOf(matching({ type: type!, value: value! })).filter((o) => o.type === 'indicator');
    const reading = readPattern(made!['pattern'] as string);
    expect(reading.kind === 'terms' && reading.alternatives[0]?.[0]?.value).toBe(value);
  });

  it('is left out where its value is of no type that STIX has', () => {
    const types = objectsOf(matching({ type: 'ja3' }, { type: 'hash', value: 'abc' })).map((o) => o.type);
    expect(types).not.toContain('sighting');
    expect(types).not.toContain('indicator');
  });
});

describe('ids', () => {
  it('and all that they name do not change when the same case is written again later', () => {
    const one = matching(...everyType);
    expect(objectsOf(one).length).toBeGreaterThan(5);
    expect(objectsOf({ ...one, asOf: one.asOf + 86_400_000 })).toEqual(objectsOf(one));
  });

  it('of what was seen again later are new ones, since created tells of other evidence', () => {
    const one = matching(...everyType);
    const later = {
      ...one,
      findings: one.findings.map((f) => ({ ...f, last: (f.last ?? f.first ?? one.asOf) + 60_000 })),
    };
    const known = new Map(objectsOf(one).map((o) => [o.id, o['created']]));
    const again = objectsOf(later).filter((o) => known.has(o.id));
    expect(again.map((o) => o['created'])).toEqual(again.map((o) => known.get(o.id)));
    expect(objectsOf(later).some((o) => o.type === 'sighting' && !known.has(o.id))).toBe(true);
  });

  it.each([
    ['with a value behind it', 'indicator--00000000-0000-4000-8000-00000000000a:203.0.113.9', true],
    ['alone', 'indicator--00000000-0000-4000-8000-00000000000a', true],
    ['of another type', 'malware--00000000-0000-4000-8000-00000000000a', false],
    ['that goes on', 'indicator--00000000-0000-4000-8000-00000000000abc', false],
    ['in capitals', 'INDICATOR--00000000-0000-4000-8000-00000000000A', false],
    ['inside other text', 'x indicator--00000000-0000-4000-8000-00000000000a', false],
  ])('of the sharer are kept %s only when they are ids of indicators', (_name, id, kept) => {
    const [sighting] = objectsOf(matching({ id })).filter((o) => o.type === 'sighting');
    expect(sighting?.['sighting_of_ref'] === 'indicator--00000000-0000-4000-8000-00000000000a').toBe(kept);
  });
});

describe('one value that two sharers sent under different terms', () => {
  const terms = ['a', 'b'].map((x) => `marking-definition--00000000-0000-4000-8000-00000000000${x}`);
  const two = matching({ markingRefs: [terms[0]!] }, { markingRefs: [terms[1]!] });

  it('carries the terms of both on everything that says it', () => {
    const own = objectsOf(two).filter((o) =>
      ['ipv4-addr', 'observed-data', 'indicator', 'sighting'].includes(o.type),
    );
    expect(own.length).toBeGreaterThan(2);
    for (const object of own) expect(object['object_marking_refs']).toEqual(expect.arrayContaining(terms));
  });

  it('names each marking once', () => {
    for (const { object_marking_refs: refs = [] } of objectsOf(two))
      expect(new Set(refs as string[]).size).toBe((refs as string[]).length);
  });
});

describe('what must not leave', () => {
  const marker = 'zzMARKERzz';

  it('no text of evidence, device, account, file, duty or person is in the bundle', () => {
    const answers = hostileAnswers(marker);
    expect(JSON.stringify(answers)).toContain(marker);
    expect(textOf(answers)).not.toContain(marker);
  });

  it('no number of subscribers or records is in the bundle', () => {
    const rich = richAnswers();
    const bounds = { lower: 987_654_321, upper: 987_654_321 };
    const data = rich.scope.data.map((d) => ({ ...d, records: bounds, persons: bounds }));
    expect(textOf({ ...rich, scope: { ...rich.scope, data } })).not.toContain('987654321');
  });

  it('no address of ours stands beside the one that was shared', () => {
    const own = richAnswers().devices.flatMap((d) => d.addresses);
    const text = textOf(richAnswers());
    expect(own.filter((address) => text.includes(`"${address}"`))).toEqual([]);
  });

  it('no matched indicator that only a finding set aside names is in the bundle', () => {
    const answers = matching({ value: '203.0.113.201' }, { value: '203.0.113.202' });
    const [first, second] = answers.findings as [Answers['findings'][number], Answers['findings'][number]];
    const aside = { ...first, suppressed: { by: 'a', why: 'ours', until: null } };
    const text = textOf({ ...answers, findings: [aside, second] });
    expect(text).not.toContain('203.0.113.201');
    expect(text).toContain('203.0.113.202');
  });

  it('the case cannot be read from its ids', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{8,20}$/), (caseId) => {
        expect(textOf({ ...richAnswers(), caseId })).not.toContain(caseId);
      }),
      { numRuns: 20 },
    );
  });
});

describe('marking', () => {
  it.each([
    ['CLEAR', 'RED', 'RED'],
    ['AMBER+STRICT', 'GREEN', 'AMBER+STRICT'],
    [null, 'GREEN', 'GREEN'],
    ['GREEN', null, 'GREEN'],
  ] as const)('of a case %s with an indicator %s is %s', (own, shared, expected) => {
    const answers = { ...matching({ marking: shared }), marking: own };
    const sightings = objectsOf(answers).filter((o) => o.type === 'sighting');
    expect(sightings).toHaveLength(1);
    for (const sighting of sightings)
      expect(sighting['object_marking_refs']).toContain(tlpMarkingId(expected));
  });

  it('that is no STIX id is not written as one', () => {
    const refs = ['TLP:RED', 'marking-definition--x', '', '__proto__'];
    const text = textOf(matching({ markingRefs: refs }));
    for (const ref of refs.filter((one) => one !== '')) expect(text).not.toContain(`"${ref}"`);
  });
});
