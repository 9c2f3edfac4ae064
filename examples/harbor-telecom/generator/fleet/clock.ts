/** One second in milliseconds. */
export const SECOND = 1000;
/** One minute in milliseconds. */
export const MINUTE: number = 60 * SECOND;
/** One hour in milliseconds. */
export const HOUR: number = 60 * MINUTE;
/** One day in milliseconds. */
export const DAY: number = 24 * HOUR;

/** Milliseconds since 1970 of an ISO instant. */
export function at(iso: string): number {
  return Date.parse(iso);
}

/** First instant of the example. */
export const START: number = at('2026-10-15T00:00:00Z');
/** First instant after the example. */
export const END: number = at('2026-11-14T00:00:00Z');
/** The midnights of the period. */
export const DAYS: readonly number[] = Array.from({ length: (END - START) / DAY }, (_, i) => START + i * DAY);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const iso = (ms: number): string => new Date(ms).toISOString();
const month = (ms: number): string => MONTHS[new Date(ms).getUTCMonth()] as string;
const weekday = (ms: number): string => WEEKDAYS[new Date(ms).getUTCDay()] as string;
const day = (ms: number): string => String(new Date(ms).getUTCDate());

/** `2026-10-20T02:13:07.123Z` without the last letter. */
export function isoLocal(ms: number): string {
  return iso(ms).slice(0, 23);
}

/** `2026-10-20 02:13:07`. */
export function sqlStamp(ms: number): string {
  return iso(ms).slice(0, 19).replace('T', ' ');
}

/** `02:13:07`. */
export function timeOfDay(ms: number): string {
  return iso(ms).slice(11, 19);
}

/** `Oct 20 02:13:07`, the day padded with a blank as syslogd writes it. */
export function bsdStamp(ms: number): string {
  return `${month(ms)} ${day(ms).padStart(2, ' ')} ${timeOfDay(ms)}`;
}

/** The stamp of a Cisco device: `Oct 20 2026 02:13:07.123 UTC`, year, milliseconds and zone when asked for. */
export function ciscoStamp(ms: number, form: { year: boolean; msec: boolean; zone: boolean }): string {
  const date = `${month(ms)} ${day(ms).padStart(2, ' ')}${form.year ? ` ${iso(ms).slice(0, 4)}` : ''}`;
  const time = iso(ms).slice(11, form.msec ? 23 : 19);
  return `${date} ${time}${form.zone ? ' UTC' : ''}`;
}

/** `02:13:07 UTC Tue Oct 20 2026`, as login messages and configuration headers write an instant. */
export function longStamp(ms: number): string {
  return `${timeOfDay(ms)} UTC ${weekday(ms)} ${month(ms)} ${day(ms)} ${iso(ms).slice(0, 4)}`;
}

/** `02:13:07.123 UTC Tue Oct 20 2026`, the answer to `show clock`. */
export function clockLine(ms: number): string {
  return `${iso(ms).slice(11, 23)} UTC ${weekday(ms)} ${month(ms)} ${day(ms)} ${iso(ms).slice(0, 4)}`;
}

/** `Tue Oct 20 2026`'s short weekday test: true from Monday to Friday. */
export function isWorkday(ms: number): boolean {
  const number = new Date(ms).getUTCDay();
  return number > 0 && number < 6;
}
