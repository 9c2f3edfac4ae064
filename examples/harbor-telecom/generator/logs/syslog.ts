import { END, START } from '../fleet/clock.ts';
import { FLEET } from '../fleet/fleet.ts';
import { rngFor } from '../fleet/rng.ts';
import { gzipped, type OutputFile } from '../output.ts';
import type { Session } from '../sessions/session.ts';
import { isSilenced, storyEvents } from '../story/log-events.ts';
import type { LogEvent } from './event.ts';
import { relayLine } from './relay.ts';
import { rhythm } from './rhythm.ts';
import { sessionEvents } from './session-events.ts';

interface Line {
  at: number;
  text: string;
}

const numbered = (events: readonly LogEvent[], first: number): Line[] => {
  let number = first;
  return events.flatMap((event) => {
    number = event.restart === true ? 1 : number + 1;
    return event.lost === true ? [] : [{ at: event.at, text: relayLine(event, number) }];
  });
};

function deviceLines(events: readonly LogEvent[], name: string): Line[] {
  const ordered = [...events].sort((a, b) => a.at - b.at);
  const marked = ordered.map((event) => ({ ...event, lost: event.lost === true || isSilenced(event) }));
  return numbered(marked, rngFor(`sequence/${name}`).int(1200, 90_000));
}

const inRange = (event: LogEvent): boolean =>
  event.device.logFrom !== null && event.at >= event.device.logFrom && event.at < END;

const allLines = (sessions: readonly Session[]): Line[] => {
  const special = [...sessions.flatMap(sessionEvents), ...storyEvents()].filter(inRange);
  return FLEET.flatMap((device) => {
    const own = special.filter((event) => event.device === device);
    return deviceLines([...rhythm(device), ...own], device.name);
  }).sort((a, b) => a.at - b.at);
};

// The third part was copied aside in a hurry and bears a name that hides what it is.
const NAMES = [
  'core-syslog-20261015',
  'core-syslog-20261021',
  'tmp-export-3',
  'core-syslog-20261102',
  'core-syslog-20261108',
];

/** The merged log of all devices in five files of six days each. */
export function syslogFiles(sessions: readonly Session[]): OutputFile[] {
  const lines = allLines(sessions);
  const span = (END - START) / NAMES.length;
  return NAMES.map((name, part) => {
    const from = START + part * span;
    const own = lines.filter((line) => line.at >= from && line.at < from + span);
    const suffix = name.startsWith('tmp') ? 'dat' : 'log';
    const text = `${own.map((line) => line.text).join('\n')}\n`;
    return { path: `evidence/logs/${name}.${suffix}.gz`, bytes: gzipped(text) };
  });
}
