import { MINUTE, type Period, unionPeriods } from '../base/time.ts';
import type { KindCoverage } from '../model/coverage.ts';
import type { Bounds } from '../model/scope.ts';
import type { Holding } from './data-classes.ts';
import type { StoreSize } from './store-size.ts';
import type { Giving, SystemTally } from './tally.ts';

/** Numbers behind the bounds of one class of data of one system. */
export interface Count {
  readonly records: Bounds;
  readonly persons: Bounds;
  /** What proven accesses gave of this class. */
  readonly giving: Giving;
  /** Proven reads that gave rows, but not surely of this class. */
  readonly unsure: number;
  /** Rows that all possible accesses handed out, as far as they say. */
  readonly seen: number;
  /** Possible accesses that do not say how many rows they gave. */
  readonly uncounted: number;
}

/** What counts of one system are made from. */
export interface CountInput {
  readonly system: Pick<SystemTally, 'gave' | 'seen' | 'uncounted'>;
  readonly holding: Holding;
  readonly giving: Giving;
  readonly store: StoreSize;
  /** Stretches in which the access log cannot be seen. */
  readonly unknown: readonly Period[];
}

/**
 * Stretches of the judged period in which the access log cannot be seen. Those before the first sign count as well:
 * the intrusion began at the first sign at the latest.
 */
export function unknownOf(coverage: KindCoverage | undefined, period: Period): Period[] {
  if (!coverage) return [period];
  // Lines that could not be read, or carry no time, may be accesses at any time.
  if (coverage.unread > 0 || coverage.untimed > 0) return [period];
  return unionPeriods(coverage.blind.map(({ from, to }) => ({ from, to: to > from ? to : from + MINUTE })));
}

/**
 * Counts rows that were handed out; a row that is handed out twice counts twice, but for targets of interception, of
 * which only different ones count. The lower bound counts what findings
 * prove; the upper bound counts all that suspects read, and the whole store where the log cannot be seen or gives no
 * numbers. Lower is never above upper.
 */
export function countSystem(input: CountInput): Count {
  const { holding, giving, store, unknown } = input;
  const { seen, uncounted, gave } = input.system;
  const lower = holding.distinct ? giving.differing : giving.rows;
  const blind = unknown.length > 0 || uncounted > 0;
  const reach = blind ? (store.rows === null ? null : Math.max(store.rows, seen)) : seen;
  const upper = reach === null ? null : Math.max(reach, lower);
  return {
    records: { lower, upper },
    persons: personBounds({ giving, holding, store, lower, upper }),
    giving,
    unsure: gave - giving.bulk - giving.single,
    seen,
    uncounted,
  };
}

function personBounds(of: {
  readonly giving: Giving;
  readonly holding: Holding;
  readonly store: StoreSize;
  readonly lower: number;
  readonly upper: number | null;
}): Bounds {
  const { giving, holding, store, upper } = of;
  if (holding.personsPerRow === 0) return { lower: 0, upper: 0 };
  const sure = holding.distinct ? of.lower : giving.bulk + giving.single > 0 ? 1 : 0;
  const lower = Math.max(giving.persons, sure);
  const byRows = upper === null ? null : upper * holding.personsPerRow;
  const caps = [byRows, store.persons].filter((n): n is number => n !== null);
  return { lower, upper: caps.length === 0 ? null : Math.max(lower, Math.min(...caps)) };
}
