import { eventFact, START_EVENTS } from './events.ts';

/** A fact's value; `'unknown'` says that nobody could tell. A list may be an array or comma-separated text. */
export type FactValue = string | number | boolean | readonly string[];

/** What is known about the incident, by fact name; a fact left out is unknown. */
export type Facts = Readonly<Record<string, FactValue>>;

/** Who can settle a fact: the evidence, or only a person. */
export interface FactEntry {
  readonly settledBy: 'evidence' | 'person';
  readonly question: string;
}

const evidence = (question: string): FactEntry => ({ settledBy: 'evidence', question });
const person = (question: string): FactEntry => ({ settledBy: 'person', question });

const VOCABULARY: Readonly<Record<string, FactEntry>> = {
  'incident.confirmed': evidence('Is it confirmed that somebody got in?'),
  'scope.dataClasses': evidence('Which classes of data were seen to be accessed or taken?'),
  'scope.possibleClasses': evidence('Which classes of data may have been accessed or taken?'),
  'persons.lower': evidence('How many persons are affected at the least?'),
  'persons.upper': evidence('How many persons may be affected at the most?'),
  'intercept.touched': evidence('Were the interception systems or their records accessed without authority?'),
  'intercept.unlawful': person('Did anybody run an interception on your premises without lawful authority?'),
  'outage.minutes': person('How many minutes did an outage last?'),
  'outage.userMinutes': person('How many user-minutes of service were lost (users times minutes)?'),
  'impact.significant': person('Does the incident have a significant effect on your network or services?'),
  'impact.capable': person('Could the incident have a severe effect on your services or on others?'),
  'impact.availability': person('Was the availability of the service disrupted in a material way?'),
  'impact.prePositioned': person(
    'Did the intruder gain a position from which to cause a significant compromise?',
  ),
  usersAtRisk: person('Is there a significant risk that users of the service are adversely affected?'),
  'entity.usCarrier': person(
    'Do you offer a telecommunications service or interconnected voice over IP in the United States (more than broadband internet alone)?',
  ),
  'registrant.public': person('Does the company file reports with the SEC?'),
  'circia.coveredEntity': person('Would you be a covered entity under the CIRCIA rule as proposed?'),
  'materiality.determined': person('Has the company determined that the incident is material?'),
  'ransom.paid': person('Was a ransom paid?'),
  'sharing.planned': person('Do you plan to share indicators or defensive measures with others?'),
  essentialEntity: person('Are you an essential or important entity under NIS2 in any member state?'),
  'entity.ukProvider': person(
    'Do you provide a public electronic communications network or service in the UK?',
  ),
  'entity.auResponsible': person(
    'Are you the responsible entity for a critical telecommunications asset in Australia?',
  ),
  'entity.caDesignated': person('Are you a designated operator of a critical cyber system in Canada?'),
  'entity.inService': person('Do you serve users in India or run systems there?'),
  'agency.holdUntil': person('Has an agency directed you to tell nobody for longer, and until when?'),
  'entity.financial': person(
    'Are you a financial entity under DORA, or bound by contract to help one with its reports?',
  ),
  'incident.major': person('Was the incident classified as major under DORA?'),
};

const EVENT_FACTS: Readonly<Record<string, FactEntry>> = Object.fromEntries(
  START_EVENTS.map((event) => [eventFact(event).fact, person(eventFact(event).question)]),
);

/** The entry of a fact that every duty may use; undefined when the name is not on the built-in list. */
export function knownFact(name: string): FactEntry | undefined {
  if (Object.hasOwn(VOCABULARY, name)) return VOCABULARY[name];
  return Object.hasOwn(EVENT_FACTS, name) ? EVENT_FACTS[name] : undefined;
}

/** The names of the built-in facts, sorted. */
export function knownFactNames(): string[] {
  return [...Object.keys(VOCABULARY), ...Object.keys(EVENT_FACTS)].sort();
}

/** The value of a fact; undefined when it is missing or `'unknown'`. */
export function factValue(facts: Facts, name: string): FactValue | undefined {
  const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
  return value === 'unknown' || value === '' ? undefined : value;
}

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Reads a time fact: epoch milliseconds, or ISO 8601 with a zone. `missing` when it is unknown and `bad` when
 * it is no time between 1970 and 2200; a local time without a zone is bad, because it could be any of 24 hours.
 */
export function timeFact(facts: Facts, name: string): number | 'missing' | 'bad' {
  const value = factValue(facts, name);
  if (value === undefined) return 'missing';
  const at = typeof value === 'string' && ISO_INSTANT.test(value) ? Date.parse(value) : value;
  return typeof at === 'number' && at >= 0 && at < LATEST ? at : 'bad';
}
