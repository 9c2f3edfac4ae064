import type { Instant } from '../../base/time.ts';

/** A time as text writes it. */
export interface TextTime {
  /** The clock on the wall as if it were UTC, in milliseconds. */
  readonly wall: Instant;
  /** Minutes east of UTC where the text says so; null where it does not. */
  readonly zone: number | null;
  /** True for a date without a time of day: `wall` is then its midnight. */
  readonly dateOnly: boolean;
}

/** Order of day, month and year in a date. */
export type DateOrder = 'year-first' | 'day-first' | 'month-first';

const TIME =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([AaPp][Mm])?)? ?(Z|UTC|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/;

/**
 * Reads a date with or without time and zone: `2026-10-20 02:13:07.25+00`, `2026-10-20T02:13Z`, `20.10.2026 02:13`,
 * `10/20/2026 2:13 PM`. Null when the text is none of the order, or no day of the calendar.
 */
export function parseTextTime(text: string, order: DateOrder = 'year-first'): TextTime | null {
  const found = text.length <= 48 ? TIME.exec(text) : null;
  if (!found) return null;
  const [, first = '', , second = '', third = '', hour, minute, seconds, fraction, half, zone] = found;
  const [year, month, day] = {
    'year-first': [first, second, third],
    'day-first': [third, second, first],
    'month-first': [third, first, second],
  }[order] as [string, string, string];
  const date = dateOf(year, month, day);
  if (date === null) return null;
  const clock = hour === undefined ? 0 : clockOf({ hour, minute, seconds, fraction, half });
  const east = zoneOf(zone);
  if (clock === null || east === undefined) return null;
  return { wall: date + clock, zone: east, dateOnly: hour === undefined };
}

function dateOf(year: string, month: string, day: string): number | null {
  if (year.length !== 4 || month.length > 2 || day.length > 2) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(at);
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return real && Number(year) >= 1970 ? at : null;
}

interface Clock {
  readonly hour: string;
  readonly minute: string | undefined;
  readonly seconds: string | undefined;
  readonly fraction: string | undefined;
  readonly half: string | undefined;
}

function clockOf(clock: Clock): number | null {
  let hour = Number(clock.hour);
  const minute = Number(clock.minute ?? 0);
  const second = Number(clock.seconds ?? 0);
  if (clock.half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (clock.half.toLowerCase() === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 60) return null;
  const milliseconds = Number((clock.fraction ?? '').padEnd(3, '0').slice(0, 3));
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
}

/** No clock on Earth is further from UTC. */
const FURTHEST = 14 * 60;

function zoneOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (text === 'Z' || text === 'UTC') return 0;
  const rest = Number(text.slice(3).replace(':', '') || 0);
  const minutes = Number(text.slice(1, 3)) * 60 + rest;
  if (rest > 59 || minutes > FURTHEST) return undefined;
  return text.startsWith('-') ? 0 - minutes : minutes;
}
