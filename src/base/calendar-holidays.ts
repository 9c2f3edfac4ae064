import { civilDate, type DayNumber, dayNumber, easterSunday, nthWeekday, weekday } from './calendar-day.ts';

/** The holiday lists we can compute by rule; `none` knows only Saturdays and Sundays. */
export type HolidayList = 'us-federal' | 'england-wales' | 'none';

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

/** 5 U.S.C. 6103(b): Saturday moves to the Friday before, Sunday to the Monday after. */
function observedInUs(day: DayNumber): DayNumber {
  if (weekday(day) === SATURDAY) return day - 1;
  return weekday(day) === 0 ? day + 1 : day;
}

function usFixed(year: number): [DayNumber, string][] {
  const rows: [number, number, string, number][] = [
    [1, 1, "New Year's Day", 1870],
    [6, 19, 'Juneteenth', 2021],
    [7, 4, 'Independence Day', 1870],
    [11, 11, 'Veterans Day', 1938],
    [12, 25, 'Christmas Day', 1870],
  ];
  return rows
    .filter(([, , , since]) => year >= since)
    .map(([month, day, name]) => [observedInUs(dayNumber(year, month, day)), name]);
}

function usMoving(year: number): [DayNumber, string][] {
  return [
    [nthWeekday({ year, month: 1, weekday: MONDAY, nth: 3 }), 'Birthday of Martin Luther King, Jr.'],
    [nthWeekday({ year, month: 2, weekday: MONDAY, nth: 3 }), "Washington's Birthday"],
    [nthWeekday({ year, month: 5, weekday: MONDAY, nth: -1 }), 'Memorial Day'],
    [nthWeekday({ year, month: 9, weekday: MONDAY, nth: 1 }), 'Labor Day'],
    [nthWeekday({ year, month: 10, weekday: MONDAY, nth: 2 }), 'Columbus Day'],
    [nthWeekday({ year, month: 11, weekday: THURSDAY, nth: 4 }), 'Thanksgiving Day'],
  ];
}

/**
 * England and Wales moved or added these days by proclamation, which no rule foresees. `moved` replaces the
 * rule's day of that name in that year.
 */
const PROCLAIMED: readonly { year: number; month: number; day: number; name: string; moved: boolean }[] = [
  { year: 2020, month: 5, day: 8, name: 'Early May bank holiday', moved: true },
  { year: 2022, month: 6, day: 2, name: 'Spring bank holiday', moved: true },
  { year: 2022, month: 6, day: 3, name: 'Platinum Jubilee bank holiday', moved: false },
  { year: 2022, month: 9, day: 19, name: 'State Funeral of Queen Elizabeth II', moved: false },
  { year: 2023, month: 5, day: 8, name: 'Coronation of King Charles III', moved: false },
];

/** A bank holiday at the weekend is replaced by the next weekday that is not one already. */
function substitute(day: DayNumber, taken: readonly DayNumber[]): DayNumber {
  let found = day;
  while (weekday(found) === 0 || weekday(found) === SATURDAY || taken.includes(found)) found += 1;
  return found;
}

function christmasDays(year: number): [DayNumber, string][] {
  const christmas = dayNumber(year, 12, 25);
  // Christmas on a Sunday leaves Boxing Day on its own Monday and moves Christmas to the Tuesday.
  const boxing = substitute(christmas + 1, weekday(christmas) === SATURDAY ? [christmas + 2] : []);
  return [
    [substitute(christmas, [boxing]), 'Christmas Day'],
    [boxing, 'Boxing Day'],
  ];
}

function englandWales(year: number): [DayNumber, string][] {
  const proclaimed = PROCLAIMED.filter((row) => row.year === year);
  const easter = easterSunday(year);
  const byRule: [DayNumber, string][] = [
    [substitute(dayNumber(year, 1, 1), []), "New Year's Day"],
    [easter - 2, 'Good Friday'],
    [easter + 1, 'Easter Monday'],
    [nthWeekday({ year, month: 5, weekday: MONDAY, nth: 1 }), 'Early May bank holiday'],
    [nthWeekday({ year, month: 5, weekday: MONDAY, nth: -1 }), 'Spring bank holiday'],
    [nthWeekday({ year, month: 8, weekday: MONDAY, nth: -1 }), 'Summer bank holiday'],
    ...christmasDays(year),
  ];
  const kept = byRule.filter(([, name]) => !proclaimed.some((row) => row.moved && row.name === name));
  return [
    ...kept,
    ...proclaimed.map((row): [DayNumber, string] => [dayNumber(row.year, row.month, row.day), row.name]),
  ];
}

/**
 * The weekdays off that the list's rules give for a calendar year, oldest first. A New Year's Day that is
 * observed on 31 December belongs to the year of that Friday. Days closed by a one-off order after this was
 * written are not known here.
 */
export function holidaysIn(list: HolidayList, year: number): { day: DayNumber; name: string }[] {
  if (list === 'none') return [];
  const rows =
    list === 'us-federal'
      ? [...usFixed(year), ...usMoving(year), ...usFixed(year + 1).slice(0, 1)]
      : englandWales(year);
  return rows
    .filter(([day]) => civilDate(day).year === year)
    .map(([day, name]) => ({ day, name }))
    .sort((a, b) => a.day - b.day);
}

/** The name of the holiday on that day, or null. */
export function holidayOn(list: HolidayList, day: DayNumber): string | null {
  return holidaysIn(list, civilDate(day).year).find((row) => row.day === day)?.name ?? null;
}
