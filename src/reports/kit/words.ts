import { printable } from '../../base/printable.ts';
import { DAY, formatMinute, HOUR, type Instant, MINUTE } from '../../base/time.ts';

/** A whole number with thousands separated by commas, whatever the locale of the machine. */
export function figure(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 device`, `2,040 devices`; the plural is given where it is not made with an s. */
export function counted(value: number, noun: string, plural: string = `${noun}s`): string {
  return `${figure(value)} ${value === 1 ? noun : plural}`;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** A size in decimal units with one digit after the point where it helps: `38.2 GB`. */
export function bytesInWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const text = unit === 0 || value >= 99.95 ? figure(value) : value.toFixed(1).replace(/\.0$/, '');
  return `${text} ${UNITS[unit]}`;
}

/** A length of time in its two largest units: `12 days 3 h`. */
export function lengthOfTime(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days >= 10) return counted(days, 'day');
  if (days > 0) return hours > 0 ? `${counted(days, 'day')} ${hours} h` : counted(days, 'day');
  if (hours > 0) return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  return `${minutes} min`;
}

/** A time to the minute, or the words for none. */
export function timeOrNone(at: Instant | null, none: string = 'no time'): string {
  return at === null ? none : formatMinute(at);
}

/** The day of an instant in UTC: `2026-11-20`. */
export function day(at: Instant): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** The share of a part in a whole, as a whole per cent that is 0 or 100 only when it is exactly so. */
export function share(part: number, whole: number): string {
  if (whole <= 0) return '0 %';
  const percent = Math.round((part / whole) * 100);
  if (percent === 0 && part > 0) return 'under 1 %';
  if (percent === 100 && part < whole) return 'over 99 %';
  return `${percent} %`;
}

/** Text from data on one line, fit to show, cut to `most` characters. */
export function oneLine(text: string, most: number): string {
  return printable(text.replace(/\s+/g, ' ').trim(), most);
}

/** The first few of a list and how many more there are: `a, b, c and 9 more`. */
export function fewOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${figure(names.length - most)} more` : shown;
}
