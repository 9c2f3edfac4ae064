import { MinuteSet } from '../base/minute-set.ts';
import { DAY, type Period } from '../base/time.ts';
import type { CoverageTrack, KindCoverage } from '../model/coverage.ts';

/** Midnight on which the streams of tests begin. */
export const START: number = Date.UTC(2026, 9, 1);
/** The ten days from then on. */
export const DAYS_10: Period = { from: START, to: START + 10 * DAY };

/** A track of log lines at these times. */
export function track(times: readonly number[], more: Partial<CoverageTrack> = {}): CoverageTrack {
  const set = new MinuteSet();
  for (const at of times) set.add(at);
  return {
    evidence: 'e1',
    origin: 'name:pe-01',
    kind: 'syslog',
    first: times.length > 0 ? Math.min(...times) : null,
    last: times.length > 0 ? Math.max(...times) : null,
    count: times.length,
    untimed: 0,
    minutes: set.runs(),
    sequences: [],
    clockOffsets: [],
    unread: 0,
    instants: [],
    ...more,
  };
}

/** One message every `step`, from day to day of the period. */
export function steady(fromDay: number, toDay: number, step: number): number[] {
  const out: number[] = [];
  for (let at = START + fromDay * DAY; at < START + toDay * DAY; at += step) out.push(at);
  return out;
}

/** Blind windows as reason, first and last day. */
export const windows = (coverage: KindCoverage): (readonly [string, number, number])[] =>
  coverage.blind.map((b) => [b.reason, (b.from - START) / DAY, (b.to - START) / DAY]);
