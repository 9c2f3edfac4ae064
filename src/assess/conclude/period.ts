import { DAY, type Instant, MINUTE, type Period } from '../../base/time.ts';
import type { CoverageTrack } from '../../model/coverage.ts';

/** Kinds that run over time and so tell which period the evidence is about. */
const STREAMS: ReadonlySet<string> = new Set(['syslog', 'accounting', 'flow', 'http', 'access']);
/** Times earlier than this before the last one are taken for unset clocks when nobody gives a period. */
const LONGEST = 800 * DAY;

/** What the user asked for. */
export interface AskedPeriod {
  readonly since: Instant | null;
  readonly until: Instant | null;
}

/**
 * The period that is judged: what the user asked for, otherwise from the first to the last minute that any stream
 * shows. Evidence without streams gives the span of its snapshots.
 */
export function judgedPeriod(tracks: readonly CoverageTrack[], asked: AskedPeriod, anchor: Instant): Period {
  const streams = tracks.filter((t) => STREAMS.has(t.kind));
  const used = streams.some((t) => t.last !== null) ? streams : tracks;
  const lasts = used.map((t) => t.last).filter((t): t is Instant => t !== null && t <= anchor + DAY);
  const last = lasts.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const firsts = used.map((t) => t.first).filter((t): t is Instant => t !== null && t >= last - LONGEST);
  const first = firsts.reduce((a, b) => Math.min(a, b), last);
  const to = asked.until ?? (Number.isFinite(last) ? (Math.floor(last / MINUTE) + 1) * MINUTE : anchor);
  const from = asked.since ?? (Number.isFinite(first) ? Math.floor(first / MINUTE) * MINUTE : to);
  return { from: Math.min(from, to), to };
}
