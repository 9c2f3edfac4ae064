import { type DayNumber, parseIsoDate } from '../base/calendar-day.ts';
import { isTimeZone, localDay } from '../base/calendar-zone.ts';
import { applicability, questionFor } from './applies.ts';
import type { AssessedClock, DutyAssessment, DutyInput, DutyQuestion, DutyState } from './assessment.ts';
import type { Duty, DutyClock } from './duty.ts';
import { eventFact } from './events.ts';
import { timeFact } from './facts.ts';
import { assessHold } from './holds.ts';
import { reckoningOf } from './jurisdiction.ts';
import { assessClock, type ClockContext, clockAtRest } from './statement.ts';
import { judge } from './trigger.ts';

/** A row last checked longer ago than this many days is stale. */
export const STALE_AFTER_DAYS = 90;

/** A zone that nobody knows falls back to the jurisdiction's own; every statement names the zone it used. */
function contextFor(duty: Duty, input: DutyInput): ClockContext {
  const reckoning = reckoningOf(duty.jurisdiction);
  const zone = input.timeZone !== undefined && isTimeZone(input.timeZone) ? input.timeZone : reckoning.zone;
  const closures = (input.closures ?? []).map(parseIsoDate).filter((day) => day !== null);
  const calendar = { holidays: reckoning.holidays, closures };
  return { asOf: input.asOf, facts: input.facts, reckoning, setting: { zone, calendar } };
}

const BINDS: ReadonlySet<DutyState> = new Set(['applies', 'may-apply', 'needs-answer']);
const AT_REST: Readonly<Partial<Record<DutyState, string>>> = {
  'not-in-force': 'No clock runs, because this is not in force. As written:',
  'does-not-apply': 'No clock runs, because this does not apply on the facts given. As written:',
};

/** A deadline under an open question must not read like one that is certain. */
function conditional(clock: AssessedClock, state: DutyState): AssessedClock {
  return state === 'applies' ? clock : { ...clock, statement: `If this applies: ${clock.statement}` };
}

function startQuestion(duty: Duty, clock: DutyClock, context: ClockContext): DutyQuestion | null {
  if (clock.when && judge(clock.when, context.facts).answer === 'no') return null;
  const { fact } = eventFact(clock.startEvent);
  return timeFact(context.facts, fact) === 'missing' ? questionFor(duty, fact) : null;
}

function gateQuestions(duty: Duty, clock: DutyClock, context: ClockContext): DutyQuestion[] {
  const gate = clock.when ? judge(clock.when, context.facts) : null;
  if (gate?.answer !== 'unknown') return [];
  const open = gate.leaves.filter((leaf) => leaf.answer === 'unknown');
  return open.map((leaf) => questionFor(duty, leaf.condition.fact));
}

function clockQuestions(duty: Duty, context: ClockContext): DutyQuestion[] {
  return duty.clocks.flatMap((clock) => {
    const start = startQuestion(duty, clock, context);
    return [...gateQuestions(duty, clock, context), ...(start ? [start] : [])];
  });
}

function eachOnce(questions: readonly DutyQuestion[]): DutyQuestion[] {
  return questions.filter((row, at) => questions.findIndex((other) => other.fact === row.fact) === at);
}

function age(verifiedOn: string, today: DayNumber): { verifiedDaysAgo: number; stale: boolean } {
  const day = parseIsoDate(verifiedOn) ?? 0;
  // A date in the future is a mistake in the row, so it must not make the row look fresh.
  return { verifiedDaysAgo: today - day, stale: day > today || today - day > STALE_AFTER_DAYS };
}

/** What one duty means for the incident at the instant given. */
export function assessDuty(duty: Duty, input: DutyInput): DutyAssessment {
  const context = contextFor(duty, input);
  const today = localDay(input.asOf, context.setting.zone);
  const jurisdictions = input.jurisdictions ?? ['US'];
  const found = applicability(duty, input.facts, { today, jurisdictions });
  const binds = BINDS.has(found.state);
  const silences = binds ? duty.holds.map((hold) => assessHold(hold, context)) : [];
  const why = AT_REST[found.state] ?? '';
  return {
    id: duty.id,
    title: duty.title,
    kind: duty.kind,
    jurisdiction: duty.jurisdiction,
    state: found.state,
    because: found.because,
    whom: duty.whom,
    clocks: duty.clocks.map((clock) =>
      binds ? conditional(assessClock(clock, context), found.state) : clockAtRest(clock, why),
    ),
    holds: silences.map((silence) => `${silence.name}. ${silence.statement}`),
    silences,
    questions: binds ? eachOnce([...found.questions, ...clockQuestions(duty, context)]) : [],
    contentFields: duty.contentFields,
    status: duty.status,
    source: duty.source,
    verification: duty.verification,
    verifiedOn: duty.verifiedOn,
    ...age(duty.verifiedOn, today),
    note: duty.note,
    counsel: 'Check with counsel.',
  };
}
