import { type DayNumber, parseIsoDate } from '../base/calendar-day.ts';
import { dateInWords } from '../base/calendar-zone.ts';
import type { DutyQuestion, DutyState } from './assessment.ts';
import type { Duty } from './duty.ts';
import { type Facts, knownFact } from './facts.ts';
import { type Judged, judge } from './trigger.ts';

/** Whether a duty applies, why in plain sentences, and what would settle it. */
export interface Applicability {
  readonly state: DutyState;
  readonly because: readonly string[];
  readonly questions: readonly DutyQuestion[];
}

function dateWords(date: string): string {
  const day = parseIsoDate(date);
  return day === null ? date : dateInWords(day);
}

/** Why the duty does not bind on that local date, or null when it is in force or its status is open. */
export function notInForce(duty: Duty, today: DayNumber): string | null {
  const from = duty.effectiveFrom === null ? null : parseIsoDate(duty.effectiveFrom);
  const until = duty.effectiveUntil === null ? null : parseIsoDate(duty.effectiveUntil);
  if (duty.status === 'rescinded') return 'It was rescinded.';
  if (duty.status === 'lapsed') return 'It lapsed.';
  if (duty.status === 'pending') {
    const begun = from !== null && from <= today;
    return begun
      ? `It was recorded as not yet in force, but its recorded start, ${dateWords(duty.effectiveFrom ?? '')}, has passed. Check its status now.`
      : 'It is not in force yet.';
  }
  if (from !== null && today < from) return `It takes effect on ${dateWords(duty.effectiveFrom ?? '')}.`;
  if (duty.status === 'check') return null;
  if (until !== null && today > until) return `It ended on ${dateWords(duty.effectiveUntil ?? '')}.`;
  return null;
}

const LEAD = { yes: 'Yes', no: 'Not the case', unknown: 'Not known' } as const;

function reasons(judged: Judged): string[] {
  return judged.leaves.map(({ condition, answer }) => `${LEAD[answer]}: ${condition.says}.`);
}

/** The question for a fact: the duty's own words first, then the built-in list. */
export function questionFor(duty: Duty, fact: string): DutyQuestion {
  const own = Object.hasOwn(duty.questions, fact) ? duty.questions[fact] : undefined;
  return { fact, question: own ?? knownFact(fact)?.question ?? `What is ${fact}?` };
}

function openFacts(judged: Judged): string[] {
  if (judged.answer !== 'unknown') return [];
  return judged.leaves.filter((leaf) => leaf.answer === 'unknown').map((leaf) => leaf.condition.fact);
}

/** The evidence settles some facts; a fact that the built-in list does not know is a person's. */
function needsPerson(facts: readonly string[]): boolean {
  return facts.some((fact) => knownFact(fact)?.settledBy !== 'evidence');
}

function undecided(duty: Duty, strong: Judged, weak: Judged | null): Applicability {
  const open = [...new Set([...openFacts(strong), ...(weak ? openFacts(weak) : [])])];
  const questions = open.map((fact) => questionFor(duty, fact));
  if (weak?.answer === 'yes') return { state: 'may-apply', because: reasons(weak), questions };
  if (open.length === 0) return { state: 'does-not-apply', because: reasons(strong), questions };
  const leading = strong.answer === 'unknown' || !weak ? strong : weak;
  return { state: needsPerson(open) ? 'needs-answer' : 'may-apply', because: reasons(leading), questions };
}

function byFacts(duty: Duty, facts: Facts): Applicability {
  const strong = judge(duty.trigger, facts);
  if (strong.answer === 'yes') return { state: 'applies', because: reasons(strong), questions: [] };
  return undecided(duty, strong, duty.possible ? judge(duty.possible, facts) : null);
}

/** A row whose status nobody could find out never says that it applies. */
function heldBack(duty: Duty, found: Applicability): Applicability {
  if (duty.status !== 'check' || found.state === 'does-not-apply') return found;
  const state = found.state === 'applies' ? 'may-apply' : found.state;
  const warning = `Whether this is in force could not be confirmed. ${duty.statusNote}`;
  return { ...found, state, because: [warning, ...found.because] };
}

/** Decides whether a duty applies on a local date, given the facts and where the organisation has duties. */
export function applicability(
  duty: Duty,
  facts: Facts,
  at: { readonly today: DayNumber; readonly jurisdictions: readonly string[] },
): Applicability {
  if (!at.jurisdictions.includes(duty.jurisdiction)) {
    const because = [
      `${duty.jurisdiction} is not among the jurisdictions given (${at.jurisdictions.join(', ')}).`,
    ];
    return { state: 'does-not-apply', because, questions: [] };
  }
  const off = notInForce(duty, at.today);
  if (off !== null) return { state: 'not-in-force', because: [off, duty.statusNote], questions: [] };
  return heldBack(duty, byFacts(duty, facts));
}
