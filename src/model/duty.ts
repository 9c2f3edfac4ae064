import type { Instant } from '../base/time.ts';

/** A clock of a duty against the case. */
export interface DutyClock {
  readonly name: string;
  readonly startEvent: string;
  readonly startsAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly remaining: { readonly value: number; readonly unit: string } | null;
  readonly statement: string;
}

/** How one duty stands: what notify answers. */
export interface DutyAssessment {
  readonly id: string;
  readonly title: string;
  readonly jurisdiction: string;
  readonly state: 'applies' | 'may-apply' | 'needs-answer' | 'not-in-force' | 'does-not-apply';
  readonly because: readonly string[];
  readonly whom: readonly string[];
  readonly clocks: readonly DutyClock[];
  readonly holds: readonly string[];
  readonly questions: readonly { readonly fact: string; readonly question: string }[];
  readonly status: string;
  readonly source: { readonly title: string; readonly url: string; readonly citation: string };
  readonly verifiedOn: string;
  readonly verifiedDaysAgo: number;
  readonly stale: boolean;
  readonly counsel: string;
}
