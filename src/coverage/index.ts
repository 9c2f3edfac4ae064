import { joinMinuteRuns } from '../base/minute-set.ts';
import { MINUTE, type Period, subtractPeriods } from '../base/time.ts';
import type { BlindReason, BlindWindow, CoverageTrack, KindCoverage } from '../model/coverage.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { lossWindows } from './losses.ts';
import { rhythmOf, sparseSilence } from './rhythm.ts';
import { sequenceGaps } from './sequences.ts';

export { joinRuns, sequenceGaps } from './sequences.ts';

/** Works out what one kind of evidence shows of one device over the period, from its tracks in any order. */
export function coverKind(
  kind: EvidenceKind,
  tracks: readonly CoverageTrack[],
  period: Period,
): KindCoverage {
  const minutes = joinMinuteRuns(tracks.map((t) => t.minutes));
  const snapshot = kind === 'config' || kind === 'state' || kind === 'inventory' || kind === 'file';
  const rhythm = snapshot ? null : rhythmOf(minutes);
  const blind = snapshot ? [] : blindWindows({ minutes, period, rhythm, tracks });
  return {
    kind,
    first: least(tracks.map((t) => t.first)),
    last: most(tracks.map((t) => t.last)),
    count: sum(tracks.map((t) => t.count)),
    untimed: sum(tracks.map((t) => t.untimed)),
    seen: snapshot ? [] : subtractPeriods([period], blind.map(widened)),
    blind,
    instants: [...new Set(tracks.flatMap((t) => t.instants))].sort((a, b) => a - b),
    rhythm,
    clockOffset: medianOffset(tracks),
    unread: sum(tracks.map((t) => t.unread)),
    evidence: [...new Set(tracks.map((t) => t.evidence))].sort(),
  };
}

/** A gap between two messages of the same second still hides what was lost in it. */
function widened(window: BlindWindow): Period {
  return window.to > window.from ? window : { from: window.from, to: window.from + 1 };
}

interface BlindInput {
  readonly minutes: readonly number[];
  readonly period: Period;
  readonly rhythm: number | null;
  readonly tracks: readonly CoverageTrack[];
}

function blindWindows({ minutes, period, rhythm, tracks }: BlindInput): BlindWindow[] {
  const whole = (reason: BlindReason): BlindWindow[] => [{ ...period, reason, missing: null }];
  if (minutes.length === 0)
    return tracks.some((t) => t.untimed > 0) ? whole('no-time') : whole('no-evidence');
  const longest = rhythm ?? sparseSilence(minutes);
  const out: BlindWindow[] = [];
  const add = (from: number, to: number, reason: BlindReason): void => {
    const cut = { from: Math.max(from, period.from), to: Math.min(to, period.to) };
    if (cut.to > cut.from) out.push({ ...cut, reason, missing: null });
  };
  const first = (minutes[0] as number) * MINUTE;
  if (first - period.from > longest) add(period.from, first, 'before-first');
  for (let i = 2; i + 1 < minutes.length; i += 2) {
    const from = ((minutes[i - 2] as number) + (minutes[i - 1] as number)) * MINUTE;
    const to = (minutes[i] as number) * MINUTE;
    if (to - from > longest) add(from, to, 'silence');
  }
  const last = ((minutes.at(-2) as number) + (minutes.at(-1) as number)) * MINUTE;
  if (period.to - last > longest) add(last, period.to, 'after-last');
  const gaps = [...sequenceGaps(tracks.map((t) => t.sequences)), ...unclear(tracks), ...lossWindows(tracks)];
  for (const gap of gaps) {
    if (gap.to >= period.from && gap.from < period.to) {
      out.push({ ...gap, from: Math.max(gap.from, period.from), to: Math.min(gap.to, period.to) });
    }
  }
  return out.sort((a, b) => a.from - b.from || a.to - b.to || (a.reason < b.reason ? -1 : 1));
}

/** Where a stream's numbers were given up, nothing shows what is missing from then on. */
function unclear(tracks: readonly CoverageTrack[]): BlindWindow[] {
  return tracks.flatMap(({ sequencesCut: from, last }) =>
    from === undefined || last === null || last < from
      ? []
      : [{ from, to: last + MINUTE, reason: 'numbers-unclear' as const, missing: null }],
  );
}

function medianOffset(tracks: readonly CoverageTrack[]): number | null {
  const counts = new Map<number, number>();
  for (const { clockOffsets } of tracks) {
    for (let i = 0; i + 1 < clockOffsets.length; i += 2) {
      const seconds = clockOffsets[i] as number;
      counts.set(seconds, (counts.get(seconds) ?? 0) + (clockOffsets[i + 1] as number));
    }
  }
  const sorted = [...counts].sort((a, b) => a[0] - b[0]);
  const half = sum(sorted.map(([, n]) => n)) / 2;
  let passed = 0;
  for (const [seconds, n] of sorted) {
    passed += n;
    if (passed >= half) return seconds;
  }
  return null;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function least(values: readonly (number | null)[]): number | null {
  return values.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
}

function most(values: readonly (number | null)[]): number | null {
  return values.reduce((a, b) => (a === null ? b : b === null ? a : Math.max(a, b)), null);
}
