import type { Stamp } from '../../../base/stamp.ts';
import { emptyStamp, StampReader } from '../../../base/stamp.ts';
import { ZoneReader } from '../../../base/stamp-zone.ts';
import { COLON, SPACE, TAB } from './header-bytes.ts';

/** The stamps of one header, outermost first; keeps the two innermost. */
export class HeaderStamps {
  /** Innermost stamp, and the one before it; `count` says how many were read. */
  inner: Stamp = emptyStamp();
  outer: Stamp = emptyStamp();
  count = 0;
  /** True when the innermost stamp ends with a colon: the device or program wrote it itself. */
  innerIsOwn = false;
  /** 0, or the byte `*` (clock never set) or `.` (set, lost its source) before the innermost stamp. */
  mark = 0;
  private readonly reader = new StampReader();
  private readonly zones = new ZoneReader();

  /** Forgets the last header. */
  clear(): void {
    this.count = 0;
    this.innerIsOwn = false;
    this.mark = 0;
  }

  /** True when a stamp begins at `at`, without keeping it. */
  startsAt(bytes: Uint8Array, at: number, to: number): boolean {
    return this.reader.read(bytes, at, to);
  }

  /** Reads a stamp with its zone and what ends it; returns the offset after it, or -1. */
  read(bytes: Uint8Array, at: number, to: number): number {
    if (!this.reader.read(bytes, at, to)) return -1;
    let end = this.reader.end;
    const zoned = this.zoneAt(bytes, end, to);
    if (zoned) end = this.zones.end;
    let own = end < to && bytes[end] === COLON;
    if (
      !own &&
      end + 2 < to &&
      bytes[end] === SPACE &&
      bytes[end + 1] === COLON &&
      bytes[end + 2] === SPACE
    ) {
      own = true;
      end += 1;
    }
    if (!own && end < to && bytes[end] !== SPACE && bytes[end] !== TAB) return -1;
    this.keep(zoned);
    this.innerIsOwn = own;
    return own ? end + 1 : end;
  }

  /** A zone right behind the time, or after a space when a sign or a following colon shows that it is one. */
  private zoneAt(bytes: Uint8Array, end: number, to: number): boolean {
    const { zones } = this;
    if (end >= to) return false;
    if (bytes[end] !== SPACE) return bytes[end] !== COLON && zones.read(bytes, end, to);
    if (!zones.read(bytes, end + 1, to)) return false;
    if (zones.end >= to) return false;
    const after = bytes[zones.end];
    if (after === COLON) return true;
    if (after !== SPACE) return false;
    if (zones.end + 2 < to && bytes[zones.end + 1] === COLON && bytes[zones.end + 2] === SPACE) return true;
    const sign = bytes[end + 1];
    return sign === 43 || sign === 45;
  }

  private keep(zoned: boolean): void {
    const stamp = this.outer;
    this.outer = this.inner;
    this.inner = stamp;
    const { reader, zones } = this;
    stamp.year = reader.year;
    stamp.month = reader.month;
    stamp.day = reader.day;
    stamp.clock = reader.clock;
    stamp.zone = zoned ? zones.zone : 0;
    if (zoned) stamp.zoneState = zones.known ? 'known' : 'unknown';
    else stamp.zoneState = 'none';
    this.count += 1;
    this.mark = 0;
  }
}
