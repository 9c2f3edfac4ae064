import type { Stamp } from '../../../base/stamp.ts';
import { emptyStamp, StampReader } from '../../../base/stamp.ts';
import { resolveNear, StampResolver } from '../../../base/stamp-resolve.ts';
import { ZoneReader } from '../../../base/stamp-zone.ts';
import type { Instant } from '../../../base/time.ts';
import type { TimeQuality } from '../../../model/record.ts';

/** When a report was written, by the server's clock. */
export interface ReportTime {
  readonly at: Instant;
  readonly quality: TimeQuality;
}

/** Reads the time stamp at the start of lines of AAA servers. */
export class ReportClock {
  /** Offset just after the stamp and its zone. */
  end = 0;
  private readonly reader = new StampReader();
  private readonly zones = new ZoneReader();
  private readonly resolver: StampResolver;
  private stamp: Stamp = emptyStamp();

  /** `anchor` is the latest time that a stamp without a year may mean. */
  constructor(anchor: Instant) {
    this.resolver = new StampResolver(anchor);
  }

  /** Reads the stamp at `from`; false when none stands there. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    const { reader, zones } = this;
    if (!reader.read(bytes, from, to)) return false;
    this.end = reader.end;
    const sign = bytes[reader.end + 1];
    const zoned = (sign === 43 || sign === 45) && zones.read(bytes, reader.end + 1, to);
    if (zoned) this.end = zones.end;
    const { year, month, day, clock } = reader;
    this.stamp = {
      year,
      month,
      day,
      clock,
      zone: zoned ? zones.zone : 0,
      zoneState: zoned ? 'known' : 'none',
    };
    return true;
  }

  /** The time of the stamp read last; a missing year comes from `known`, a time near it, or else from the anchor. */
  time(known: Instant | null): ReportTime {
    const { stamp } = this;
    if (stamp.year === 0 && known === null) {
      return { at: this.resolver.resolve(stamp), quality: 'year-assumed' };
    }
    const at = known === null ? this.resolver.resolve(stamp) : resolveNear(stamp, known);
    return { at, quality: stamp.zoneState === 'known' ? 'exact' : 'zone-assumed' };
  }
}

/** Seconds since 1970 as an attribute gives them, as an instant; null for anything else. */
export function epochAttribute(text: string | undefined): Instant | null {
  if (text === undefined || !/^\d{9,10}(?:\.\d{1,9})?$/.test(text)) return null;
  return Math.trunc(Number(text) * 1000);
}
