import type { Instant } from './time.ts';
import { DAY, MINUTE } from './time.ts';

const MINUTES_A_DAY = 1440;
const WORDS = MINUTES_A_DAY / 32;
/** Days that one set holds at most (about 27 years); later days are refused so that hostile times cost no memory. */
const MOST_DAYS = 10_000;

/** A set of minutes since 1970, 180 bytes for each day that has any; joining sets does not depend on order. */
export class MinuteSet {
  private readonly days = new Map<number, Uint32Array>();
  private day = Number.NaN;
  private words: Uint32Array | null = null;
  /** Start of the minute added last: most lines share it with the one before. */
  private last = Number.NaN;

  /** Adds the minute that holds the instant; false when the set is full. */
  add(at: Instant): boolean {
    if (at >= this.last && at < this.last + MINUTE) return true;
    const day = Math.floor(at / DAY);
    if (day !== this.day) {
      let words = this.days.get(day);
      if (!words) {
        if (this.days.size >= MOST_DAYS) return false;
        words = new Uint32Array(WORDS);
        this.days.set(day, words);
      }
      this.day = day;
      this.words = words;
    }
    const minute = Math.floor((at - day * DAY) / MINUTE);
    const word = minute >>> 5;
    (this.words as Uint32Array)[word] = ((this.words as Uint32Array)[word] as number) | (1 << (minute & 31));
    this.last = day * DAY + minute * MINUTE;
    return true;
  }

  /** Adds `length` minutes from minute `start` (since 1970). */
  addRun(start: number, length: number): void {
    for (let i = 0; i < length; i += 1) this.add((start + i) * MINUTE);
  }

  /** The minutes as [start, length] runs, ascending, flattened. */
  runs(): number[] {
    const out: number[] = [];
    for (const day of [...this.days.keys()].sort((a, b) => a - b)) {
      const words = this.days.get(day) as Uint32Array;
      for (let minute = 0; minute < MINUTES_A_DAY; minute += 1) {
        const word = words[minute >>> 5] as number;
        if (word === 0) {
          minute |= 31;
          continue;
        }
        if (((word >>> (minute & 31)) & 1) === 1) extend(out, day * MINUTES_A_DAY + minute);
      }
    }
    return out;
  }
}

function extend(runs: number[], minute: number): void {
  const last = runs.length - 2;
  if (last >= 0 && (runs[last] as number) + (runs[last + 1] as number) === minute) {
    runs[last + 1] = (runs[last + 1] as number) + 1;
  } else runs.push(minute, 1);
}

/** Joins lists of [start, length] runs of minutes into one, ascending and without overlap. */
export function joinMinuteRuns(lists: readonly (readonly number[])[]): number[] {
  const runs: [number, number][] = [];
  for (const list of lists) {
    for (let i = 0; i + 1 < list.length; i += 2) runs.push([list[i] as number, list[i + 1] as number]);
  }
  runs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out: number[] = [];
  for (const [start, length] of runs) {
    const last = out.length - 2;
    const end = last >= 0 ? (out[last] as number) + (out[last + 1] as number) : -1;
    if (last >= 0 && start <= end) out[last + 1] = Math.max(end, start + length) - (out[last] as number);
    else out.push(start, length);
  }
  return out;
}
