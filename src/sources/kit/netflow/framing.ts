import { u16, u32 } from './bytes.ts';
import { V5_HEADER, V5_RECORD } from './v5.ts';

/** Records that a NetFlow v5 datagram holds at most; one that claims more would swallow those behind it. */
const MOST_V5 = 30;

/** Longest datagram. */
export const MOST_DATAGRAM = 65_535;

/** What stands at a place of a file of datagrams: a whole datagram, the start of one, or something else. */
export type Frame =
  | { readonly kind: 'datagram'; readonly length: number }
  | { readonly kind: 'more'; readonly walked: number }
  | { readonly kind: 'none' };

const NONE: Frame = { kind: 'none' };
const more = (walked: number): Frame => ({ kind: 'more', walked });

/** Where to look. `walked` is how far an earlier look at the same datagram came (0 at first). */
export interface FramePlace {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  /** True when no bytes follow `end`. */
  readonly last: boolean;
  readonly walked: number;
}

/**
 * Finds the end of the datagram at a place where datagrams stand back to back. NetFlow v5 tells its number of records,
 * IPFIX its length; NetFlow v9 tells neither, so its sets are walked until a number that no set can have (5, 9 or 10)
 * shows the next datagram.
 */
export function frameAt(place: FramePlace): Frame {
  const { bytes, at, end, last } = place;
  const room = end - at;
  if (room < 24 && !last) return more(0);
  if (room < 16) return NONE;
  const version = u16(bytes, at);
  const second = u16(bytes, at + 2);
  if (version === 5) {
    const length = V5_HEADER + second * V5_RECORD;
    return second >= 1 && second <= MOST_V5 ? fixed(place, length) : NONE;
  }
  if (version === 10) return second >= 16 ? fixed(place, second) : NONE;
  if (version === 9 && room >= 20) return second >= 1 ? walk(place) : NONE;
  return NONE;
}

function fixed(place: FramePlace, length: number): Frame {
  const room = place.end - place.at;
  if (length <= room) return { kind: 'datagram', length };
  if (!place.last) return more(0);
  return { kind: 'datagram', length: room };
}

function walk(place: FramePlace): Frame {
  const { bytes, at, end, last } = place;
  let offset = Math.max(20, place.walked);
  while (offset + 4 <= MOST_DATAGRAM) {
    if (at + offset + 4 > end) {
      if (!last) return more(offset);
      break;
    }
    const id = u16(bytes, at + offset);
    if (id === 5 || id === 9 || id === 10) break;
    const length = u16(bytes, at + offset + 2);
    if (id === 0 && length === 0) {
      offset += 4;
      continue;
    }
    if (length < 4 || (id > 1 && id < 256) || offset + length > MOST_DATAGRAM) break;
    if (at + offset + length > end) {
      if (!last) return more(offset);
      return { kind: 'datagram', length: end - at };
    }
    offset += length;
  }
  const length = Math.min(offset, end - at);
  return length > 20 ? { kind: 'datagram', length } : NONE;
}

/** Exporters without a set clock count from 1970 or from 1993; later than this is no time. */
const LATEST = Date.UTC(2100, 0, 1) / 1000;
const EARLIEST = Date.UTC(1999, 0, 1) / 1000;

/** True when the header of a datagram (at least 16 bytes) has a time between 1999 and 2100. */
export function hasTime(bytes: Uint8Array, at: number): boolean {
  const seconds = u32(bytes, u16(bytes, at) === 10 ? at + 4 : at + 8);
  return seconds >= EARLIEST && seconds < LATEST;
}

/**
 * How sure it is that bytes are one UDP payload of NetFlow or IPFIX: the header must be plausible and the sets (or
 * records) must fill the payload.
 */
export function isPayload(bytes: Uint8Array, at: number, end: number): boolean {
  return end - at >= 20 && hasTime(bytes, at) && isSound(bytes, at, end);
}

/** True when the sets or records of a datagram fill it exactly. */
export function isSound(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at < 16) return false;
  const version = u16(bytes, at);
  const second = u16(bytes, at + 2);
  if (version === 5) return second >= 1 && second <= MOST_V5 && end - at === V5_HEADER + second * V5_RECORD;
  if (version === 10) return second === end - at && setsFill({ bytes, at: at + 16, end, least: 2 });
  return version === 9 && second >= 1 && setsFill({ bytes, at: at + 20, end, least: 0 });
}

function setsFill(place: { bytes: Uint8Array; at: number; end: number; least: number }): boolean {
  const { bytes, end, least } = place;
  let at = place.at;
  while (at + 4 <= end) {
    const id = u16(bytes, at);
    const length = u16(bytes, at + 2);
    if (id === 0 && length === 0) return bytes.subarray(at, end).every((b) => b === 0);
    if (length < 4 || at + length > end || !(id >= 256 || id === least || id === least + 1)) return false;
    at += length;
  }
  return true;
}
