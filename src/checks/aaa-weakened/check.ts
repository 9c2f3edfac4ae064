import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { after } from '../kit/commands.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { accountingLimits } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { absenceProof, factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Pair, pairs, standing } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { consoleOnly, type List, listsOf, meaningOf, nameOf, strengthOf } from './strength.ts';
import { type TypedList, weakening } from './typed.ts';

const written = (list: List): string => `aaa ${nameOf(list)} ${list.methods.join(' ')}`.trim();

function plannedFor(view: DeviceView, pair: { from: number; to: number }): ReturnType<typeof plannedChange> {
  return plannedChange(
    view,
    ['aaa authentication', 'aaa authorization', 'aaa accounting', 'method list'],
    pair,
  );
}

/** What became weaker, or is gone, from one configuration to the next. */
function changeHits(view: DeviceView, pair: Pair): Hit[] {
  const { before, after: later } = pair;
  if (before.aaaNewModel === true && later.aaaNewModel !== true) return [modelHit(view, pair)];
  const now = listsOf(later);
  const aside = consoleOnly(later);
  return [...listsOf(before)].flatMap(([name, old]) => {
    const list = now.get(name);
    if (!list && old.service === 'login' && (old.list !== 'default' || aside.has(old.list))) return [];
    if (list ? strengthOf(list) >= strengthOf(old) : strengthOf(old) < 2) return [];
    const planned = plannedFor(view, pair);
    const what = list ? `now ${meaningOf(list)}` : 'is gone';
    return [
      makeHit({
        key: name,
        title: `On ${view.device.id} the list "aaa ${name}" ${what}; before it was "${old.methods.join(' ')}"`,
        severity: shiftSeverity('high', planned ? -2 : 0),
        confidence: 'high',
        first: pair.to,
        last: pair.to,
        proof: [
          factProof(before, old, { text: written(old), shows: 'the list before' }),
          list
            ? factProof(later, list, { text: written(list), shows: `the list ${what}` })
            : absenceProof(later, `"aaa ${name}" no longer stands there`),
        ],
        notes: planned ? [plannedNote(planned)] : [],
      }),
    ];
  });
}

function modelHit(view: DeviceView, { before, after: later, to }: Pair): Hit {
  return makeHit({
    key: 'new-model',
    title: `On ${view.device.id} AAA is off altogether: \`aaa new-model\` is gone`,
    severity: 'high',
    confidence: 'high',
    first: to,
    last: to,
    proof: [absenceProof(before, '`aaa new-model` stood there'), absenceProof(later, 'it no longer does')],
  });
}

/** Login lists that ask the servers last though the device has servers; nobody knows since when. */
function weakNow(facts: DeviceFacts): { key: string; item: List & { line: number; lineEnd: number } }[] {
  if (facts.aaaServers.length === 0 || !facts.complete) return [];
  return [...listsOf(facts)]
    .filter(([, list]) => list.phase === 'authentication' && list.service === 'login' && strengthOf(list) < 4)
    .map(([key, item]) => ({ key, item }));
}

const STANDING: readonly Severity[] = ['high', 'low', 'medium', 'low'];

function standingHits(view: DeviceView): Hit[] {
  return standing(view, weakNow).map(({ key, seen, first, last, gone }) => {
    const { item } = seen.at(-1) as (typeof seen)[number];
    return makeHit({
      key,
      title: `On ${view.device.id} the list "aaa ${key}" ${meaningOf(item)}`,
      severity: shiftSeverity(STANDING[strengthOf(item)] ?? 'low', gone ? -1 : 0),
      first,
      last,
      proof: seen.map(({ facts, item: each }) =>
        factProof(facts, each, { text: written(each), shows: meaningOf(each) }),
      ),
      notes: gone ? ['The newest configuration no longer has it.'] : [],
    });
  });
}

function commandHit(view: DeviceView, { record, list, methods }: TypedList): Hit[] {
  const name = nameOf({ ...list, methods: [] });
  if (view.configs.some((facts) => list.service === 'login' && consoleOnly(facts).has(list.list))) return [];
  const at = record.at;
  const planned = at === null ? null : plannedFor(view, { from: at, to: at });
  const what = methods ? `so that it ${meaningOf({ ...list, methods })}` : 'away';
  return [
    makeHit({
      key: name,
      title: `${record.account} ${methods ? 'set' : 'took'} the list "aaa ${name}" of ${view.device.id} ${what}`,
      severity: shiftSeverity('high', planned ? -2 : 0),
      confidence: 'high',
      proof: [recordProof(record, methods ? 'the list was set weaker' : 'the list was removed')],
      accounts: [record.account],
      addresses: record.from ? [record.from] : [],
      notes: planned ? [plannedNote(planned)] : [],
    }),
  ];
}

function modelCommands(view: DeviceView): Hit[] {
  return view
    .records('command')
    .filter((record) => after(record.command, 'no aaa new(-model)'))
    .map((record) =>
      makeHit({
        key: 'new-model',
        title: `${record.account} switched AAA off on ${view.device.id}`,
        severity: 'high',
        confidence: 'high',
        proof: [recordProof(record, 'AAA switched off')],
        accounts: [record.account],
        addresses: record.from ? [record.from] : [],
      }),
    );
}

/** AAA that asks or records less than before (AA25-239A; facts B10, check 10). */
export const check: Check = {
  id: 'aaa-weakened',
  asks: 'Does AAA ask the servers later, or record less, than before?',
  title: 'AAA weakened',
  class: 'compromise',
  severity: 'high',
  attack: ['T1556'],
  subjects: ['router'],
  needs: [
    { kinds: ['config'], areas: ['aaa', 'lines'], over: 'snapshot', snapshots: 2 },
    { kinds: ['accounting'], over: 'period' },
  ],
  selects: [{ records: ['command'] }],
  flows: null,
  evaluate: (view) => [
    ...pairs(view).flatMap((pair) => changeHits(view, pair)),
    ...standingHits(view),
    ...weakening(view.records('command')).flatMap((typed) => commandHit(view, typed)),
    ...modelCommands(view),
  ],
  limits: (view) => accountingLimits(view, 2),
  otherExplanations: [
    'An engineer put the local database first while the AAA servers were out of reach, and forgot to turn it back.',
    'The lists were renamed or rebuilt in a migration.',
  ],
  next: [
    'Run `show running-config | include ^aaa` and `show aaa method-lists all` on the device.',
    'Ask the account named here; if accounting was taken away, what followed is not recorded: look in the log and the flows.',
    'Look for local accounts that were made about the same time, and for a new AAA server.',
  ],
  sources: [AA25_239A, technique('T1556', 'Modify Authentication Process')],
  fleet: true,
};
