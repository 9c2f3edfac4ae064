import type { Instant } from '../base/time.ts';
import type { Confidence, Severity } from './verdict.ts';

/** One event on the common clock of an incident. */
export interface TimelineEvent {
  readonly at: Instant;
  readonly subject: string;
  readonly finding: string;
  /** What happened, one line. */
  readonly what: string;
  readonly severity: Severity;
}

/** How one step of a campaign playbook stands against the evidence. */
export interface StepFit {
  readonly step: string;
  readonly title: string;
  readonly attack: readonly string[];
  /** `seen` has findings; `not-seen` was looked for everywhere it could be; `cannot-tell` could not be looked for. */
  readonly state: 'seen' | 'not-seen' | 'cannot-tell';
  readonly findings: readonly string[];
  readonly first: Instant | null;
  /** Why it cannot be told, or on how many devices it was looked for. */
  readonly note: string;
}

/** How far findings fit a known campaign; alignment is no attribution. */
export interface PlaybookFit {
  readonly campaign: string;
  readonly title: string;
  readonly steps: readonly StepFit[];
  readonly seen: number;
  readonly notSeen: number;
  readonly cannotTell: number;
  /** True only when several independent kinds of evidence agree (facts 9.1). */
  readonly aligned: boolean;
  /** What speaks against it, one sentence each. */
  readonly against: readonly string[];
}

/** Findings that belong together, on one clock. */
export interface Incident {
  /** `I-` and six letters or digits, made from its findings' earliest member. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly findings: readonly string[];
  readonly subjects: readonly string[];
  readonly accounts: readonly string[];
  readonly addresses: readonly string[];
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly timeline: readonly TimelineEvent[];
  readonly playbooks: readonly PlaybookFit[];
  /** What ties the findings together, one sentence each. */
  readonly because: readonly string[];
}
