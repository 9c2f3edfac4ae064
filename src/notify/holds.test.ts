import { describe, expect, it } from 'vitest';
import { formatInstant } from '../base/time.ts';
import type { AssessedHold } from './assessment.ts';
import type { DutyHold } from './duty.ts';
import type { Facts } from './facts.ts';
import { assessHold } from './holds.ts';
import { reckoningOf } from './jurisdiction.ts';

/** The silence of 47 CFR 64.2011(b)(1): 7 full business days after the filing. */
const hold: DutyHold = {
  name: 'Silence',
  startEvent: 'law-enforcement-filing',
  length: 7,
  unit: 'business-days',
  text: 'Do not tell customers yet.',
  activeBeforeStart: true,
  extension: 'The agency may direct up to 30 days more.',
};

function held(asOf: string, facts: Facts, row: DutyHold = hold): AssessedHold {
  const reckoning = reckoningOf('US');
  const calendar = { holidays: reckoning.holidays, closures: [] };
  const setting = { zone: reckoning.zone, calendar };
  return assessHold(row, { asOf: Date.parse(asOf), facts, reckoning, setting });
}

describe('the silence after a filing', () => {
  const filed = { 'filing.at': '2026-12-03T16:00:00-05:00' };

  it('holds before any filing, without an end', () => {
    const found = held('2026-11-24T09:00:00-05:00', {});
    expect(found).toMatchObject({ state: 'active', startsAt: null, until: null });
    expect(found.statement).toContain('cannot be counted');
  });

  it('lasts until the seventh full business day is over, and not a second less', () => {
    const found = held('2026-12-14T23:59:59-05:00', filed);
    expect(found.state).toBe('active');
    expect(formatInstant(found.until ?? 0)).toBe('2026-12-15T04:59:59Z');
    expect(held('2026-12-15T00:00:00-05:00', filed).state).toBe('over');
  });

  it('does not count the day of the filing, even for a filing just after midnight', () => {
    const early = held('2026-12-10T12:00:00-05:00', { 'filing.at': '2026-12-03T00:01:00-05:00' });
    expect(early.until).toBe(held('2026-12-10T12:00:00-05:00', filed).until);
  });

  it('passes over Christmas and New Year', () => {
    const found = held('2026-12-28T12:00:00-05:00', { 'filing.at': '2026-12-22T12:00:00-05:00' });
    expect(formatInstant(found.until ?? 0)).toBe('2027-01-05T04:59:59Z');
    expect(found.statement).toContain('Christmas Day, Fri 25 Dec 2026');
    expect(found.statement).toContain("New Year's Day, Fri 1 Jan 2027");
  });

  it('gets longer by an agency direction, and never shorter', () => {
    const longer = held('2026-12-20T12:00:00-05:00', {
      ...filed,
      'agency.holdUntil': '2027-01-02T23:59:59-05:00',
    });
    expect(longer.state).toBe('active');
    expect(longer.statement).toContain('An agency direction makes it longer.');
    const shorter = held('2026-12-10T12:00:00-05:00', {
      ...filed,
      'agency.holdUntil': '2026-12-05T00:00:00Z',
    });
    expect(shorter.until).toBe(held('2026-12-10T12:00:00-05:00', filed).until);
  });

  it('says so when the agency direction cannot be read', () => {
    const found = held('2026-12-10T12:00:00-05:00', { ...filed, 'agency.holdUntil': 'next month' });
    expect(found.statement).toContain('cannot be read');
  });

  it('keeps silent where the recorded filing cannot be read or lies ahead', () => {
    expect(held('2026-12-20T12:00:00-05:00', { 'filing.at': 'yesterday' })).toMatchObject({
      state: 'active',
      until: null,
    });
    expect(held('2026-12-01T12:00:00-05:00', filed).state).toBe('active');
  });

  it('tells how it may be lengthened', () => {
    expect(held('2026-12-10T12:00:00-05:00', filed).statement).toContain('30 days more');
  });
});

describe('a hold that starts with its event', () => {
  it('has not started before it', () => {
    const row = { ...hold, activeBeforeStart: false };
    expect(held('2026-12-01T12:00:00-05:00', {}, row).state).toBe('not-started');
  });
});
