import type { Stamp } from '../../../base/stamp.ts';
import { resolveNear, StampResolver } from '../../../base/stamp-resolve.ts';
import type { Instant } from '../../../base/time.ts';
import { DAY } from '../../../base/time.ts';
import type { TimeQuality } from '../../../model/record.ts';
import type { HeaderReader } from './header.ts';

const MONTH = 31 * DAY;

/**
 * Decides which of a line's clocks to believe. The device's own stamp counts, since it says when the thing happened,
 * unless the device says that its clock is not in step (`*`, `.`), gives only a time since start, or names no zone
 * while the relay does; then the relay's stamp counts. Without a relay a marked stamp is kept as `clock-unset`.
 */
export class MessageClock {
  /** Time of the line; null when it has none. */
  at: Instant | null = null;
  quality: TimeQuality = 'none';
  /** Device clock minus relay clock in milliseconds, when the line has both; otherwise null. */
  offset: number | null = null;
  private readonly own: StampResolver;
  private readonly relay: StampResolver;

  /** `anchor` is the latest time that a stamp without a year may mean. */
  constructor(anchor: Instant) {
    this.own = new StampResolver(anchor);
    this.relay = new StampResolver(anchor);
  }

  /** Sets the fields for the header read last. */
  set(header: HeaderReader): void {
    const { stamps } = header;
    this.offset = null;
    if (stamps.count === 0) {
      this.at = null;
      this.quality = 'none';
    } else if (header.uptime) this.take(stamps.inner, this.relay.resolve(stamps.inner), false);
    else if (stamps.count === 1) this.alone(stamps.inner, stamps.mark !== 0);
    else this.both(header);
  }

  private alone(stamp: Stamp, marked: boolean): void {
    this.take(stamp, this.own.resolve(stamp), false);
    if (marked) this.quality = 'clock-unset';
  }

  private both(header: HeaderReader): void {
    const { inner, outer, mark, innerIsOwn } = header.stamps;
    const relayTime = this.relay.resolve(outer);
    const near = resolveNear(inner, relayTime);
    // Further apart than a month, the relay says nothing about the year of the device's stamp.
    const lent = inner.year > 0 || Math.abs(near - relayTime) < MONTH;
    const ownTime = lent ? near : this.own.resolve(inner);
    if (lent && (innerIsOwn || header.form === 'program')) this.offset = ownTime - relayTime;
    const doubtful = mark !== 0 || (inner.zoneState !== 'known' && outer.zoneState === 'known');
    if (doubtful) this.take(outer, relayTime, false);
    else this.take(inner, ownTime, lent && outer.year > 0);
  }

  private take(stamp: Stamp, at: Instant, yearKnown: boolean): void {
    this.at = at;
    if (stamp.year === 0 && !yearKnown) this.quality = 'year-assumed';
    else this.quality = stamp.zoneState === 'known' ? 'exact' : 'zone-assumed';
  }
}
