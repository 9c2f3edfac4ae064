import type { CheckClass, Hit } from '../model/verdict.ts';

/** What findings need to know of a check. */
export interface CheckMeta {
  readonly id: string;
  readonly class: CheckClass;
  /** ATT&CK technique ids. */
  readonly attack: readonly string[];
  readonly otherExplanations: readonly string[];
  readonly next: readonly string[];
}

/** The hits of one check on one subject. */
export interface CheckResult {
  readonly check: CheckMeta;
  readonly subject: string;
  readonly hits: readonly Hit[];
}
