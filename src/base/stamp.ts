/** Where a zone in a stamp stands: none written, one that is known, or a name that no table has. */
export type ZoneState = 'none' | 'known' | 'unknown';

/** A point in time as text gives it, before a missing year or zone is filled in. */
export interface Stamp {
  /** Full year, or 0 when the text has none. */
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31, valid for the month (29 February is allowed without a year). */
  day: number;
  /** Milliseconds since midnight of the written clock. */
  clock: number;
  /** Minutes east of UTC; 0 unless `zoneState` is `known`. */
  zone: number;
  zoneState: ZoneState;
}

/** A stamp with nothing in it, to be filled by a StampReader. */
export function emptyStamp(): Stamp {
  return { year: 0, month: 1, day: 1, clock: 0, zone: 0, zoneState: 'none' };
}

/** Months by the low five bits of their three letters, so that `Oct`, `oct` and `OCT` are found alike. */
const MONTHS = buildMonths();
const DAYS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthKey(a: number, b: number, c: number): number {
  return ((a & 31) << 10) | ((b & 31) << 5) | (c & 31);
}

function buildMonths(): Uint8Array {
  const table = new Uint8Array(32768);
  const names = 'janfebmaraprmayjunjulaugsepoctnovdec';
  for (let month = 0; month < 12; month += 1) {
    const at = month * 3;
    table[monthKey(names.charCodeAt(at), names.charCodeAt(at + 1), names.charCodeAt(at + 2))] = month + 1;
  }
  return table;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** True when the day exists in that month; year 0 stands for an unknown year, in which 29 February exists. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > (DAYS[month] as number)) return false;
  return month !== 2 || day < 29 || year === 0 || isLeap(year);
}

const SPACE = 32;
const DOT = 46;
const COLON = 58;

/**
 * Reads the date and time forms of logs from bytes, without making strings: `Oct 15 00:01:02`, `Oct 15 2026
 * 00:01:02.123`, `2026 Oct 15 00:01:02`, `Thu Oct 15 00:01:02 2026`, `2026-10-15T00:01:02.123456`. Zones are read by
 * StampZones. The fields are those of the last stamp read; `end` is the offset just after it.
 */
export class StampReader {
  year = 0;
  month = 1;
  day = 1;
  clock = 0;
  end = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private limit = 0;

  /** Reads a stamp that begins at `from`; false when none does. Reads nothing at or after `to`. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from < 14) return false;
    this.bytes = bytes;
    this.limit = to;
    const first = bytes[from] as number;
    if (first >= 48 && first <= 57) return this.yearFirst(from);
    const third = bytes[from + 3] as number;
    if (third !== SPACE) return false;
    const month = this.monthAt(from);
    if (month > 0) return this.monthFirst(from + 4, month);
    return this.weekdayFirst(from + 4);
  }

  private monthAt(at: number): number {
    const b = this.bytes;
    const first = b[at] as number;
    const second = b[at + 1] as number;
    const third = b[at + 2] as number;
    if (first < 65 || second < 65 || third < 65 || first > 122 || second > 122 || third > 122) return 0;
    return MONTHS[monthKey(first, second, third)] as number;
  }

  /** One or two digits, the first of which may be a space; -1 when there are none. */
  private two(at: number): number {
    const high = (this.bytes[at] as number) - 48;
    const low = (this.bytes[at + 1] as number) - 48;
    if (low < 0 || low > 9) return -1;
    if (high === SPACE - 48) return low;
    return high < 0 || high > 9 ? -1 : high * 10 + low;
  }

  private four(at: number): number {
    let value = 0;
    for (let i = at; i < at + 4; i += 1) {
      const digit = (this.bytes[i] as number) - 48;
      if (!(digit >= 0 && digit <= 9)) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** `15 `, ` 5 ` or `5 ` at `at`: sets the day and returns the offset after the space, or -1. */
  private dayAt(at: number): number {
    const single = this.bytes[at + 1] === SPACE && this.bytes[at] !== SPACE;
    const day = single ? (this.bytes[at] as number) - 48 : this.two(at);
    const after = single ? at + 1 : at + 2;
    if (day < 1 || day > 31 || this.bytes[after] !== SPACE) return -1;
    this.day = day;
    return after + 1;
  }

  private monthFirst(at: number, month: number): boolean {
    let next = this.dayAt(at);
    if (next < 0) return false;
    let year = 0;
    if (this.bytes[next + 4] === SPACE) {
      year = this.four(next);
      if (year < 1970) return false;
      next += 5;
    }
    return this.finish(next, year, month);
  }

  private weekdayFirst(at: number): boolean {
    const month = this.monthAt(at);
    if (month === 0 || this.bytes[at + 3] !== SPACE) return false;
    const next = this.dayAt(at + 4);
    if (next < 0 || !this.finish(next, 0, month)) return false;
    if (this.bytes[this.end] !== SPACE || this.end + 5 > this.limit) return true;
    const year = this.four(this.end + 1);
    if (year < 1970) return true;
    this.year = year;
    this.end += 5;
    return isDay(year, month, this.day);
  }

  private yearFirst(from: number): boolean {
    const year = this.four(from);
    if (year < 1970) return false;
    const mark = this.bytes[from + 4];
    if (mark === SPACE) {
      const month = this.monthAt(from + 5);
      if (month === 0 || this.bytes[from + 8] !== SPACE) return false;
      const next = this.dayAt(from + 9);
      return next > 0 && this.finish(next, year, month);
    }
    if ((mark !== 45 && mark !== 47) || this.bytes[from + 7] !== mark) return false;
    const join = this.bytes[from + 10];
    if (join !== 84 && join !== SPACE) return false;
    this.day = this.two(from + 8);
    return this.finish(from + 11, year, this.two(from + 5));
  }

  /** Reads `HH:MM:SS` and a fraction, checks all, and sets the fields. */
  private finish(at: number, year: number, month: number): boolean {
    if (at + 8 > this.limit) return false;
    const b = this.bytes;
    if (b[at + 2] !== COLON || b[at + 5] !== COLON || !isDay(year, month, this.day)) return false;
    const hour = this.two(at);
    const minute = this.two(at + 3);
    const second = this.two(at + 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
    this.year = year;
    this.month = month;
    this.clock = hour * 3_600_000 + minute * 60_000 + second * 1000;
    this.end = at + 8;
    if (b[this.end] === DOT && this.end < this.limit) this.fraction(this.end + 1);
    return true;
  }

  private fraction(from: number): void {
    let at = from;
    let weight = 100;
    while (at < this.limit) {
      const digit = (this.bytes[at] as number) - 48;
      if (digit < 0 || digit > 9) break;
      this.clock += digit * weight;
      weight = weight > 1 ? weight / 10 : 0;
      at += 1;
    }
    if (at > from) this.end = at;
  }
}
