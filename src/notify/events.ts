/** The events from which the clocks of the known regimes run. */
export const START_EVENTS = [
  'reasonable-determination',
  'reasonable-belief',
  'awareness',
  'discovery',
  'materiality-determined',
  'classification',
  'law-enforcement-filing',
  'incident-notification',
  'oral-report',
  'ransom-paid',
] as const;

/** An event from which a clock runs. */
export type StartEvent = (typeof START_EVENTS)[number];

/** The fact that holds an event's time, the words for the event, and the question that asks for its time. */
export interface EventFact {
  readonly fact: string;
  readonly words: string;
  readonly question: string;
}

const EVENTS: Readonly<Record<StartEvent, EventFact>> = {
  'reasonable-determination': {
    fact: 'determination.at',
    words: 'the reasonable determination of the breach',
    question:
      'When was it reasonably determined that a breach took place, and by whom? Counsel decides this.',
  },
  'reasonable-belief': {
    fact: 'belief.at',
    words: 'the reasonable belief that a covered incident took place',
    question: 'When did the organisation come to believe, with reason, that a covered incident took place?',
  },
  awareness: {
    fact: 'awareness.at',
    words: 'the moment the organisation became aware',
    question: 'When did the organisation become aware of the incident?',
  },
  discovery: {
    fact: 'discovery.at',
    words: 'the discovery',
    question: 'When was it discovered?',
  },
  'materiality-determined': {
    fact: 'materiality.at',
    words: 'the determination that the incident is material',
    question: 'Has the company determined that the incident is material? If so, when?',
  },
  classification: {
    fact: 'classification.at',
    words: 'the classification of the incident as major',
    question: 'When was the incident classified as major?',
  },
  'law-enforcement-filing': {
    fact: 'filing.at',
    words: 'the filing with law enforcement',
    question: 'When was the filing with the Secret Service and the FBI completed?',
  },
  'incident-notification': {
    fact: 'notification.at',
    words: 'the incident notification',
    question: 'When was the incident notification submitted?',
  },
  'oral-report': {
    fact: 'oralReport.at',
    words: 'the report given by word of mouth',
    question: 'Was a report given by word of mouth, and when?',
  },
  'ransom-paid': {
    fact: 'ransom.at',
    words: 'the ransom payment',
    question: 'Was a ransom paid, and when?',
  },
};

/** The fact, words and question of a start event. */
export function eventFact(event: StartEvent): EventFact {
  return EVENTS[event];
}
