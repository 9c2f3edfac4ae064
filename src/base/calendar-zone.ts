import { civilDate, type DayNumber, dayNumber, weekday } from './calendar-day.ts';
import { DAY, HOUR, type Instant } from './time.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

// Intl and not Temporal: users may run Node 24, where Temporal is absent.
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

/** True for a name of the IANA time zone list such as America/New_York, or UTC; offsets are refused. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(zone)) return false;
  try {
    formatFor(zone);
    return true;
  } catch {
    return false;
  }
}

interface WallClock {
  readonly day: DayNumber;
  readonly hour: number;
  readonly minute: number;
}

function wallClock(instant: Instant, zone: string): WallClock {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatFor(zone).formatToParts(instant)) parts[part.type] = Number(part.value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { day: dayNumber(year, month, day), hour, minute };
}

/** The calendar date on the wall in that zone at an instant (epoch milliseconds, UTC). */
export function localDay(instant: Instant, zone: string): DayNumber {
  return wallClock(instant, zone).day;
}

/**
 * The first instant (epoch milliseconds) of a local date: midnight, or the hour after it where the clock
 * skips midnight. Found by search, so it needs no table of offsets.
 */
export function startOfDay(day: DayNumber, zone: string): Instant {
  // Local time is never more than 15 hours from UTC.
  let before = day * DAY - 15 * HOUR;
  let after = day * DAY + 15 * HOUR;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDay(middle, zone) >= day) after = middle;
    else before = middle;
  }
  return after;
}

/** The last whole second of a local date, as epoch milliseconds. */
export function endOfDay(day: DayNumber, zone: string): Instant {
  return startOfDay(day + 1, zone) - 1000;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date for people, such as "Thu 3 Dec 2026", in English whatever the machine speaks. */
export function dateInWords(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${DAYS[weekday(day)] ?? ''} ${dayOfMonth} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** An instant for people in a zone, such as "Thu 3 Dec 2026 23:59 (America/New_York)". */
export function timeInWords(instant: Instant, zone: string): string {
  const wall = wallClock(instant, zone);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${dateInWords(wall.day)} ${two(wall.hour)}:${two(wall.minute)} (${zone})`;
}
