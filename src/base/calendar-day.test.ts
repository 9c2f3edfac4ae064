import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilDate,
  dayNumber,
  easterSunday,
  isoDate,
  nthWeekday,
  parseIsoDate,
  weekday,
} from './calendar-day.ts';

const day = (text: string): number => parseIsoDate(text) ?? Number.NaN;

describe('calendar days', () => {
  it('reads only real dates', () => {
    expect(parseIsoDate('2024-02-29')).not.toBeNull();
    for (const wrong of [
      '2026-02-29',
      '2026-2-9',
      '2026-13-01',
      '26-01-01',
      '2026-01-01T00:00',
      '0000-00-00',
      '',
    ]) {
      expect(parseIsoDate(wrong)).toBeNull();
    }
  });

  it('survives a round trip through year, month and day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (n) => {
        const { year, month, day: dayOfMonth } = civilDate(n);
        expect(dayNumber(year, month, dayOfMonth)).toBe(n);
        expect(parseIsoDate(isoDate(n))).toBe(n);
        expect(weekday(n)).toBe(new Date(n * 86_400_000).getUTCDay());
      }),
    );
  });

  it('ends a month that lacks the day on its last day', () => {
    expect(isoDate(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(isoDate(addMonths(day('2028-01-31'), 1))).toBe('2028-02-29');
    expect(isoDate(addMonths(day('2026-11-30'), 3))).toBe('2027-02-28');
    expect(isoDate(addMonths(day('2026-12-15'), 1))).toBe('2027-01-15');
  });

  it('finds the nth and the last weekday of a month', () => {
    expect(isoDate(nthWeekday({ year: 2026, month: 11, weekday: 4, nth: 4 }))).toBe('2026-11-26');
    expect(isoDate(nthWeekday({ year: 2026, month: 5, weekday: 1, nth: -1 }))).toBe('2026-05-25');
    expect(isoDate(nthWeekday({ year: 2026, month: 6, weekday: 1, nth: 1 }))).toBe('2026-06-01');
  });

  it('knows Easter, with the years that trip simple rules', () => {
    const known = [
      '1954-04-18',
      '1981-04-19',
      '2000-04-23',
      '2008-03-23',
      '2024-03-31',
      '2026-04-05',
      '2038-04-25',
      '2049-04-18',
      '2076-04-19',
    ];
    for (const date of known) expect(isoDate(easterSunday(Number(date.slice(0, 4))))).toBe(date);
  });

  it('always puts Easter on a Sunday between 22 March and 25 April', () => {
    for (let year = 1970; year < 2300; year += 1) {
      const easter = easterSunday(year);
      expect(weekday(easter)).toBe(0);
      expect(easter).toBeGreaterThanOrEqual(dayNumber(year, 3, 22));
      expect(easter).toBeLessThanOrEqual(dayNumber(year, 4, 25));
    }
  });
});
