import type { Stamp } from './stamp.ts';
import { isDay } from './stamp.ts';
import type { Instant } from './time.ts';
import { DAY, MINUTE } from './time.ts';

const HALF_YEAR = 182 * DAY;

/** Days since 1970-01-01 of a date of the Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function inYear(stamp: Stamp, year: number): Instant {
  return dayNumber(year, stamp.month, stamp.day) * DAY + stamp.clock - stamp.zone * MINUTE;
}

function yearOf(at: Instant): number {
  const days = Math.floor(at / DAY);
  const year = 1970 + Math.floor(days / 365.2425);
  if (dayNumber(year + 1, 1, 1) <= days) return year + 1;
  return dayNumber(year, 1, 1) > days ? year - 1 : year;
}

/** Fills in missing years; keeps the last answer, since neighbouring lines share their day. */
export class StampResolver {
  private readonly limit: Instant;
  private readonly limitYear: number;
  private key = -1;
  private start = 0;

  /** `anchor` is the latest time that a stamp without a year may mean, give or take one day. */
  constructor(anchor: Instant) {
    this.limit = anchor + DAY;
    this.limitYear = yearOf(this.limit);
  }

  /** The instant of a stamp; without a year, the latest one that is not after the anchor plus one day. */
  resolve(stamp: Stamp): Instant {
    const key = (stamp.year * 16 + stamp.month) * 32 + stamp.day;
    const within = stamp.clock - stamp.zone * MINUTE;
    if (key === this.key) return this.start + within;
    const at = stamp.year > 0 ? inYear(stamp, stamp.year) : this.latest(stamp);
    this.start = at - within;
    this.key = stamp.year > 0 || this.farFromLimit() ? key : -1;
    return at;
  }

  /** Close to the limit, the hour decides on the year, so that the day alone is no safe key. */
  private farFromLimit(): boolean {
    return this.start + 2 * DAY <= this.limit && this.start + 363 * DAY > this.limit;
  }

  private latest(stamp: Stamp): Instant {
    for (let year = this.limitYear + 1; ; year -= 1) {
      if (!isDay(year, stamp.month, stamp.day)) continue;
      const at = inYear(stamp, year);
      if (at <= this.limit) return at;
    }
  }
}

/** The instant of a stamp; without a year, the one nearest to `near`. */
export function resolveNear(stamp: Stamp, near: Instant): Instant {
  if (stamp.year > 0) return inYear(stamp, stamp.year);
  const middle = yearOf(near);
  let best = isDay(middle, stamp.month, stamp.day) ? inYear(stamp, middle) : Number.POSITIVE_INFINITY;
  if (Math.abs(best - near) < HALF_YEAR) return best;
  for (let year = middle - 4; year <= middle + 4; year += 1) {
    if (!isDay(year, stamp.month, stamp.day)) continue;
    const at = inYear(stamp, year);
    if (Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best;
}
