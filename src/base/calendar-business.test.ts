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

  it('agrees with walking day by day, under any list and closures', () => {
    const list = fc.constantFrom('us-federal', 'england-wales', 'none' as const);
    const start = fc.integer({ min: 20_000, max: 22_000 });
    const offsets = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(list, start, offsets, fc.integer({ min: 0, max: 25 }), (holidays, from, closed, n) => {
        const calendar = { holidays, closures: closed.map((offset) => from + offset) } as BusinessCalendar;
        const open: number[] = [];
        for (let at = from + 1; open.length < n; at += 1) if (isBusinessDay(at, calendar)) open.push(at);
        expect(addBusinessDays(from, n, calendar)).toBe(open.at(-1) ?? from);
      }),
    );
  });

  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-25', '2026-11-27', 1],
    ['2026-12-31', '2027-01-04', 1],
    ['2026-11-23', '2026-11-20', 0],
  ])('from %s to %s lie %d business days', (from, to, count) => {
    expect(businessDaysBetween(day(from), day(to), us)).toBe(count);
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
