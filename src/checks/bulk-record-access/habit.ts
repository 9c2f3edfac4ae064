import type { Instant } from '../../base/time.ts';
import type { AccessRecord } from '../../model/record.ts';
import { dayOf, hostOf, isOffSchedule, LEAST_DAYS } from '../kit/access.ts';
import { usualMost } from '../kit/norm.ts';
import { isBulk } from './bulk.ts';

/** An access event with a time. */
export type Event = AccessRecord & { readonly at: Instant };

type Days = ReadonlyMap<string, ReadonlySet<number>>;

/** A host on fewer days than this is no habit. */
const HABIT_DAYS = 3;

/** What one account usually does, worked out once over all its events. */
export interface Habit {
  readonly days: number;
  readonly hosts: Days;
  readonly destinations: Days;
  readonly bulkDays: ReadonlySet<number>;
  /** The most rows of a day that still fit; null with fewer days than a norm needs (facts 4.2, 9.1). */
  readonly mostRows: number | null;
  /** The most single persons of a day that still fit; null with too few days. */
  readonly mostPersons: number | null;
  /** Events from habitual hosts, one for each hour of the day. */
  readonly hours: readonly Event[];
}

function daysBy(events: readonly Event[], keyOf: (event: Event) => string | null): Days {
  const out = new Map<string, Set<number>>();
  for (const event of events) {
    const key = keyOf(event);
    if (key === null) continue;
    const days = out.get(key) ?? new Set();
    out.set(key, days.add(dayOf(event.at)));
  }
  return out;
}

/** The habit of an account, out of all its events on one system. */
export function habitOf(events: readonly Event[]): Habit {
  const byDay = [...Map.groupBy(events, (e) => dayOf(e.at)).values()];
  const enough = byDay.length >= LEAST_DAYS;
  const rows = byDay.map((list) => list.reduce((sum, e) => sum + (e.rows ?? 0), 0));
  const persons = byDay.map((list) => list.filter((e) => e.person).length);
  const hosts = daysBy(events, hostOf);
  const usual = events.filter((e) => (hosts.get(hostOf(e) ?? '')?.size ?? 0) >= HABIT_DAYS);
  const bulk = usual.filter(isBulk);
  const hours = new Map((bulk.length > 0 ? bulk : usual).map((e) => [new Date(e.at).getUTCHours(), e]));
  return {
    days: byDay.length,
    hosts,
    destinations: daysBy(events, (e) => e.destination),
    bulkDays: new Set(events.filter(isBulk).map((e) => dayOf(e.at))),
    mostRows: enough ? usualMost(rows) : null,
    mostPersons: enough ? usualMost(persons) : null,
    hours: [...hours.values()],
  };
}

/** One thing that is unusual, in words, and how much it weighs. */
export interface Oddity {
  readonly weight: number;
  readonly text: string;
}

function elsewhere(map: Days, key: string, days: ReadonlySet<number>): boolean {
  return [...(map.get(key) ?? [])].some((day) => !days.has(day));
}

/** What is odd about some bulk access against the habit of its account; empty when it fits. */
export function odditiesOf(events: readonly Event[], habit: Habit): readonly Oddity[] {
  const first = events[0] as Event;
  const days = new Set(events.map((e) => dayOf(e.at)));
  const out: Oddity[] = [];
  const host = hostOf(first);
  const habitual = [...habit.hosts].filter(([, d]) => d.size >= HABIT_DAYS).map(([name]) => name);
  if (host !== null && habitual.length > 0 && !habitual.includes(host))
    out.push({
      weight: 2,
      text: `The account usually comes from ${habitual.sort().slice(0, 3).join(', ')}.`,
    });
  if (![...habit.bulkDays].some((day) => !days.has(day)))
    out.push({ weight: 2, text: 'The account takes records in bulk on no other day.' });
  if (first.destination !== null && !elsewhere(habit.destinations, first.destination, days))
    out.push({ weight: 2, text: 'The account sends nothing to that destination on other days.' });
  const most = habit.mostRows;
  const heaviest = Math.max(...[...Map.groupBy(events, (e) => dayOf(e.at)).values()].map(sumRows));
  if (most !== null && heaviest > most)
    out.push({ weight: 2, text: `The usual most of the account is ${count(most)} rows a day.` });
  if (isOffSchedule(first.at, habit.hours))
    out.push({ weight: 1, text: 'It lies outside the usual hours of the account.' });
  return out;
}

/** All rows of some events. */
export function sumRows(events: readonly Event[]): number {
  return events.reduce((sum, e) => sum + (e.rows ?? 0), 0);
}

/** A number for people: `41,180`. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
