import { assessDuty } from './assess.ts';
import type { DutyAssessment, DutyInput, DutyState } from './assessment.ts';
import { withConflicts } from './conflicts.ts';

export type { DutyAssessment, DutyInput } from './assessment.ts';
export type { Duty } from './duty.ts';
export type { Facts } from './facts.ts';
export { parseDuties } from './parse.ts';

const ORDER: readonly DutyState[] = [
  'applies',
  'needs-answer',
  'may-apply',
  'not-in-force',
  'does-not-apply',
];

function nextDue(assessment: DutyAssessment): number {
  return Math.min(...assessment.clocks.map((clock) => clock.dueAt ?? Number.POSITIVE_INFINITY));
}

function compare(a: DutyAssessment, b: DutyAssessment): number {
  const [dueA, dueB] = [nextDue(a), nextDue(b)];
  const byDue = dueA === dueB ? 0 : dueA < dueB ? -1 : 1;
  return ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || byDue || (a.id < b.id ? -1 : 1);
}

/** ISO says GB where the rows and most readers say UK; anything that is no code is dropped. */
function codeOf(code: string): string[] {
  if (code === 'GB') return ['UK'];
  return /^[A-Z]{2}$/.test(code) ? [code] : [];
}

/**
 * Says for each duty whether it applies, why, whom it names, what its clocks say and what a person still has to
 * answer. Most pressing first: by state, then by the earliest deadline, then by id. It is not legal advice.
 */
export function assessDuties(input: DutyInput): DutyAssessment[] {
  const sane = { ...input, jurisdictions: input.jurisdictions?.flatMap(codeOf) };
  return withConflicts(input.duties.map((duty) => assessDuty(duty, sane))).sort(compare);
}
