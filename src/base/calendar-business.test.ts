import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  type BusinessCalendar,
  businessDaysBetween,
  isBusinessDay,
} from './calendar-business.ts';
import { isoDate, parseIsoDate } from './calendar-day.ts';

const us: BusinessCalendar = { holidays: 'us-federal', closures: [] };
const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;

describe('business days', () => {
  it('does not count the first day, weekends or holidays', () => {
    expect(isoDate(addBusinessDays(day('2026-11-23'), 7, us))).toBe('2026-12-03');
    expect(isoDate(addBusinessDays(day('2026-11-20'), 1, us))).toBe('2026-11-23');
    expect(isoDate(addBusinessDays(day('2026-11-21'), 1, us))).toBe('2026-11-23');
  });

  it('crosses a year whose New Year is observed in December', () => {
    expect(isoDate(addBusinessDays(day('2027-12-30'), 1, us))).toBe('2028-01-03');
  });

  it('passes over a day closed by order', () => {
    const closed = { ...us, closures: [day('2026-12-24')] };
    expect(isoDate(addBusinessDays(day('2026-12-23'), 1, us))).toBe('2026-12-24');
    expect(isoDate(addBusinessDays(day('2026-12-23'), 1, closed))).toBe('2026-12-28');
  });

  it('refuses a count that is no count', () => {
    for (const wrong of [-1, 1.5, Number.NaN, 1001, Number.POSITIVE_INFINITY]) {
      expect(() => addBusinessDays(0, wrong, us)).toThrow(RangeError);
    }
  });

  it('counts back what it added, and lands on a business day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15_000, max: 30_000 }), fc.integer({ min: 1, max: 60 }), (from, n) => {
        const to = addBusinessDays(from, n, us);
        expect(isBusinessDay(to, us)).toBe(true);
        expect(businessDaysBetween(from, to, us)).toBe(n);
        expect(businessDaysBetween(to, from, us)).toBe(0);
      }),
    );
  });
});
