import { describe, expect, it } from 'vitest';
import type { Check } from '../../checks/kit/contract.ts';
import type { IntelPack } from '../../model/indicator.ts';
import type { Source } from '../../sources/kit/contract.ts';
import type { StoredEvidence } from '../../store/contract.ts';
import {
  contextFingerprint,
  intelFingerprint,
  isStale,
  readFingerprint,
  templateContext,
} from './fingerprints.ts';

const packs = (...ids: string[]): IntelPack[] => ids.map((id) => ({ id }) as IntelPack);
const source = (id: string, version: number): Source => ({ id, version }) as Source;
const check = (...records: string[]): Check => ({ selects: [{ records }] }) as unknown as Check;
const content = (parts: Record<string, string>): Map<string, string> => new Map(Object.entries(parts));

describe('intelFingerprint', () => {
  it('changes with the set of packs and not with their order', () => {
    expect(intelFingerprint(packs('b', 'a'))).toBe(intelFingerprint(packs('a', 'b')));
    expect(intelFingerprint(packs('a'))).not.toBe(intelFingerprint(packs('a', 'b')));
  });
});

describe('readFingerprint', () => {
  const base = readFingerprint([source('x', 1), source('y', 1)], [check('login')], content({}));

  it('is the same for the same readers in another order', () => {
    expect(readFingerprint([source('y', 1), source('x', 1)], [check('login')], content({}))).toBe(base);
    expect(
      readFingerprint([source('y', 1), source('x', 1)], [check('login')], content({ 'duties/us.yaml': 'x' })),
    ).toBe(base);
  });

  it.each([
    ['a newer reader', [source('x', 2), source('y', 1)], [check('login')], {}],
    ['another reader', [source('x', 1)], [check('login')], {}],
    ['another selection', [source('x', 1), source('y', 1)], [check('login', 'log')], {}],
    ['another map', [source('x', 1), source('y', 1)], [check('login')], { 'access-maps/a.yaml': 'x' }],
    [
      'other tool strings',
      [source('x', 1), source('y', 1)],
      [check('login')],
      { 'tool-strings/a.yaml': 'x' },
    ],
  ])('changes with %s', (_, sources, checks, parts) => {
    expect(readFingerprint(sources, checks, content(parts))).not.toBe(base);
  });
});

describe('templateContext', () => {
  const known = [
    { key: 'b', definition: '2' },
    { key: 'a', definition: '1' },
    { key: 'a', definition: '1' },
    { key: 'torn', definition: 'x' },
    { key: 'torn', definition: 'y' },
  ];

  it('lends what is missing and known in one way only', () => {
    expect([...templateContext(['a', 'b', 'torn', 'gone'], known)]).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(templateContext([], known).size).toBe(0);
  });

  it('has a fingerprint that the order of arrival does not change', () => {
    const one = templateContext(['b', 'a'], known);
    const other = templateContext(['a', 'b'], known.toReversed());
    expect(contextFingerprint(one)).toBe(contextFingerprint(other));
    expect(contextFingerprint(new Map())).toBe('');
    expect(contextFingerprint(templateContext(['a'], known))).not.toBe(contextFingerprint(one));
  });
});

describe('evidence', () => {
  const now = { scannedWith: 's', readWith: 'r', templates: [{ key: 'a', definition: '1' }] };
  const stored = (parts: Partial<StoredEvidence>): StoredEvidence =>
    ({
      source: 'x',
      scannedWith: 's',
      readWith: 'r',
      templatesWith: '',
      missingTemplates: [],
      ...parts,
    }) as StoredEvidence;

  it.each<[string, Partial<StoredEvidence>, boolean]>([
    ['as it is', {}, false],
    ['after new intelligence', { scannedWith: 'old' }, true],
    ['after newer readers', { readWith: 'old' }, true],
    ['after a template came that it lacked', { missingTemplates: ['a'] }, true],
    ['while the template that it lacks is still missing', { missingTemplates: ['z'] }, false],
    ['when it is intelligence itself', { source: 'intel/pack', readWith: 'old' }, false],
  ])('%s is stale: %j', (_, parts, stale) => {
    expect(isStale(stored(parts), now)).toBe(stale);
  });

  it('is no longer stale once it was read with the template', () => {
    const templatesWith = contextFingerprint(new Map([['a', '1']]));
    expect(isStale(stored({ missingTemplates: ['a'], templatesWith }), now)).toBe(false);
  });
});
