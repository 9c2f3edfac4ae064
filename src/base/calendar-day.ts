import { DAY } from './time.ts';

/** A calendar date as a whole number of days since 1970-01-01, without a time zone. */
export type DayNumber = number;

/** Builds a day number from year, month (1 to 12) and day of the month. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

/** The year, month (1 to 12) and day of the month of a day number. */
export function civilDate(day: DayNumber): { year: number; month: number; day: number } {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekday(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The date as YYYY-MM-DD. */
export function isoDate(day: DayNumber): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Reads a strict YYYY-MM-DD between the years 1970 and 9999; null when it is not a real date. */
export function parseIsoDate(text: string): DayNumber | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < 1970) return null;
  const found = dayNumber(year, month, day);
  return isoDate(found) === text ? found : null;
}

/** The same day of the month some months later; the last day of that month when it is shorter. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const from = civilDate(day);
  const lastOfMonth = civilDate(dayNumber(from.year, from.month + months + 1, 0)).day;
  return dayNumber(from.year, from.month + months, Math.min(from.day, lastOfMonth));
}

/** The nth given weekday of a month; a negative n counts from the end of the month. */
export function nthWeekday(at: { year: number; month: number; weekday: number; nth: number }): DayNumber {
  if (at.nth > 0) {
    const first = dayNumber(at.year, at.month, 1);
    return first + ((at.weekday - weekday(first) + 7) % 7) + (at.nth - 1) * 7;
  }
  const last = dayNumber(at.year, at.month + 1, 0);
  return last - ((weekday(last) - at.weekday + 7) % 7) + (at.nth + 1) * 7;
}

/** Easter Sunday of the Gregorian calendar (the anonymous Gregorian computus). */
export function easterSunday(year: number): DayNumber {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapFix = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (leapFix + 19 * golden + 15) % 30;
  const moon = epact - (epact > 28 || (epact === 28 && golden > 10) ? 1 : 0);
  const sunday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  return dayNumber(year, 3, 28 + moon - sunday);
}
