import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '../base/calendar-day.ts';
import { formatInstant } from '../base/time.ts';
import { type ClockSetting, deadline, remaining, skippedDays } from './clocks.ts';
import type { ClockUnit } from './duty.ts';

const newYork: ClockSetting = {
  zone: 'America/New_York',
  calendar: { holidays: 'us-federal', closures: [] },
};
const brussels: ClockSetting = { zone: 'Europe/Brussels', calendar: { holidays: 'none', closures: [] } };

type Limit = readonly [length: number, unit: ClockUnit];

function due(start: string, limit: Limit, setting: ClockSetting = newYork): string {
  const [length, unit] = limit;
  const at = deadline(Date.parse(start), { length, unit }, setting);
  return at === null ? 'none' : formatInstant(at);
}

describe('deadlines in business days', () => {
  it('ends with the local day and passes over Thanksgiving', () => {
    expect(due('2026-11-23T23:30:00-05:00', [7, 'business-days'])).toBe('2026-12-04T04:59:59Z');
  });

  it('gives a day more when the same event falls half an hour later, past midnight', () => {
    expect(due('2026-11-24T00:00:00-05:00', [7, 'business-days'])).toBe('2026-12-05T04:59:59Z');
  });

  it('counts the same from Friday night, Saturday and Sunday', () => {
    const expected = due('2026-06-05T23:59:00-04:00', [4, 'business-days']);
    expect(expected).toBe('2026-06-12T03:59:59Z');
    expect(due('2026-06-06T12:00:00-04:00', [4, 'business-days'])).toBe(expected);
    expect(due('2026-06-07T12:00:00-04:00', [4, 'business-days'])).toBe(expected);
  });

  it('ends at local midnight on either side of the change of clocks', () => {
    expect(due('2026-10-30T12:00:00-04:00', [1, 'business-days'])).toBe('2026-11-03T04:59:59Z');
    expect(due('2026-03-06T12:00:00-05:00', [1, 'business-days'])).toBe('2026-03-10T03:59:59Z');
  });

  it('depends on where the carrier is', () => {
    const honolulu = { ...newYork, zone: 'Pacific/Honolulu' };
    expect(due('2026-11-24T04:30:00Z', [1, 'business-days'], honolulu)).toBe('2026-11-25T09:59:59Z');
    expect(due('2026-11-24T05:30:00Z', [1, 'business-days'], newYork)).toBe('2026-11-26T04:59:59Z');
  });

  it('passes over days closed by order', () => {
    const closures = [parseIsoDate('2026-12-24') ?? 0];
    const closed: ClockSetting = { ...newYork, calendar: { holidays: 'us-federal', closures } };
    expect(due('2026-12-23T12:00:00-05:00', [1, 'business-days'])).toBe('2026-12-25T04:59:59Z');
    expect(due('2026-12-23T12:00:00-05:00', [1, 'business-days'], closed)).toBe('2026-12-29T04:59:59Z');
  });
});

describe('deadlines in other units', () => {
  it('counts hours as elapsed time across the change of clocks', () => {
    expect(due('2026-11-01T00:30:00-04:00', [24, 'hours'])).toBe('2026-11-02T04:30:00Z');
    expect(due('2026-03-28T23:30:00+01:00', [72, 'hours'], brussels)).toBe('2026-03-31T22:30:00Z');
  });

  it('ends a month on the last day of a shorter month', () => {
    expect(due('2027-01-31T10:00:00+01:00', [1, 'months'], brussels)).toBe('2027-02-28T22:59:59Z');
  });

  it('takes calendar days as they come', () => {
    expect(due('2026-11-23T23:30:00-05:00', [30, 'calendar-days'])).toBe('2026-12-24T04:59:59Z');
  });

  it('has no deadline where the rule has no number', () => {
    expect(due('2026-11-23T23:30:00-05:00', [0, 'none'])).toBe('none');
  });
});

describe('deadlines in general', () => {
  it('never lie before their start, and never move back when the start moves on', () => {
    const units = fc.constantFrom<ClockUnit>('hours', 'calendar-days', 'business-days', 'months');
    const starts = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 86_400_000 }), units, (start, later, unit) => {
        const first = deadline(start, { length: 3, unit }, newYork) ?? 0;
        const second = deadline(start + later, { length: 3, unit }, newYork) ?? 0;
        expect(first).toBeGreaterThan(start);
        expect(second).toBeGreaterThanOrEqual(first);
      }),
      { numRuns: 50 },
    );
  });
});

describe('time left', () => {
  const at = Date.parse('2026-12-03T23:59:59-05:00');
  const left = (asOf: string, unit: ClockUnit): unknown => remaining(Date.parse(asOf), { at, unit }, newYork);

  it('counts whole business days after today', () => {
    expect(left('2026-11-24T09:00:00-05:00', 'business-days')).toEqual({ value: 6, unit: 'business-days' });
  });

  it('turns to hours when two days or less are left', () => {
    expect(left('2026-12-03T12:00:00-05:00', 'business-days')).toEqual({ value: 11.9, unit: 'hours' });
  });

  it('is negative once it is overdue', () => {
    expect(left('2026-12-04T01:00:00-05:00', 'business-days')).toEqual({ value: -1.1, unit: 'hours' });
  });

  it('counts calendar days for months', () => {
    expect(left('2026-11-24T09:00:00-05:00', 'months')).toEqual({ value: 9, unit: 'calendar-days' });
  });
});

describe('skipped days', () => {
  it('names the closed weekdays after the start, across a year', () => {
    const days = skippedDays(Date.parse('2026-12-25T12:00:00Z'), Date.parse('2028-01-10T12:00:00Z'), newYork);
    expect(days).toHaveLength(12);
    expect(days[0]).toBe("New Year's Day, Fri 1 Jan 2027");
    expect(days.at(-1)).toBe("New Year's Day, Fri 31 Dec 2027");
  });

  it('names a closure', () => {
    const closed = {
      ...newYork,
      calendar: { holidays: 'none' as const, closures: [parseIsoDate('2026-12-24') ?? 0] },
    };
    const days = skippedDays(Date.parse('2026-12-23T12:00:00Z'), Date.parse('2026-12-26T12:00:00Z'), closed);
    expect(days).toEqual(['closed by order, Thu 24 Dec 2026']);
  });
});
