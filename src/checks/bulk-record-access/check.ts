import type { SystemClass } from '../../model/record.ts';
import type { Hit, Reason, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { accessOf, dayOf, daysOf, hostOf, isRoutine, LEAST_DAYS, mayBeOf, whereFrom } from '../kit/access.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { recordProof } from '../kit/proof.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { isBulk } from './bulk.ts';
import { count, type Event, type Habit, habitOf, type Oddity, odditiesOf, sumRows } from './habit.ts';

const CLASSES: readonly SystemClass[] = ['cdr', 'hss', 'crm'];
/** Odd by so much that a person should look: an outside destination alone, or two things together. */
const LEAST_WEIGHT = 3;
/** Fewer single lookups in a day than this are no flood, however small the norm. */
const LEAST_LOOKUPS = 100;

const nameOf = (view: DeviceView): string => view.device.id.replace(/^system:/, '');

function severityOf(weight: number): Severity {
  return weight >= 6 ? 'critical' : weight >= 4 ? 'high' : 'medium';
}

/** What speaks for and against one haul: same account, host and destination. */
function weigh(
  view: DeviceView,
  events: readonly Event[],
  context: { habit: Habit; enough: boolean },
): Oddity[] {
  const { actor, destination, at, caseRef } = events[0] as Event;
  const where = { device: nameOf(view), at };
  const scheduled = isRoutine(events) && view.fleet.approved('automation-account', actor, where) !== null;
  if (scheduled) return [];
  const out: Oddity[] = [];
  if (destination !== null && isExternalText(destination))
    out.push({ weight: 3, text: `${destination} is an outside address.` });
  if (!isRoutine(events) && context.enough) out.push(...odditiesOf(events, context.habit));
  if (caseRef !== null && out.length > 0) out.push({ weight: -2, text: `It names the case ${caseRef}.` });
  return out;
}

/** Lookups of single persons by one account, by host and day. */
type Lookups = ReadonlyMap<string, readonly Event[]>;

const placeOf = (event: Event): string => `${dayOf(event.at)} ${hostOf(event)}`;

/** Single lookups from the same host on the same days: what a taker of records does next. */
function lookupsBeside(lookups: Lookups, haul: readonly Event[]): readonly Event[] {
  return [...new Set(haul.map(placeOf))].flatMap((place) => lookups.get(place) ?? []);
}

function haulHit(
  view: DeviceView,
  events: readonly Event[],
  { odd, lookups }: { odd: readonly Oddity[]; lookups: Lookups },
): Hit[] {
  const weight = odd.reduce((sum, o) => sum + o.weight, 0);
  if (weight < LEAST_WEIGHT) return [];
  const first = events[0] as Event;
  const single = lookupsBeside(lookups, events);
  const to = first.destination === null ? '' : ` to ${first.destination}`;
  const notes = odd.map((o) => o.text);
  if (single.length > 0)
    notes.push(`The account also looked up ${single.length} single persons from there on the same days.`);
  return [
    makeHit({
      key: `haul ${first.actor} ${hostOf(first) ?? ''} ${first.destination ?? ''}`.trim(),
      title: `${first.actor} took ${count(sumRows(events))} rows out of ${nameOf(view)} without naming a subscriber, from ${whereFrom(first)}${to}`,
      severity: severityOf(weight),
      confidence: weight >= 5 ? 'high' : 'medium',
      count: events.length + single.length,
      first: first.at,
      last: Math.max(events.at(-1)?.at ?? first.at, single.at(-1)?.at ?? first.at),
      proof: [
        ...events.slice(0, 20).map((e) => recordProof(e, `${count(e.rows ?? 0)} rows, no subscriber named`)),
        ...single.slice(0, 5).map((e) => recordProof(e, 'lookup of a single person')),
      ],
      accounts: [first.actor],
      addresses: [...new Set([first.from, first.destination].filter((a) => a !== null))],
      notes,
    }),
  ];
}

/** Days on which an account looked up far more single persons than on others. */
function floodHits(view: DeviceView, mine: readonly Event[], habit: Habit): Hit[] {
  const { mostPersons } = habit;
  if (mostPersons === null) return [];
  const days = Map.groupBy(
    mine.filter((e) => e.person),
    (e) => dayOf(e.at),
  );
  return [...days.values()]
    .filter((list) => list.length >= LEAST_LOOKUPS && list.length > mostPersons)
    .map((list) => {
      const first = list[0] as Event;
      const day = new Date(first.at).toISOString().slice(0, 10);
      return makeHit({
        key: `lookups ${first.actor} ${day}`,
        title: `${first.actor} looked up ${count(list.length)} single persons in ${nameOf(view)} on ${day}, from ${whereFrom(first)}`,
        severity: 'medium',
        count: list.length,
        first: first.at,
        last: list.at(-1)?.at ?? first.at,
        proof: list.slice(0, 20).map((e) => recordProof(e, 'lookup of a single person')),
        accounts: [first.actor],
        addresses: first.from === null ? [] : [first.from],
        notes: [`The usual most of the account is ${count(mostPersons)} a day.`],
      });
    });
}

function evaluate(view: DeviceView): Hit[] {
  const all = accessOf(view, CLASSES);
  const enough = daysOf(all) >= LEAST_DAYS;
  const out: Hit[] = [];
  for (const mine of Map.groupBy(all, (e) => e.actor).values()) {
    const habit = habitOf(mine);
    const lookups = Map.groupBy(
      mine.filter((e) => e.person),
      placeOf,
    );
    const hauls = Map.groupBy(mine.filter(isBulk), (e) => JSON.stringify([hostOf(e), e.destination]));
    for (const events of hauls.values())
      out.push(...haulHit(view, events, { odd: weigh(view, events, { habit, enough }), lookups }));
    out.push(...floodHits(view, mine, habit));
  }
  return out;
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const all = accessOf(view, CLASSES);
  const days = daysOf(all);
  if (all.length === 0 || days >= LEAST_DAYS) return [];
  const text = `The access log holds ${days} days; what is usual takes ${LEAST_DAYS} to tell.`;
  const cheapest = 'Ask the owner of the system for a month of its access log.';
  return [limit('needs-baseline', ['access'], { text, cheapest })];
}

/** Bulk or unusual taking of records of subscribers (facts 35, 4.1): what such campaigns come for. */
export const check: Check = {
  id: 'bulk-record-access',
  asks: 'Did anybody take records of many subscribers who, or from where, or to where nobody does so usually?',
  title: 'records taken in bulk',
  class: 'compromise',
  severity: 'high',
  attack: ['T1005', 'T1048'],
  subjects: ['system'],
  applies: (view) => mayBeOf(view, CLASSES),
  needs: [{ kinds: ['access'], over: 'period' }],
  selects: [{ records: ['access'] }],
  flows: null,
  evaluate,
  limits: limitsOf,
  otherExplanations: [
    'A scheduled export that was moved to another host or destination and is missing from the register.',
    'A report for an authority, an auditor or a migration, asked for outside the ticket system.',
    'An administrator who tested a restore.',
  ],
  next: [
    'Ask the owner of the system and of the account, by telephone; keep the access log and the session of the jump host.',
    'Work out which subscribers and days the queries cover: the scope answer lists them.',
    'Look in the flows for the destination named here, and stop the account and its keys.',
  ],
  sources: [
    AA25_239A,
    technique('T1005', 'Data from Local System'),
    technique('T1048', 'Exfiltration Over Alternative Protocol'),
  ],
  fleet: true,
};
