import { timeInWords } from '../base/calendar-zone.ts';
import type { Period } from '../base/time.ts';
import type { AssessedHold } from './assessment.ts';
import { deadline } from './clocks.ts';
import type { DutyHold } from './duty.ts';
import { eventFact } from './events.ts';
import { timeFact } from './facts.ts';
import { type ClockContext, countedHow, lengthInWords, sentences } from './statement.ts';

/** The fact that holds the day until which an agency directed silence. */
const AGENCY_HOLD = 'agency.holdUntil';

function waiting(hold: DutyHold, why: 'missing' | 'bad'): AssessedHold {
  const words = eventFact(hold.startEvent).words;
  const lead =
    why === 'missing' ? `No time is recorded for ${words}` : `The time recorded for ${words} cannot be read`;
  const state = hold.activeBeforeStart ? 'active' : 'not-started';
  const end = `${lead}, so the end cannot be counted: ${lengthInWords(hold.length, hold.unit)} after it.`;
  const statement = sentences([hold.activeBeforeStart && 'Hold.', end, hold.text, hold.extension ?? null]);
  return { name: hold.name, state, startsAt: null, until: null, statement };
}

function stateAt(asOf: number, span: Period, hold: DutyHold): AssessedHold['state'] {
  if (asOf < span.from) return hold.activeBeforeStart ? 'active' : 'not-started';
  return asOf < span.to ? 'active' : 'over';
}

function counted(hold: DutyHold, startsAt: number, context: ClockContext): AssessedHold {
  const { setting, asOf, facts } = context;
  const byRule = deadline(startsAt, hold, setting) ?? startsAt;
  const agency = timeFact(facts, AGENCY_HOLD);
  const until = typeof agency === 'number' ? Math.max(agency, byRule) : byRule;
  const state = stateAt(asOf, { from: startsAt, to: until + 1000 }, hold);
  const event = eventFact(hold.startEvent);
  const statement = sentences([
    `${state === 'over' ? 'Over by our count; it ran until' : 'Hold until'} ${timeInWords(until, setting.zone)}.`,
    `${lengthInWords(hold.length, hold.unit)} after ${event.words}, ${timeInWords(startsAt, setting.zone)}.`,
    until > byRule && 'An agency direction makes it longer.',
    agency === 'bad' &&
      'The recorded end of an agency direction cannot be read; check it before telling anybody.',
    hold.unit === 'business-days' && countedHow(startsAt, byRule, context),
    hold.text,
    hold.extension ?? null,
  ]);
  return { name: hold.name, state, startsAt, until, statement };
}

/** Counts one time of silence of a duty; a later agency direction, where recorded, makes it longer. */
export function assessHold(hold: DutyHold, context: ClockContext): AssessedHold {
  const startsAt = timeFact(context.facts, eventFact(hold.startEvent).fact);
  return typeof startsAt === 'number' ? counted(hold, startsAt, context) : waiting(hold, startsAt);
}
