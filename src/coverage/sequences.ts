import type { Instant } from '../base/time.ts';
import type { BlindWindow } from '../model/coverage.ts';

interface Run {
  readonly from: number;
  readonly to: number;
  readonly first: Instant;
  readonly last: Instant;
}

/** A number this much lower than the one before means that the device counts anew (a restart). */
const RESTART = 1000;
/** A jump above this is another counter or damage, not loss. */
const MOST_MISSING = 1_000_000;

function readRuns(lists: readonly (readonly number[])[]): Run[] {
  const runs: Run[] = [];
  for (const list of lists) {
    for (let i = 0; i + 3 < list.length; i += 4) {
      runs.push({
        from: list[i] as number,
        to: list[i + 1] as number,
        first: list[i + 2] as number,
        last: list[i + 3] as number,
      });
    }
  }
  return runs.sort((a, b) => a.first - b.first || a.from - b.from || a.to - b.to);
}

function epochs(runs: readonly Run[]): Run[][] {
  const out: Run[][] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const current = out.at(-1);
    if (!current || run.to < highest - RESTART || run.from > highest + MOST_MISSING) {
      out.push([run]);
      highest = run.to;
    } else {
      current.push(run);
      highest = Math.max(highest, run.to);
    }
  }
  return out;
}

/** Finds the jumps in the numbers that a device puts on its messages, from [from, to, first, last] runs in any order. */
export function sequenceGaps(lists: readonly (readonly number[])[]): BlindWindow[] {
  const gaps: BlindWindow[] = [];
  for (const epoch of epochs(readRuns(lists))) {
    const sorted = [...epoch].sort((a, b) => a.from - b.from || a.to - b.to);
    let end = sorted[0]?.to ?? 0;
    let at = sorted[0]?.last ?? 0;
    for (const run of sorted.slice(1)) {
      if (run.from > end + 1) {
        const [from, to] = at <= run.first ? [at, run.first] : [run.first, at];
        gaps.push({ from, to, reason: 'sequence-gap', missing: run.from - end - 1 });
      }
      if (run.to > end) {
        end = run.to;
        at = run.last;
      }
    }
  }
  return gaps.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The same runs in as few as can be: those of one count that touch or overlap become one. */
export function joinRuns(runs: readonly number[]): number[] {
  const out: number[] = [];
  for (const epoch of epochs(readRuns([runs]))) {
    let end = Number.NEGATIVE_INFINITY;
    for (const run of [...epoch].sort((a, b) => a.from - b.from || a.to - b.to)) {
      const n = out.length;
      if (run.from > end + 1) out.push(run.from, run.to, run.first, run.last);
      else if (run.to > end) {
        out[n - 3] = run.to;
        out[n - 1] = run.last;
      }
      end = Math.max(end, run.to);
    }
  }
  return out;
}
