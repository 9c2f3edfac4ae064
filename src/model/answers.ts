import type { Instant, Period } from '../base/time.ts';
import type { KindCoverage } from './coverage.ts';
import type { AmbiguousOrigin, Device } from './device.ts';
import type { DutyAssessment } from './duty.ts';
import type { Evidence, Tlp } from './evidence.ts';
import type { Incident, PlaybookFit } from './incident.ts';
import type { LedgerRow } from './ledger.ts';
import type { DevicePlan } from './plan.ts';
import type { Scope } from './scope.ts';
import type { CheckClass, Confidence, Finding, Severity, Verdict } from './verdict.ts';

/** Are we hit? */
export interface HitAnswer {
  /** `yes`: findings of compromise or contradiction above low; `no` only when every device could be judged on every check of compromise. */
  readonly answer: 'yes' | 'no' | 'cannot-tell';
  readonly confidence: Confidence | null;
  readonly devices: readonly string[];
  readonly systems: readonly string[];
  readonly playbook: PlaybookFit | null;
  /** One sentence for the first line of the report. */
  readonly sentence: string;
  /** How many router cells were judged clear, hit and cannot-tell, over checks of compromise and contradiction. */
  readonly cells: { readonly hit: number; readonly clear: number; readonly cannotTell: number };
}

/** Since when? */
export interface SinceAnswer {
  /** Earliest sign: the intrusion began at this time at the latest. */
  readonly atTheLatest: Instant | null;
  /** Before this we cannot see. */
  readonly earliestPossible: Instant | null;
  readonly sentence: string;
  readonly finding: string | null;
}

/** How a check reads in reports. */
export interface CheckSummary {
  readonly id: string;
  readonly asks: string;
  readonly title: string;
  readonly class: CheckClass;
  readonly severity: Severity;
  readonly attack: readonly string[];
  readonly hit: number;
  readonly clear: number;
  readonly cannotTell: number;
}

/** Coverage of one device. */
export interface DeviceCoverage {
  readonly device: string;
  readonly kinds: readonly KindCoverage[];
}

/** What the five answers rest on, in figures. */
export interface EvidenceSummary {
  readonly files: number;
  readonly bytes: number;
  readonly kinds: readonly { readonly kind: string; readonly files: number; readonly bytes: number }[];
  readonly readBytes: number;
  readonly setAsideBytes: number;
  readonly notUnderstoodBytes: number;
  readonly failedBytes: number;
  /** Files that no source knows. */
  readonly unknownFiles: number;
  /** Files of which some bytes were not understood or failed (unknown files among them). */
  readonly partlyUnderstoodFiles: number;
  readonly duplicates: readonly { readonly name: string; readonly of: string }[];
}

/** All five answers, with their proof and limits: the one value from which every report is made. */
export interface Answers {
  readonly schema: 'seawall.answers/1';
  readonly version: string;
  readonly caseId: string;
  readonly asOf: Instant;
  /** The period that was judged. */
  readonly period: Period;
  readonly marking: Tlp | null;
  readonly intelligence: {
    readonly items: number;
    readonly latest: Instant | null;
    readonly packs: readonly {
      readonly id: string;
      readonly name: string;
      readonly items: number;
      readonly marking: Tlp | null;
      readonly problems: readonly { readonly code: string; readonly text: string; readonly count: number }[];
    }[];
    /** STIX objects that exports must keep (markings, identities), by id. */
    readonly carried: Readonly<Record<string, unknown>>;
    /** Indicators that matched, for exports: id to value, title and marking. */
    readonly matched: readonly {
      readonly id: string;
      readonly type: string;
      readonly value: string;
      readonly title: string;
      readonly marking: Tlp | null;
      readonly markingRefs: readonly string[];
    }[];
  };
  readonly evidence: EvidenceSummary;
  readonly files: readonly Evidence[];
  readonly ledger: readonly LedgerRow[];
  readonly devices: readonly Device[];
  readonly ambiguous: readonly AmbiguousOrigin[];
  readonly coverage: readonly DeviceCoverage[];
  readonly checks: readonly CheckSummary[];
  readonly verdicts: readonly Verdict[];
  /** Worst first. */
  readonly findings: readonly Finding[];
  readonly incidents: readonly Incident[];
  /** What to change on devices, in order; nothing of it was applied. */
  readonly plans: readonly DevicePlan[];
  readonly scope: Scope;
  readonly duties: readonly DutyAssessment[];
  readonly hit: HitAnswer;
  readonly since: SinceAnswer;
  /** One sentence each for: how deep, who, tell whom. */
  readonly depthSentence: string;
  readonly whoSentence: string;
  readonly tellSentence: string;
  /** Limits that hold for everything above, one sentence each, worst first. */
  readonly limits: readonly string[];
  /** Settings that shape the answers (period given, jurisdictions), for the reader. */
  readonly settings: {
    readonly since: Instant | null;
    readonly until: Instant | null;
    readonly jurisdictions: readonly string[];
  };
}
