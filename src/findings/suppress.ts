import type { Instant } from '../base/time.ts';
import type { Finding } from '../model/verdict.ts';

/** A person's decision to set a finding aside. */
export interface FindingSuppression {
  readonly finding: string;
  readonly by: string;
  readonly why: string;
  /** From this time on the finding counts again; null is never. */
  readonly until: Instant | null;
}

/**
 * The decisions that hold at a time, by finding. Of several for one finding the one that holds longest is shown; an
 * expired one is as if it had never been, so that nothing stays hidden because somebody forgot it.
 */
export function suppressionsAt(
  suppressions: readonly FindingSuppression[],
  asOf: Instant,
): ReadonlyMap<string, NonNullable<Finding['suppressed']>> {
  const sorted = suppressions
    .filter((s) => s.until === null || s.until > asOf)
    .sort((a, b) => endOf(a) - endOf(b) || (`${a.by}|${a.why}` < `${b.by}|${b.why}` ? -1 : 1));
  return new Map(sorted.map(({ finding, by, why, until }) => [finding, { by, why, until }]));
}

/** A number that sorts: the difference of two infinities would not. */
function endOf(suppression: FindingSuppression): number {
  return suppression.until ?? Number.MAX_SAFE_INTEGER;
}
