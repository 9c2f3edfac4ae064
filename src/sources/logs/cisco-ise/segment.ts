import type { Stamp } from '../../../base/stamp.ts';
import { emptyStamp, StampReader } from '../../../base/stamp.ts';
import { resolveNear } from '../../../base/stamp-resolve.ts';
import { ZoneReader } from '../../../base/stamp-zone.ts';
import type { Instant } from '../../../base/time.ts';

/** One line of an ISE message, which may be one of several segments. */
export interface Segment {
  /** Message number; segments of one message share it. */
  readonly id: string;
  readonly total: number;
  readonly number: number;
  /** Text after the numbers; in the first segment it begins with the time. */
  readonly text: string;
}

/** What the first segment says before its fields. */
export interface Opening {
  /** Null when the time cannot be read. */
  readonly at: Instant | null;
  /** Five-digit or shorter message code, such as `3300`. */
  readonly code: number;
  /** Text before the first comma, and the fields after it. */
  readonly title: string;
  readonly fields: string;
}

/** Reads `CISE_X 0000000042 2 0 …`; null when the numbers are not there. */
export function readSegment(body: string): Segment | null {
  const match = /^\S+ +(\d{1,12}) (\d{1,3}) (\d{1,3}) ?(.*)$/s.exec(body);
  if (!match) return null;
  return { id: match[1] ?? '', total: Number(match[2]), number: Number(match[3]), text: match[4] ?? '' };
}

/** Reads `2026-10-15 00:01:02.003 +00:00 0000000042 3300 NOTICE Title: text, fields`; null for another form. */
export function readOpening(text: string): Opening | null {
  const match = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S* [+-]\d\d:?\d\d) \d+ (\d{3,6}) \w+ ([^,]*),?(.*)$/s.exec(
    text,
  );
  if (!match) return null;
  const [, stamp = '', code = '', title = '', fields = ''] = match;
  return { at: instantOf(stamp), code: Number(code), title: title.trim(), fields };
}

function instantOf(text: string): Instant | null {
  const bytes = new TextEncoder().encode(text);
  const reader = new StampReader();
  const zone = new ZoneReader();
  if (!reader.read(bytes, 0, bytes.length) || !zone.read(bytes, reader.end + 1, bytes.length)) return null;
  const { year, month, day, clock } = reader;
  const stamp: Stamp = { ...emptyStamp(), year, month, day, clock, zone: zone.zone, zoneState: 'known' };
  return resolveNear(stamp, 0);
}
