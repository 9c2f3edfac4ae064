import type { TimelineEvent } from '../model/incident.ts';
import type { Finding } from '../model/verdict.ts';

/** The first and the last sign of each finding on one clock. Findings without a time have no place on it. */
export function timelineOf(members: readonly Finding[]): TimelineEvent[] {
  return members.flatMap(eventsOf).sort(inTime);
}

function eventsOf(finding: Finding): TimelineEvent[] {
  const { id, subject, severity, title, first, last } = finding;
  const event = (at: number, what: string): TimelineEvent => ({ at, subject, finding: id, what, severity });
  if (first === null) return last === null ? [] : [event(last, title)];
  if (last === null || last <= first) return [event(first, title)];
  return [event(first, title), event(last, `${title} (last seen)`)];
}

function inTime(a: TimelineEvent, b: TimelineEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  const [x, y] = [`${a.subject}|${a.finding}|${a.what}`, `${b.subject}|${b.finding}|${b.what}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
