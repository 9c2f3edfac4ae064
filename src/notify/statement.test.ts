import { describe, expect, it } from 'vitest';
import type { AssessedClock } from './assessment.ts';
import type { DutyClock } from './duty.ts';
import type { Facts } from './facts.ts';
import { reckoningOf } from './jurisdiction.ts';
import { assessClock, type ClockContext, clockAtRest, lengthInWords, sentences } from './statement.ts';

const ASOF = Date.parse('2026-11-24T09:00:00-05:00');
const clock: DutyClock = {
  name: 'Report',
  startEvent: 'awareness',
  length: 24,
  unit: 'hours',
  text: 'Within 24 hours.',
};

function context(facts: Facts, jurisdiction = 'US'): ClockContext {
  const reckoning = reckoningOf(jurisdiction);
  const calendar = { holidays: reckoning.holidays, closures: [] };
  return { asOf: ASOF, facts, reckoning, setting: { zone: reckoning.zone, calendar } };
}
const said = (change: Partial<DutyClock>, facts: Facts, jurisdiction?: string): AssessedClock =>
  assessClock({ ...clock, ...change }, context(facts, jurisdiction));

describe('what a clock says', () => {
  it('gives the deadline, the length, the event and what is left', () => {
    const { statement } = said({}, { 'awareness.at': ASOF - 3_600_000 });
    expect(statement).toContain('Due by Wed 25 Nov 2026 08:00 (America/New_York)');
    expect(statement).toContain('24 hours after the moment the organisation became aware');
    expect(statement).toContain('23 hours left.');
    expect(statement).toContain('Within 24 hours.');
  });

  it('states the assumption about business days, per jurisdiction', () => {
    const days = { length: 3, unit: 'business-days' } as const;
    const facts = { 'awareness.at': ASOF };
    expect(said(days, facts).statement).toContain('US federal holidays');
    expect(said(days, facts, 'EU').statement).toContain('no common list');
    expect(said(days, facts, 'UK').statement).toContain('England and Wales');
    expect(said(days, facts, 'ZZ').statement).toContain('not known here');
    expect(said({}, facts).statement).not.toContain('holidays');
  });

  it('names a closed weekday only when it was passed over', () => {
    const facts = { 'awareness.at': ASOF };
    const short = said({ length: 1, unit: 'business-days' }, facts).statement;
    const long = said({ length: 2, unit: 'business-days' }, facts).statement;
    expect(short).not.toContain('Passed over');
    expect(long).toContain('Passed over: Thanksgiving Day, Thu 26 Nov 2026.');
  });

  it('says that a limit is not verified, on every path', () => {
    const open = { verification: 'unverified' } as const;
    const gate = { fact: 'ransom.paid', op: 'eq', value: true, says: 'A ransom was paid' } as const;
    const warned = 'This limit has not been verified.';
    expect(said(open, { 'awareness.at': ASOF }).statement).toContain(warned);
    expect(said(open, {}).statement).toContain(warned);
    expect(said({ ...open, when: gate }, { 'ransom.paid': false }).statement).toContain(warned);
    expect(clockAtRest({ ...clock, ...open }, 'At rest.').statement).toContain(warned);
    expect(said({}, { 'awareness.at': ASOF }).statement).not.toContain(warned);
  });

  it('keeps a start but has no deadline where the rule has no number', () => {
    const found = said({ length: 0, unit: 'none', text: 'Soon.' }, { 'awareness.at': ASOF });
    expect(found).toMatchObject({ startsAt: ASOF, dueAt: null, remaining: null });
    expect(found.statement).toContain('Counted from');
  });
});

describe('a clock with a condition', () => {
  const when = { fact: 'ransom.paid', op: 'eq', value: true, says: 'A ransom was paid' } as const;
  const start = { 'awareness.at': ASOF };

  it('runs where it holds', () => {
    expect(said({ when }, { ...start, 'ransom.paid': true }).dueAt).toBe(ASOF + 24 * 3_600_000);
  });

  it('does not run where it fails', () => {
    expect(said({ when }, { ...start, 'ransom.paid': false })).toMatchObject({ startsAt: null, dueAt: null });
  });

  it('is counted where nobody knows, because a missed deadline is worse than a needless one', () => {
    const found = said({ when }, start);
    expect(found.dueAt).toBe(ASOF + 24 * 3_600_000);
    expect(found.statement).toMatch(/^Runs only if this holds, which is not known: A ransom was paid\./);
  });
});

describe('words', () => {
  it('tells one from many', () => {
    expect(lengthInWords(1, 'business-days')).toBe('1 business day');
    expect(lengthInWords(7, 'business-days')).toBe('7 business days');
    expect(lengthInWords(0, 'hours')).toBe('0 hours');
    expect(lengthInWords(1, 'months')).toBe('1 month');
  });

  it('leaves out what is empty', () => {
    expect(sentences(['One.', null, false, '', 'Two.'])).toBe('One. Two.');
  });
});
