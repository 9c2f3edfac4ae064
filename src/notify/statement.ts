import { timeInWords } from '../base/calendar-zone.ts';
import type { AssessedClock } from './assessment.ts';
import { type ClockSetting, deadline, type Remaining, remaining, skippedDays } from './clocks.ts';
import type { Audience, DutyClock } from './duty.ts';
import { eventFact } from './events.ts';
import { type Facts, timeFact } from './facts.ts';
import type { Reckoning } from './jurisdiction.ts';
import { judge } from './trigger.ts';

/** What a clock is counted against. */
export interface ClockContext {
  readonly asOf: number;
  readonly facts: Facts;
  readonly setting: ClockSetting;
  readonly reckoning: Reckoning;
}

const UNIT_WORDS = {
  hours: ['hour', 'hours'],
  'calendar-days': ['calendar day', 'calendar days'],
  'business-days': ['business day', 'business days'],
  months: ['month', 'months'],
  none: ['', ''],
} as const;

/** A length of time in words, such as "7 business days". */
export function lengthInWords(length: number, unit: keyof typeof UNIT_WORDS): string {
  return `${length} ${UNIT_WORDS[unit][length === 1 ? 0 : 1]}`;
}

function leftInWords(left: Remaining): string {
  if (left.value < 0) return `Overdue by ${lengthInWords(-left.value, left.unit)}.`;
  return `${lengthInWords(left.value, left.unit)} left.`;
}

/** How a count in business days was made: the assumption, and each closed weekday that it passed over. */
export function countedHow(from: number, to: number, context: ClockContext): string {
  const skipped = skippedDays(from, to, context.setting);
  const names = skipped.length > 0 ? ` Passed over: ${skipped.join('; ')}.` : '';
  return `${context.reckoning.assumption}.${names}`;
}

/** Warns where the words of a clock or hold are not checked against any source. */
const UNVERIFIED = 'This limit has not been verified.';

/** Joins sentences and leaves out empty ones. */
export function sentences(parts: readonly (string | null | false)[]): string {
  return parts.filter((part) => part !== null && part !== false && part !== '').join(' ');
}

function statementOf(clock: DutyClock, lead: string): string {
  return sentences([lead, clock.text, clock.verification === 'unverified' && UNVERIFIED]);
}

const tellsOf = (clock: DutyClock): Audience => clock.tells ?? 'authority';

function idle(clock: DutyClock, startsAt: number | null, lead: string): AssessedClock {
  const { name, startEvent } = clock;
  const statement = statementOf(clock, lead);
  return { name, startEvent, startsAt, dueAt: null, remaining: null, statement, tells: tellsOf(clock) };
}

function notStarted(clock: DutyClock, why: 'missing' | 'bad'): AssessedClock {
  const event = eventFact(clock.startEvent);
  const lead =
    why === 'missing'
      ? `Not started here: no time is recorded for ${event.words}.`
      : `Not counted: the time recorded for ${event.words} cannot be read. Enter it as ISO 8601 with a time zone.`;
  return idle(clock, null, lead);
}

function running(clock: DutyClock, startsAt: number, context: ClockContext): AssessedClock {
  const { setting, asOf } = context;
  const event = eventFact(clock.startEvent);
  const started = timeInWords(startsAt, setting.zone);
  const early = startsAt > asOf && 'The recorded start lies in the future; check it.';
  const dueAt = deadline(startsAt, clock, setting);
  if (dueAt === null) {
    return idle(clock, startsAt, sentences([`Counted from ${event.words}, ${started}.`, early]));
  }
  const left = remaining(asOf, { at: dueAt, unit: clock.unit }, setting);
  const lead = sentences([
    `Due by ${timeInWords(dueAt, setting.zone)}: ${lengthInWords(clock.length, clock.unit)} after ${event.words}, ${started}.`,
    leftInWords(left),
    early,
    clock.unit === 'business-days' && countedHow(startsAt, dueAt, context),
  ]);
  const { name, startEvent } = clock;
  const statement = statementOf(clock, lead);
  return { name, startEvent, startsAt, dueAt, remaining: left, statement, tells: tellsOf(clock) };
}

/** Counts one clock of a duty that is in force. */
export function assessClock(clock: DutyClock, context: ClockContext): AssessedClock {
  const gate = clock.when ? judge(clock.when, context.facts) : null;
  if (gate?.answer === 'no') {
    return idle(clock, null, 'Does not run: the facts do not meet its condition.');
  }
  const startsAt = timeFact(context.facts, eventFact(clock.startEvent).fact);
  const counted =
    typeof startsAt === 'number' ? running(clock, startsAt, context) : notStarted(clock, startsAt);
  if (gate?.answer !== 'unknown') return counted;
  const only = gate.leaves.filter((leaf) => leaf.answer === 'unknown').map((leaf) => leaf.condition.says);
  return {
    ...counted,
    statement: `Runs only if this holds, which is not known: ${only.join('; ')}. ${counted.statement}`,
  };
}

/** Shows a clock of a duty that does not bind, without counting it. */
export function clockAtRest(clock: DutyClock, why: string): AssessedClock {
  return idle(clock, null, why);
}
