/** Milliseconds since 1970-01-01T00:00:00Z, always UTC; fractions of a millisecond are dropped. */
export type Instant = number;

/** A half-open stretch of time [from, to) in milliseconds UTC. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** Milliseconds in one minute. */
export const MINUTE = 60_000;
/** Milliseconds in one hour. */
export const HOUR = 3_600_000;
/** Milliseconds in one day. */
export const DAY = 86_400_000;

/** Writes an instant as ISO 8601 in UTC, with milliseconds only where they are not zero. */
export function formatInstant(at: Instant): string {
  const text = new Date(at).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, 19)}Z` : text;
}

/** Writes an instant to the minute, as reports show it: `2026-10-20 02:13Z`. */
export function formatMinute(at: Instant): string {
  const text = new Date(at).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)}Z`;
}

/** Sorts and joins periods that touch or overlap, dropping empty ones. */
export function unionPeriods(periods: readonly Period[]): Period[] {
  const sorted = periods.filter((p) => p.to > p.from).sort((a, b) => a.from - b.from || a.to - b.to);
  const out: { from: Instant; to: Instant }[] = [];
  for (const p of sorted) {
    const last = out.at(-1);
    if (last && p.from <= last.to) last.to = Math.max(last.to, p.to);
    else out.push({ from: p.from, to: p.to });
  }
  return out;
}

/** The stretches that both lists cover. */
export function intersectPeriods(a: readonly Period[], b: readonly Period[]): Period[] {
  const left = unionPeriods(a);
  const right = unionPeriods(b);
  const out: Period[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    const x = left[i] as Period;
    const y = right[j] as Period;
    const from = Math.max(x.from, y.from);
    const to = Math.min(x.to, y.to);
    if (to > from) out.push({ from, to });
    if (x.to < y.to) i += 1;
    else j += 1;
  }
  return out;
}

/** The stretches of `whole` that none of `holes` covers. */
export function subtractPeriods(whole: readonly Period[], holes: readonly Period[]): Period[] {
  const out: Period[] = [];
  const cuts = unionPeriods(holes);
  for (const span of unionPeriods(whole)) {
    let from = span.from;
    for (const cut of cuts) {
      if (cut.to <= from || cut.from >= span.to) continue;
      if (cut.from > from) out.push({ from, to: cut.from });
      from = Math.max(from, cut.to);
    }
    if (from < span.to) out.push({ from, to: span.to });
  }
  return out;
}

/** Sum of the lengths of the periods after joining overlaps, in milliseconds. */
export function totalLength(periods: readonly Period[]): number {
  return unionPeriods(periods).reduce((sum, p) => sum + p.to - p.from, 0);
}
