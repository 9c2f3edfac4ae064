import { formatMinute } from '../../base/time.ts';
import type { Hit, Reason, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import {
  accessOf,
  daysOf,
  hostOf,
  isOffSchedule,
  isRoutine,
  LEAST_DAYS,
  mayBeOf,
  whereFrom,
} from '../kit/access.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { recordProof } from '../kit/proof.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { type Deed, type Event, sensitiveDeeds } from './sensitive.ts';

const nameOf = (view: DeviceView): string => view.device.id.replace(/^system:/, '');

const WORDS: Readonly<Record<Deed, string>> = {
  list: 'read the list of targets',
  details: 'read details of targets',
  destination: 'made a new destination',
  deactivate: 'ended intercepts',
  export: 'exported or printed',
};

/** What is odd about an account at a host, against its other days; empty when it is habit. */
function oddities(events: readonly Event[], mine: readonly Event[]): readonly string[] {
  const out: string[] = [];
  const first = events[0] as Event;
  const host = hostOf(first);
  const usual = mine.filter((e) => hostOf(e) !== host);
  const here = mine.filter((e) => hostOf(e) === host);
  if (daysOf(usual) >= 3 && daysOf(here) < 3) {
    const hosts = [...new Set(usual.map((e) => hostOf(e) ?? 'an unknown host'))].sort().slice(0, 3);
    out.push(`The account usually comes from ${hosts.join(', ')}.`);
  } else if (daysOf(here) < 3) out.push('The account is used on fewer than three days.');
  const own = new Set(events);
  const days = new Set(events.map((e) => formatMinute(e.at).slice(0, 10)));
  const again = mine.some((e) => e.action === first.action && !days.has(formatMinute(e.at).slice(0, 10)));
  if (!again) out.push('The account does this on no other day.');
  if (isOffSchedule(first.at, usual.length > 0 ? usual : mine.filter((e) => !own.has(e))))
    out.push('It lies outside the usual hours of the account.');
  return out;
}

/** A delivery address such as `203.0.113.9:4000` that lies outside. */
function outside(events: readonly Event[]): string | null {
  const addresses = events
    .filter((e) => e.action === 'destination_create')
    .flatMap((e) => [e.destination, e.person ? null : e.object])
    .map((text) => text?.replace(/^\[?([0-9a-f.:]+?)\]?(?::\d{1,5})?$/i, '$1') ?? '');
  return addresses.find((a) => isExternalText(a)) ?? null;
}

function hitOf(view: DeviceView, deeds: ReadonlyMap<Deed, readonly Event[]>, mine: readonly Event[]): Hit[] {
  const events = [...deeds.values()].flat().sort((a, b) => a.at - b.at);
  const first = events[0];
  if (!first) return [];
  const away = outside(events);
  const enough = daysOf(mine) >= 3;
  const odd = isRoutine(events) ? [] : oddities(events, mine);
  if (odd.length === 0 && away === null) return [];
  const failed = events.every((e) => e.result === 'failure');
  const did = [...deeds.keys()].map((deed) => WORDS[deed]).join(', ');
  const severity: Severity = failed ? 'high' : odd.length >= 2 || away !== null ? 'critical' : 'high';
  const notes = ['None of it names a warrant or an approval.', ...odd];
  if (away !== null) notes.push(`The new destination ${away} is an outside address.`);
  if (failed) notes.push('Every attempt failed.');
  const listed = Math.max(0, ...(deeds.get('list') ?? []).slice(0, 1000).map((e) => e.rows ?? 0));
  if (listed > 0) notes.push(`The list held ${listed} targets.`);
  return [
    makeHit({
      key: `${first.actor} ${hostOf(first) ?? ''}`.trim(),
      title: `${first.actor}${failed ? ' tried to reach what it should not and' : ''} ${did} in ${nameOf(view)} from ${whereFrom(first)}, without a warrant or an approval`,
      severity,
      confidence: enough && odd.length >= 2 ? 'high' : 'medium',
      count: events.length,
      first: first.at,
      last: events.at(-1)?.at ?? first.at,
      proof: events.slice(0, 30).map((e) => recordProof(e, 'no warrant, no approval')),
      accounts: [first.actor],
      addresses: [...new Set([first.from, away].filter((a) => a !== null))],
      notes,
    }),
  ];
}

function evaluate(view: DeviceView): Hit[] {
  const all = accessOf(view, ['li']);
  if (all.length === 0) return [];
  const known = daysOf(all) >= LEAST_DAYS;
  const out: Hit[] = [];
  for (const mine of Map.groupBy(all, (e) => e.actor).values()) {
    for (const here of Map.groupBy(mine, (e) => hostOf(e) ?? '').values()) {
      const deeds = sensitiveDeeds(here);
      const away = outside([...deeds.values()].flat()) !== null;
      if (known || away) out.push(...hitOf(view, deeds, mine));
    }
  }
  return out;
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const all = accessOf(view, ['li']);
  const days = daysOf(all);
  if (all.length === 0 || days >= LEAST_DAYS) return [];
  const text = `The log holds ${days} days; who usually does what takes ${LEAST_DAYS} to tell.`;
  const cheapest =
    'Ask the owner of the intercept system, through the security officer, for a month of its log.';
  return [limit('needs-baseline', ['access'], { text, cheapest })];
}

/** Reading who is intercepted, and touching intercepts, without a warrant (facts 34, 4.3; 47 CFR 1.20004). */
export const check: Check = {
  id: 'intercept-list-read',
  asks: 'Did anybody read the list of intercept targets, or touch intercepts in bulk, without a warrant or an approval?',
  title: 'intercept targets read',
  class: 'compromise',
  severity: 'critical',
  attack: ['T1005', 'T1078'],
  subjects: ['system'],
  applies: (view) => mayBeOf(view, ['li']),
  needs: [{ kinds: ['access'], over: 'period' }],
  selects: [{ records: ['access'] }],
  flows: null,
  evaluate,
  limits: limitsOf,
  otherExplanations: [
    'An audit or a reconciliation of intercepts that was approved outside the system.',
    'A new member of staff, or a new workstation, in the intercept team.',
    'Work on the system by its vendor under supervision.',
  ],
  next: [
    'Tell the security officer for intercepts and counsel only; do not put targets into a ticket.',
    'Ask the operator, by telephone; keep the log of the system and the session of the host named here.',
    'Compare active intercepts with the warrants, and destinations with the list of agencies.',
  ],
  sources: [
    {
      title: 'ETSI TS 103 221-1 (X1 interface)',
      url: 'https://www.etsi.org/deliver/etsi_ts/103200_103299/10322101/',
    },
    { title: '47 CFR 1.20004', url: 'https://www.ecfr.gov/current/title-47/section-1.20004' },
    AA25_239A,
    technique('T1078', 'Valid Accounts'),
  ],
  fleet: false,
};
