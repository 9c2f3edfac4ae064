import { describe, expect, it } from 'vitest';
import type { Answers } from '../../model/answers.ts';
import { isStixId, readStix } from '../../standards/stix/index.ts';
import { tlpMarkingId } from '../../standards/tlp/index.ts';
import { richAnswers } from '../kit/fixture.ts';
import { emptyAnswers } from '../kit/fixture-large.ts';
import { stix } from './report.ts';

type Json = Record<string, unknown> & { type: string; id: string };

const textOf = (answers: Answers): string => [...stix.write(answers, { color: false, width: 80 })].join('');
const objectsOf = (answers: Answers): Json[] => (JSON.parse(textOf(answers)) as { objects: Json[] }).objects;
const ofType = (answers: Answers, type: string): Json[] =>
  objectsOf(answers).filter((object) => object.type === type);

function withMatch(more: Partial<Answers['intelligence']['matched'][number]>): Answers {
  const rich = richAnswers();
  const [first] = rich.intelligence.matched;
  if (first === undefined) throw new Error('the fixture has no match');
  const matched = { ...first, ...more };
  const findings = rich.findings.map((f) =>
    f.indicators.length > 0 ? { ...f, indicators: [matched.id] } : f,
  );
  return { ...rich, findings, intelligence: { ...rich.intelligence, matched: [matched] } };
}

describe('STIX report', () => {
  it('is a bundle that our own reader reads without a problem', () => {
    for (const answers of [richAnswers(), emptyAnswers()]) {
      const reading = readStix(new TextEncoder().encode(textOf(answers)));
      expect(reading.problems).toEqual([]);
      expect(reading.objects.length).toBeGreaterThan(1);
    }
  });

  it('refers only to objects of the bundle, but for the indicator that was shared with us', () => {
    const objects = objectsOf(richAnswers());
    const ids = new Set(objects.map((object) => object.id));
    for (const object of objects) {
      expect(isStixId(object.id)).toBe(true);
      const { object_refs, observed_data_refs, where_sighted_refs, object_marking_refs } = object;
      const refs = [object_refs, observed_data_refs, where_sighted_refs, object_marking_refs].flat();
      expect(refs.filter((ref) => ref !== undefined && !ids.has(ref as string))).toEqual([]);
    }
  });

  it('sights the shared indicator by its own id, with when and how often', () => {
    expect(ofType(richAnswers(), 'sighting')).toMatchObject([
      {
        sighting_of_ref: 'indicator--1f0b5c52-9d0d-4d7e-9d61-0a3a6f0a1c11',
        count: 3,
        first_seen: '2026-08-14T03:12:00.000Z',
        last_seen: '2026-10-20T02:13:00.000Z',
      },
    ]);
    expect(ofType(richAnswers(), 'ipv4-addr')).toMatchObject([{ value: '198.51.100.9' }]);
  });

  it('makes an indicator where the shared one was no STIX object', () => {
    const answers = withMatch({ id: 'builtin:list 198.51.100.9' });
    const [made] = ofType(answers, 'indicator');
    expect(made).toMatchObject({ pattern: "[ipv4-addr:value = '198.51.100.9']", pattern_type: 'stix' });
    expect(ofType(answers, 'sighting')).toMatchObject([{ sighting_of_ref: made?.id }]);
  });

  it('leaves times out where no time is known, rather than inventing one', () => {
    const rich = richAnswers();
    const findings = rich.findings.map((f) => ({ ...f, first: null, last: null }));
    const [sighting] = ofType({ ...rich, findings }, 'sighting');
    expect(sighting).not.toHaveProperty('first_seen');
    expect(ofType({ ...rich, findings }, 'observed-data')).toEqual([]);
  });

  it('says nothing of findings that were set aside', () => {
    const rich = richAnswers();
    const suppressed = { by: 'a', why: 'our own host', until: null };
    const findings = rich.findings.map((f) => ({ ...f, suppressed }));
    expect(ofType({ ...rich, findings }, 'sighting')).toEqual([]);
    expect(textOf({ ...rich, findings })).not.toContain('198.51.100.9');
  });
});

describe('markings', () => {
  it('marks with the strictest TLP of case and indicators, and keeps other markings verbatim', () => {
    const answers = withMatch({ marking: 'RED' });
    const [sighting] = ofType(answers, 'sighting');
    const refs = answers.intelligence.matched[0]?.markingRefs ?? [];
    expect(sighting?.['object_marking_refs']).toEqual([tlpMarkingId('RED'), ...refs]);
    const carried = objectsOf(answers).find((object) => object.id === refs[0]);
    expect(carried).toEqual(answers.intelligence.carried[refs[0] as string]);
  });

  it('does not carry what no sighting needs', () => {
    const rich = richAnswers();
    const id = 'marking-definition--00000000-0000-4000-8000-00000000000a';
    const carried = { ...rich.intelligence.carried, [id]: { type: 'marking-definition', id } };
    expect(textOf({ ...rich, intelligence: { ...rich.intelligence, carried } })).not.toContain(id);
  });

  it('carries the identity that a marking names, and ends where two name each other', () => {
    const rich = richAnswers();
    const [ref] = Object.keys(rich.intelligence.carried) as [string];
    const who = 'identity--00000000-0000-4000-8000-00000000000b';
    const carried = {
      [ref]: { ...(rich.intelligence.carried[ref] as object), created_by_ref: who },
      [who]: { type: 'identity', id: who, object_marking_refs: [ref] },
    };
    expect(textOf({ ...rich, intelligence: { ...rich.intelligence, carried } })).toContain(`"id":"${who}"`);
  });

  it('marks nothing where nothing was marked', () => {
    const answers = withMatch({ marking: null, markingRefs: [] });
    expect(textOf({ ...answers, marking: null })).not.toContain('object_marking_refs":["');
  });
});

describe('privacy', () => {
  it('names no account, no device, no case and no person', () => {
    const text = textOf(richAnswers());
    for (const word of ['m.okafor', 'svc-backup', 'pe-chi', 'case-7QK2', 'a.lindgren', '203.0.113.77'])
      expect(text).not.toContain(word);
  });

  it('gives other ids in another case, so that two carriers are not taken for one', () => {
    const other = { ...richAnswers(), caseId: 'case-OTHER' };
    expect(ofType(other, 'identity')[0]?.id).not.toBe(ofType(richAnswers(), 'identity')[0]?.id);
    expect(textOf(richAnswers())).toBe(textOf(richAnswers()));
  });
});
