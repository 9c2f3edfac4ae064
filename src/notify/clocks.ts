import { addBusinessDays, type BusinessCalendar, businessDaysBetween } from '../base/calendar-business.ts';
import { addMonths, civilDate, type DayNumber } from '../base/calendar-day.ts';
import { holidaysIn } from '../base/calendar-holidays.ts';
import { dateInWords, endOfDay, localDay } from '../base/calendar-zone.ts';
import { HOUR, type Instant } from '../base/time.ts';
import type { ClockUnit } from './duty.ts';

/** The calendar and time zone in which a deadline is counted. */
export interface ClockSetting {
  readonly zone: string;
  readonly calendar: BusinessCalendar;
}

/** A length of time in a rule's own unit. */
export interface ClockLength {
  readonly length: number;
  readonly unit: ClockUnit;
}

/**
 * The last second in which a limit is met, counted from an instant; null for a limit without a number. Hours
 * are elapsed hours, whatever the clock on the wall does. Days and months end with the local day on which they
 * fall, and the day of the event is not counted. A month that lacks the day ends on its last day.
 */
export function deadline(start: Instant, limit: ClockLength, setting: ClockSetting): Instant | null {
  if (limit.unit === 'none') return null;
  if (limit.unit === 'hours') return start + limit.length * HOUR;
  return endOfDay(lastDay(localDay(start, setting.zone), limit, setting.calendar), setting.zone);
}

function lastDay(from: DayNumber, limit: ClockLength, calendar: BusinessCalendar): DayNumber {
  if (limit.unit === 'business-days') return addBusinessDays(from, limit.length, calendar);
  return limit.unit === 'months' ? addMonths(from, limit.length) : from + limit.length;
}

/** What is left of a limit; negative hours when it has passed. */
export interface Remaining {
  readonly value: number;
  readonly unit: 'hours' | 'calendar-days' | 'business-days';
}

/** Below this a person wants hours, whatever unit the rule counts in. */
const SHOW_HOURS_BELOW = 48 * HOUR;

/**
 * The time left at an instant. Never overstates: hours are rounded down to a tenth, and today is not counted
 * as a day.
 */
export function remaining(
  asOf: Instant,
  due: { readonly at: Instant; readonly unit: ClockUnit },
  setting: ClockSetting,
): Remaining {
  const left = due.at - asOf;
  if (due.unit === 'hours' || left < SHOW_HOURS_BELOW) {
    return { value: Math.floor(left / (HOUR / 10)) / 10, unit: 'hours' };
  }
  const today = localDay(asOf, setting.zone);
  const last = localDay(due.at, setting.zone);
  if (due.unit === 'business-days') {
    return { value: businessDaysBetween(today, last, setting.calendar), unit: 'business-days' };
  }
  return { value: last - today, unit: 'calendar-days' };
}

/** The closed weekdays between two instants, in words, so that a reader can check the count. */
export function skippedDays(from: Instant, to: Instant, setting: ClockSetting): string[] {
  const first = localDay(from, setting.zone);
  const last = localDay(to, setting.zone);
  const holidays: { day: DayNumber; name: string }[] = [];
  for (let year = civilDate(first).year; year <= civilDate(last).year; year += 1) {
    holidays.push(...holidaysIn(setting.calendar.holidays, year));
  }
  const closures = setting.calendar.closures.map((day) => ({ day, name: 'closed by order' }));
  return [...holidays, ...closures]
    .filter((row) => row.day > first && row.day <= last)
    .sort((a, b) => a.day - b.day)
    .map((row) => `${row.name}, ${dateInWords(row.day)}`);
}
