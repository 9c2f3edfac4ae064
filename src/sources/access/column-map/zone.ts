import { DAY, HOUR, type Instant, MINUTE } from '../../../base/time.ts';

/** Turns clocks on a wall into instants, for UTC, a fixed offset (`+02:00`) or a named zone (`America/Chicago`). */
export class WallClock {
  private readonly fixed: number | null;
  private readonly format: Intl.DateTimeFormat | null;
  private quarter = Number.NaN;
  private offset = 0;

  /** The zone must be one that the map's schema lets through. */
  constructor(zone: string) {
    this.fixed = fixedOffset(zone);
    this.format =
      this.fixed !== null
        ? null
        : new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            calendar: 'gregory',
            numberingSystem: 'latn',
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
          });
  }

  /** The instant at which the wall showed this clock; the later of two when an hour repeats in autumn. */
  instant(wall: Instant): Instant {
    if (this.fixed !== null) return wall - this.fixed;
    // Zones change at quarters of an hour at most, so neighbouring rows share the answer.
    const quarter = Math.floor(wall / (15 * MINUTE));
    if (quarter !== this.quarter) {
      this.quarter = quarter;
      this.offset = this.offsetFor(wall);
    }
    return wall - this.offset;
  }

  private offsetFor(wall: Instant): number {
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    // The offset after a change holds where it agrees with itself, which makes it the later of two instants.
    return this.offsetAt(wall - after) === after ? after : before;
  }

  private offsetAt(at: Instant): number {
    const parts: Record<string, number> = {};
    const minute = Math.floor(at / MINUTE) * MINUTE;
    for (const { type, value } of this.format?.formatToParts(minute) ?? []) parts[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, parts['minute'] ?? 0) - minute;
  }
}

function fixedOffset(zone: string): number | null {
  if (zone === 'UTC') return 0;
  const found = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (!found) return null;
  const size = Number(found[2]) * HOUR + Number(found[3]) * MINUTE;
  return found[1] === '-' ? -size : size;
}
