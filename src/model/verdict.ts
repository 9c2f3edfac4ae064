import type { Instant, Period } from '../base/time.ts';
import type { EvidenceKind, Ref } from './evidence.ts';

/** The three answers of a check. */
export type Answer = 'hit' | 'clear' | 'cannot-tell';

/** How bad a hit is, worst last in SEVERITIES. */
export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical';

/** Severities from least to worst. */
export const SEVERITIES: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical'];

/** How sure a finding is. */
export type Confidence = 'low' | 'medium' | 'high';

/** What a check is about; exposure is not compromise (facts 9.1). */
export type CheckClass = 'compromise' | 'contradiction' | 'weakness' | 'supply-chain' | 'indicator';

/** Closed list of reasons for `cannot-tell`. */
export type CannotTellCode =
  | 'no-evidence'
  | 'partial-period'
  | 'unread-lines'
  | 'truncated'
  | 'no-time'
  | 'ambiguous-device'
  | 'not-configured-to-log'
  | 'needs-baseline'
  | 'needs-register'
  | 'needs-two-snapshots'
  | 'platform-unknown'
  | 'no-intelligence'
  | 'evidence-gone'
  | 'exporter-covers-some-interfaces'
  | 'too-many';

/** Why a check cannot tell, and the cheapest way to find out. */
export interface Reason {
  readonly code: CannotTellCode;
  /** One sentence for a person. */
  readonly text: string;
  /** The cheapest way to find out, one sentence. */
  readonly cheapest: string;
  readonly kinds: readonly EvidenceKind[];
  readonly periods: readonly Period[];
}

/** A check's answer for one subject over the assessed period. */
export interface Verdict {
  readonly check: string;
  /** Device id, or `system:<name>` for crown-jewel systems. */
  readonly subject: string;
  readonly answer: Answer;
  /** Where `clear` holds (also beside a cannot-tell for the rest). Snapshots give zero-length periods. */
  readonly clear: readonly Period[];
  readonly blind: readonly Period[];
  readonly reasons: readonly Reason[];
  readonly findings: readonly string[];
}

/** One line of proof: where it stands, what it says, and what it proves. */
export interface Proof {
  readonly ref: Ref;
  readonly text: string;
  readonly at: Instant | null;
  /** What this line shows, in a few words. */
  readonly shows: string;
}

/** A hit as a check returns it, before it gets its place among findings. */
export interface Hit {
  /** Distinguishes several hits of one check on one subject; stable over time (never a line number or a count). */
  readonly key: string;
  /** One sentence: what was seen, with names and addresses. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly first: Instant | null;
  readonly last: Instant | null;
  /** How many observations; the proof may hold fewer (at most 50). */
  readonly count: number;
  readonly proof: readonly Proof[];
  readonly accounts: readonly string[];
  /** Addresses outside the device that play a part. */
  readonly addresses: readonly string[];
  /** Ids of shared indicators that matched. */
  readonly indicators: readonly string[];
  /** What makes it weaker or stronger than usual, one sentence each (a register entry, direction, role). */
  readonly notes: readonly string[];
}

/** A hit with its place: what reports show. */
export interface Finding extends Hit {
  /** `F-` and six letters or digits, made from check, subject and key: the same in every run. */
  readonly id: string;
  readonly check: string;
  readonly class: CheckClass;
  readonly subject: string;
  readonly attack: readonly string[];
  readonly otherExplanations: readonly string[];
  readonly next: readonly string[];
  /** Set when a person has set the finding aside: kept, not counted. */
  readonly suppressed: { readonly by: string; readonly why: string; readonly until: Instant | null } | null;
}
