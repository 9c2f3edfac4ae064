import { DAY, HOUR, type Instant, MINUTE } from '../../base/time.ts';

/** When an automation account works, as the note of its register entry says; times of day in minutes UTC. */
export interface Schedule {
  readonly every: 'day' | 'hour' | 'week';
  /** Minute of the day; of the hour for `hour`. */
  readonly minute: number;
  /** 0 is Sunday; null unless weekly. */
  readonly weekday: number | null;
}

/** A run may begin this much early, and this much late: a fleet is worked through one device after the other. */
const EARLY = 15;
const LATE = 90;

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Reads `daily 02:00Z`, `weekly Sun 03:30Z` or `hourly`; null when the note says no time. */
export function readSchedule(note: string | null): Schedule | null {
  const text = (note ?? '').toLowerCase();
  if (/\bhourly\b/.test(text)) return { every: 'hour', minute: 0, weekday: null };
  const found =
    /\b(daily|nightly|weekly)\b(?: +on)?(?: +([a-z]{3})[a-z]*)? +(?:at +)?(\d{1,2}):(\d{2}) ?(?:z|utc)?\b/.exec(
      text,
    );
  if (!found) return null;
  const minute = Number(found[3]) * 60 + Number(found[4]);
  if (minute >= 1440) return null;
  if (found[1] !== 'weekly') return { every: 'day', minute, weekday: null };
  const weekday = DAYS.indexOf(found[2] ?? '');
  return weekday < 0 ? null : { every: 'week', minute, weekday };
}

/** True when a run that began at this instant fits the schedule. */
export function fitsSchedule(at: Instant, { every, minute, weekday }: Schedule): boolean {
  if (every === 'hour') return true;
  const late = (minuteOfDay(at) - minute + EARLY + 1440) % 1440;
  if (late > EARLY + LATE) return false;
  if (weekday === null) return true;
  const began = new Date(at - (late - EARLY) * MINUTE);
  return began.getUTCDay() === weekday;
}

/** Minutes since midnight UTC. */
export function minuteOfDay(at: Instant): number {
  return Math.floor((((at % DAY) + DAY) % DAY) / MINUTE);
}

const BINS = 96;
/** Bins of 15 minutes within an hour to either side. */
const REACH = HOUR / (15 * MINUTE);

/** The times of day at which an account usually works, learned from the starts of its sessions. */
export class Habits {
  /** For each quarter of an hour the days on which a session began within an hour of it. */
  private readonly near: readonly ReadonlySet<number>[];
  private readonly days: number;

  /** Learns from starts in any order. */
  constructor(starts: readonly Instant[]) {
    const bins = Array.from({ length: BINS }, () => new Set<number>());
    for (const at of starts) bins[Math.floor(minuteOfDay(at) / 15)]?.add(dayOf(at));
    this.days = new Set(starts.map(dayOf)).size;
    this.near = bins.map((_, bin) => {
      const around = Array.from({ length: 2 * REACH + 1 }, (_, i) => (bin + i - REACH + BINS) % BINS);
      return new Set(around.flatMap((b) => [...(bins[b] ?? [])]));
    });
  }

  /** True when sessions began within an hour of this time of day on at least half of the other days, of three or more. */
  isUsual(at: Instant): boolean {
    const near = this.near[Math.floor(minuteOfDay(at) / 15)];
    if (!near || this.days < 3) return false;
    const others = near.size - (near.has(dayOf(at)) ? 1 : 0);
    return others * 2 >= this.days - 1;
  }
}

function dayOf(at: Instant): number {
  return Math.floor(at / DAY);
}
