import { type DayNumber, weekday } from './calendar-day.ts';
import { type HolidayList, holidayOn } from './calendar-holidays.ts';

/** Which days count as business days: Monday to Friday, less a holiday list, less days closed by order. */
export interface BusinessCalendar {
  readonly holidays: HolidayList;
  /** Extra closed days, such as offices closed by executive order. */
  readonly closures: readonly DayNumber[];
}

/** The longest count of business days we compute; a longer one is a mistake in the data. */
export const MAX_BUSINESS_DAYS = 1000;

/** True when offices are open on that day under the calendar. */
export function isBusinessDay(day: DayNumber, calendar: BusinessCalendar): boolean {
  const dayOfWeek = weekday(day);
  if (dayOfWeek === 0 || dayOfWeek === 6 || calendar.closures.includes(day)) return false;
  return holidayOn(calendar.holidays, day) === null;
}

/**
 * The nth business day after `from`; `from` itself is not counted, so the day of the event never is.
 * Throws RangeError when n is not a whole number between 0 and MAX_BUSINESS_DAYS.
 */
export function addBusinessDays(from: DayNumber, n: number, calendar: BusinessCalendar): DayNumber {
  if (!Number.isInteger(n) || n < 0 || n > MAX_BUSINESS_DAYS)
    throw new RangeError('business days out of range');
  let day = from;
  // Closed days are finite: weekends and holidays leave most days open, and each closure is passed once.
  for (let left = n; left > 0; ) {
    day += 1;
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  return day;
}

/** How many business days lie after `from`, up to and including `to`; 0 when `to` is not after `from`. */
export function businessDaysBetween(from: DayNumber, to: DayNumber, calendar: BusinessCalendar): number {
  let count = 0;
  const last = Math.min(to, from + MAX_BUSINESS_DAYS * 2);
  for (let day = from + 1; day <= last; day += 1) if (isBusinessDay(day, calendar)) count += 1;
  return count;
}
