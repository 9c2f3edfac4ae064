import { describe, expect, it } from 'vitest';
import { civilDate, isoDate, parseIsoDate, weekday } from './calendar-day.ts';
import { type HolidayList, holidayOn, holidaysIn } from './calendar-holidays.ts';

const on = (list: HolidayList, date: string): string | null => holidayOn(list, parseIsoDate(date) ?? 0);

describe('US federal holidays', () => {
  it('has the eleven of 2026, with Independence Day observed on the Friday', () => {
    expect(holidaysIn('us-federal', 2026).map((row) => isoDate(row.day))).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  it('moves a Saturday to Friday and a Sunday to Monday', () => {
    expect(on('us-federal', '2027-06-18')).toBe('Juneteenth');
    expect(on('us-federal', '2027-07-05')).toBe('Independence Day');
    expect(on('us-federal', '2027-12-24')).toBe('Christmas Day');
  });

  it("observes a Saturday New Year's Day in the year before", () => {
    expect(on('us-federal', '2027-12-31')).toBe("New Year's Day");
    expect(on('us-federal', '2028-01-03')).toBeNull();
  });

  it('has no Juneteenth before 2021', () => {
    expect(on('us-federal', '2020-06-19')).toBeNull();
    expect(on('us-federal', '2021-06-18')).toBe('Juneteenth');
  });
});

// Published lists: opm.gov for the United States, gov.uk for England and Wales.
describe('published years', () => {
  it.each([
    ['us-federal', 2027, '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
    ['us-federal', 2028, '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
    ['england-wales', 2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    ['england-wales', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['england-wales', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ] as const)('%s %d', (list, year, days) => {
    expect(holidaysIn(list, year).map((row) => isoDate(row.day))).toEqual(
      days.split(' ').map((day) => `${year}-${day}`),
    );
  });

  it('has eleven federal holidays a year, over any five years and the ends of them', () => {
    for (let year = 2022; year < 2090; year += 1) {
      const sum = [0, 1, 2, 3, 4].reduce((n, i) => n + holidaysIn('us-federal', year + i).length, 0);
      expect(Math.abs(sum - 55)).toBeLessThanOrEqual(1);
    }
  });
});

describe('bank holidays of England and Wales', () => {
  it('replaces Christmas and Boxing Day by the weekdays that follow', () => {
    expect(on('england-wales', '2026-12-28')).toBe('Boxing Day');
    expect(on('england-wales', '2022-12-26')).toBe('Boxing Day');
    expect(on('england-wales', '2022-12-27')).toBe('Christmas Day');
    expect(on('england-wales', '2027-12-27')).toBe('Christmas Day');
    expect(on('england-wales', '2027-12-28')).toBe('Boxing Day');
  });

  it('takes the days around Easter', () => {
    expect(on('england-wales', '2026-04-03')).toBe('Good Friday');
    expect(on('england-wales', '2026-04-06')).toBe('Easter Monday');
  });

  it('knows the days that were moved or added by proclamation', () => {
    expect(on('england-wales', '2022-05-30')).toBeNull();
    expect(on('england-wales', '2022-06-02')).toBe('Spring bank holiday');
    expect(on('england-wales', '2020-05-04')).toBeNull();
    expect(on('england-wales', '2023-05-08')).toBe('Coronation of King Charles III');
    expect(on('england-wales', '2023-05-01')).toBe('Early May bank holiday');
  });
});

describe('every list', () => {
  it('holds only weekdays of its own year, in order and without a double', () => {
    for (const list of ['us-federal', 'england-wales', 'none'] as const) {
      for (let year = 2000; year < 2100; year += 1) {
        const days = holidaysIn(list, year).map((row) => row.day);
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        for (const day of days) {
          expect([1, 2, 3, 4, 5]).toContain(weekday(day));
          expect(civilDate(day).year).toBe(year);
        }
      }
    }
  });

  it('is empty where there is no common list', () => {
    expect(holidaysIn('none', 2026)).toEqual([]);
  });
});
