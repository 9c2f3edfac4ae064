import { HOUR, MINUTE, type Period, unionPeriods } from '../../base/time.ts';
import type { BlindWindow, KindCoverage } from '../../model/coverage.ts';

/** How far a jump of the numbers may lie from a silence and still belong to it. */
const NEAR = 5 * MINUTE;
/** A jump over a longer stretch is itself a silence, however sparse the device writes. */
const LONG = HOUR;
/** Fewer missing messages than this are ordinary loss on the way. */
const LEAST_MISSING = 20;

/** A stretch in which the device said nothing, and how many of its messages are missing by their numbers. */
export interface Silence extends Period {
  readonly missing: number;
}

function touches(gap: Period, silence: Period): boolean {
  return gap.from <= silence.to + NEAR && gap.to >= silence.from - NEAR;
}

function gapsOf({ blind }: KindCoverage): readonly BlindWindow[] {
  return blind.filter((w) => w.reason === 'sequence-gap' && (w.missing ?? 0) > 0);
}

function silentPeriods(coverage: KindCoverage): readonly Period[] {
  const jumps = gapsOf(coverage).filter((g) => (g.missing ?? 0) >= LEAST_MISSING && g.to - g.from >= LONG);
  return unionPeriods([...coverage.blind.filter((w) => w.reason === 'silence'), ...jumps]);
}

/** The silences between messages, longer than the rhythm of the device allows or ended by a jump, oldest first. */
export function silencesOf(coverage: KindCoverage): readonly Silence[] {
  const gaps = gapsOf(coverage);
  return silentPeriods(coverage).map(({ from, to }) => {
    const missing = gaps
      .filter((g) => touches(g, { from, to }))
      .reduce((sum, g) => sum + (g.missing ?? 0), 0);
    return { from, to, missing };
  });
}

/** Jumps of the numbers while messages went on: somebody let some through and others not. Small ones are left out. */
export function lossesOf(coverage: KindCoverage): readonly BlindWindow[] {
  const silences = silentPeriods(coverage);
  return gapsOf(coverage).filter(
    (g) => (g.missing ?? 0) >= LEAST_MISSING && !silences.some((s) => touches(g, s)),
  );
}
