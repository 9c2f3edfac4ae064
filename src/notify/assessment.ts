import type { Instant } from '../base/time.ts';
import type { DutyAssessment as ContractAssessment } from '../model/duty.ts';
import type { Remaining } from './clocks.ts';
import type { Audience, Duty, DutySource, DutyStatus, Verification } from './duty.ts';
import type { StartEvent } from './events.ts';
import type { Facts } from './facts.ts';

/** Whether a duty binds in this incident, as far as the facts tell; for counsel to confirm. */
export type DutyState = ContractAssessment['state'];

/** Everything that the answer depends on; the same input always gives the same answer. */
export interface DutyInput {
  /** Now, in epoch milliseconds UTC; the caller's clock. */
  readonly asOf: Instant;
  /** Where the organisation has duties; US when left out. */
  readonly jurisdictions?: readonly string[] | undefined;
  readonly facts: Facts;
  readonly duties: readonly Duty[];
  /** The organisation's own IANA time zone; the capital's or the exchange's where it is left out. */
  readonly timeZone?: string | undefined;
  /** Further closed days, YYYY-MM-DD, such as offices closed by order. */
  readonly closures?: readonly string[] | undefined;
}

/** One clock of a duty, counted where its start is known; instants are epoch milliseconds. */
export interface AssessedClock {
  readonly name: string;
  readonly startEvent: StartEvent;
  readonly startsAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly remaining: Remaining | null;
  readonly statement: string;
  readonly tells: Audience;
}

/** One time of silence of a duty. */
export interface AssessedHold {
  readonly name: string;
  readonly state: 'active' | 'over' | 'not-started';
  readonly startsAt: Instant | null;
  /** The last second of silence; null while it cannot be counted. */
  readonly until: Instant | null;
  readonly statement: string;
}

/** Something that only a person can answer, or that the evidence left open. */
export interface DutyQuestion {
  readonly fact: string;
  readonly question: string;
}

/** What one duty means for this incident now; plain data, ready for JSON. */
export interface DutyAssessment extends ContractAssessment {
  readonly id: string;
  readonly title: string;
  readonly kind: Duty['kind'];
  readonly jurisdiction: string;
  readonly state: DutyState;
  readonly because: readonly string[];
  readonly whom: readonly string[];
  readonly clocks: readonly AssessedClock[];
  /** One statement for each silence, for screens that show words only. */
  readonly holds: readonly string[];
  readonly silences: readonly AssessedHold[];
  readonly questions: readonly DutyQuestion[];
  readonly contentFields: readonly string[];
  readonly status: DutyStatus;
  readonly source: DutySource;
  readonly verification: Verification;
  readonly verifiedOn: string;
  readonly verifiedDaysAgo: number;
  /** True when the row was last checked more than 90 days ago. */
  readonly stale: boolean;
  readonly note: string;
  readonly counsel: 'Check with counsel.';
}
