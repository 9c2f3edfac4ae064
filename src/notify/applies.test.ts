import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../base/calendar-day.ts';
import { type Applicability, applicability, notInForce } from './applies.ts';
import type { Condition, Duty } from './duty.ts';
import type { Facts } from './facts.ts';

const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;
const carrier: Condition = { fact: 'entity.usCarrier', op: 'eq', value: true, says: 'You are a carrier' };
const touched: Condition = {
  fact: 'intercept.touched',
  op: 'eq',
  value: true,
  says: 'Interception was touched',
};

const BASE: Duty = {
  id: 'xx-synthetic',
  title: 'A synthetic duty',
  kind: 'duty',
  jurisdiction: 'US',
  status: 'in-force',
  effectiveFrom: null,
  effectiveUntil: null,
  statusNote: 'Synthetic status.',
  whom: [],
  trigger: { all: [carrier, touched] },
  clocks: [],
  holds: [],
  contentFields: [],
  questions: {},
  source: { title: 'Synthetic', url: 'https://example.com/', citation: 'Synthetic' },
  verifiedOn: '2026-11-01',
  verification: 'unverified',
  note: '',
};
const CERTAIN: Facts = { 'entity.usCarrier': true, 'intercept.touched': true };

function judged(change: Partial<Duty>, facts: Facts, date = '2026-11-22'): Applicability {
  return applicability({ ...BASE, ...change }, facts, { today: day(date), jurisdictions: ['US'] });
}

describe('a duty in force', () => {
  it('applies, and says why in the words of the row', () => {
    expect(judged({}, CERTAIN)).toEqual({
      state: 'applies',
      because: ['Yes: You are a carrier.', 'Yes: Interception was touched.'],
      questions: [],
    });
  });

  it('does not apply where one condition is known to fail, and names only that one', () => {
    const found = judged({}, { 'entity.usCarrier': false });
    expect(found).toMatchObject({ state: 'does-not-apply', because: ['Not the case: You are a carrier.'] });
    expect(found.questions).toEqual([]);
  });

  it('asks where only a person knows', () => {
    const found = judged({}, { 'intercept.touched': true });
    expect(found.state).toBe('needs-answer');
    expect(found.questions.map((row) => row.fact)).toEqual(['entity.usCarrier']);
    expect(found.because).toContain('Not known: You are a carrier.');
  });

  it('may apply where the evidence could not tell', () => {
    const found = judged({}, { 'entity.usCarrier': true, 'intercept.touched': 'unknown' });
    expect(found.state).toBe('may-apply');
    expect(found.questions.map((row) => row.fact)).toEqual(['intercept.touched']);
  });

  it('may apply on weaker signs although the trigger fails', () => {
    const possible: Condition = {
      fact: 'persons.upper',
      op: 'gte',
      value: 1,
      says: 'Somebody may be affected',
    };
    const facts = { 'entity.usCarrier': true, 'intercept.touched': false };
    expect(judged({ possible }, { ...facts, 'persons.upper': 1 })).toMatchObject({
      state: 'may-apply',
      because: ['Yes: Somebody may be affected.'],
    });
    expect(judged({ possible }, { ...facts, 'persons.upper': 0 }).state).toBe('does-not-apply');
    expect(judged({ possible }, facts).state).toBe('may-apply');
  });

  it('uses the row’s own question, and treats an unlisted fact as a person’s', () => {
    const trigger: Condition = { fact: 'moon.full', op: 'eq', value: true, says: 'The moon is full' };
    const found = judged({ trigger, questions: { 'moon.full': 'Is the moon full?' } }, {});
    expect(found).toMatchObject({
      state: 'needs-answer',
      questions: [{ fact: 'moon.full', question: 'Is the moon full?' }],
    });
  });

  it('stays out of jurisdictions that were not given', () => {
    const found = judged({ jurisdiction: 'EU' }, CERTAIN);
    expect(found.state).toBe('does-not-apply');
    expect(found.because[0]).toContain('EU is not among');
  });
});

describe('a duty that is not in force', () => {
  it.each(['rescinded', 'lapsed', 'pending'] as const)(
    'never applies when %s, whatever the facts and dates',
    (status) => {
      for (const effectiveFrom of [null, '2020-01-01', '2030-01-01']) {
        const found = judged({ status, effectiveFrom }, CERTAIN);
        expect(found.state).toBe('not-in-force');
        expect(found.because).toContain('Synthetic status.');
      }
    },
  );

  it('begins and ends with its dates, both included', () => {
    const dated = { effectiveFrom: '2026-11-22', effectiveUntil: '2026-12-01' };
    expect(judged(dated, CERTAIN, '2026-11-21').state).toBe('not-in-force');
    expect(judged(dated, CERTAIN, '2026-11-22').state).toBe('applies');
    expect(judged(dated, CERTAIN, '2026-12-01').state).toBe('applies');
    expect(judged(dated, CERTAIN, '2026-12-02').because[0]).toBe('It ended on Tue 1 Dec 2026.');
  });

  it('warns when a pending row passes its recorded start', () => {
    const row: Duty = { ...BASE, status: 'pending', effectiveFrom: '2026-11-01' };
    expect(notInForce(row, day('2026-11-22'))).toContain('Check its status now');
    expect(notInForce(row, day('2026-10-01'))).toBe('It is not in force yet.');
  });
});

describe('a row whose status nobody could find out', () => {
  const change = { status: 'check', effectiveUntil: '2026-09-30' } as const;

  it('never says that it applies, before or after its last known day', () => {
    for (const date of ['2026-09-01', '2026-09-30', '2026-10-01', '2026-11-22']) {
      const found = judged(change, CERTAIN, date);
      expect(found.state).toBe('may-apply');
      expect(found.because[0]).toContain('could not be confirmed');
    }
  });

  it('still does not apply where the facts rule it out', () => {
    expect(judged(change, { 'entity.usCarrier': false }).state).toBe('does-not-apply');
  });
});
