import type { StartEvent } from './events.ts';

/** Where a duty stands in law: `check` means that we could not find out, so nobody may rely on it. */
export type DutyStatus = 'in-force' | 'pending' | 'lapsed' | 'rescinded' | 'check';

/** How well the words were checked: against the law itself, against a report of it, or not at all. */
export type Verification = 'primary' | 'secondary' | 'unverified';

/** The units in which a rule counts time; `none` is a rule that gives words instead of a number. */
export type ClockUnit = 'hours' | 'calendar-days' | 'business-days' | 'months' | 'none';

/** What a condition can ask of a fact. */
export type ConditionOp = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'includes-any';

/** One question asked of one incident fact, with the plain sentence that it stands for. */
export interface Condition {
  readonly fact: string;
  readonly op: ConditionOp;
  readonly value: string | number | boolean | readonly string[];
  /** The condition as a sentence for people, without a final full stop. */
  readonly says: string;
}

/** Conditions that must all hold, or of which one must hold; never code. */
export type Trigger = Condition | { readonly all: readonly Trigger[] } | { readonly any: readonly Trigger[] };

/** Who learns of the incident when a clock's deed is done. */
export type Audience = 'authority' | 'customers' | 'public';

/** A time limit: so long after an event. */
export interface DutyClock {
  readonly name: string;
  readonly startEvent: StartEvent;
  /** Zero when the unit is `none`. */
  readonly length: number;
  readonly unit: ClockUnit;
  /** The limit in our own words. */
  readonly text: string;
  /** The clock runs only where this holds. */
  readonly when?: Trigger | undefined;
  /** Authorities alone where it is left out; the others may break a silence. */
  readonly tells?: Audience | undefined;
  /** Set where this clock is less well checked than the rest of the row. */
  readonly verification?: Verification | undefined;
}

/** A time in which somebody is not to be told. */
export interface DutyHold {
  readonly name: string;
  readonly startEvent: StartEvent;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly text: string;
  /** True where silence is asked for before the start event too. */
  readonly activeBeforeStart: boolean;
  /** Who may lengthen it and by how much, in our own words. */
  readonly extension?: string | undefined;
}

/** Where a duty's words come from. */
export interface DutySource {
  readonly title: string;
  readonly url: string;
  readonly citation: string;
}

/** One reporting regime as a dated row; dates are YYYY-MM-DD and inclusive. */
export interface Duty {
  readonly id: string;
  readonly title: string;
  /** A protection gives shelter to those who share; it asks nothing of anybody. */
  readonly kind: 'duty' | 'protection';
  readonly jurisdiction: string;
  readonly status: DutyStatus;
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
  /** Why the status is what it is, for people. */
  readonly statusNote: string;
  readonly whom: readonly string[];
  readonly trigger: Trigger;
  /** Weaker signs, on which the duty may apply although the trigger does not hold. */
  readonly possible?: Trigger | undefined;
  readonly clocks: readonly DutyClock[];
  readonly holds: readonly DutyHold[];
  readonly contentFields: readonly string[];
  /** Questions for facts that the built-in list does not know, by fact name. */
  readonly questions: Readonly<Record<string, string>>;
  readonly source: DutySource;
  readonly verifiedOn: string;
  readonly verification: Verification;
  readonly note: string;
}
