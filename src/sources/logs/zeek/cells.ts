import type { Instant } from '../../../base/time.ts';
import { parseTextTime } from '../../kit/text-time.ts';

/** The value of a field of one row as text; null where it is unset or the log has no such field. */
export type Cells = (field: string) => string | null;

/** Before this no sensor of ours can have seen anything: such times count from the start of a trace. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** A number that is not negative; null for anything else. */
export function numberOf(text: string | null): number | null {
  if (text === null || !/^\d{1,17}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,2})?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A whole number of at most `most`; null for anything else. */
export function wholeOf(text: string | null, most: number): number | null {
  const value = numberOf(text);
  return value !== null && Number.isInteger(value) && value <= most ? value : null;
}

/**
 * The time of a row, as seconds since 1970 with a fraction or in ISO form. `undefined` when it cannot be read at all;
 * null when it is a time of no calendar, such as one counted from the start of a trace.
 */
export function timeOf(text: string | null): Instant | null | undefined {
  const seconds = numberOf(text);
  const at = seconds === null ? isoTime(text ?? '') : epochTime(seconds);
  if (at === null) return undefined;
  return at >= EARLIEST && at < LATEST ? at : null;
}

// With JSON::TS_MILLIS a sensor writes milliseconds, which as seconds would lie tens of thousands of years ahead.
function epochTime(number: number): Instant {
  return Math.floor(number >= EARLIEST && number < LATEST ? number : number * 1000);
}

function isoTime(text: string): Instant | null {
  const time = parseTextTime(text);
  return time ? time.wall - (time.zone ?? 0) * 60_000 : null;
}
