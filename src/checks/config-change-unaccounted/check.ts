import { formatMinute, type Period } from '../../base/time.ts';
import type { RegisterRecord } from '../../model/record.ts';
import type { Hit, Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { loggedChange, writesWhole } from '../kit/config-change.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { accountingLimits, limit, messageLimits } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { absenceProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { blindParts, blindReason, couldSee } from '../kit/sight.ts';
import { type Pair, pairs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { accountedChanges, shouldAccount, type Unexplained, unexplained } from './changes.ts';
import { type Difference, differences } from './differences.ts';

const isProgram = ({ change }: Unexplained): boolean => change.by === 'program';

function approvedProgram(view: DeviceView, { change, record }: Unexplained): boolean {
  const where = { device: view.device.id, at: record.at };
  return (
    change.by === 'program' && view.fleet.approved('automation-account', change.account ?? '', where) !== null
  );
}

/** Logged changes where accounting was there to see them, by account and address. */
function loggedHits(view: DeviceView): Hit[] {
  const missing = unexplained(view).filter(
    (one) =>
      !approvedProgram(view, one) &&
      shouldAccount(view, one.span.to) &&
      couldSee(view, 'accounting', one.span),
  );
  const groups = Map.groupBy(missing, ({ change: { by, account, from } }) =>
    `${by} ${account ?? 'console'} ${from ?? ''}`.trim(),
  );
  return [...groups].map(([key, list]) => loggedHit(view, key, list));
}

/** The planned change that explains the first message, when every message falls into some planned change. */
function plannedAll(view: DeviceView, list: readonly Unexplained[]): RegisterRecord | null {
  if (view.fleet.register('change').length === 0) return null;
  const found = list.slice(0, 1000).map(({ record }) => {
    const at = record.at ?? 0;
    return plannedChange(view, [''], { from: at, to: at });
  });
  return found.every((entry) => entry !== null) ? (found[0] ?? null) : null;
}

function loggedHit(view: DeviceView, key: string, list: readonly Unexplained[]): Hit {
  const { change } = list[0] as Unexplained;
  const program = list.every(isProgram);
  const who = change.account ?? 'somebody on the console';
  const where = program ? ` through ${change.program}` : change.from ? ` from ${change.from}` : '';
  const { record: newest } = list.at(-1) as Unexplained;
  const span = { from: list[0]?.record.at ?? 0, to: newest.last ?? newest.at ?? 0 };
  const planned = plannedAll(view, list);
  const notes = planned ? [plannedNote(planned)] : [];
  if (program) notes.push('Changes through the web interface or NETCONF are accounted for on few releases.');
  else notes.push('Accounting of this device is there before and after.');
  return makeHit({
    key: `logged ${key}`,
    title: `${who} changed the configuration of ${view.device.id}${where}, and no command in accounting explains it`,
    severity: shiftSeverity(program ? 'medium' : 'high', planned ? -2 : 0),
    confidence: program || change.account === null ? 'low' : 'medium',
    count: list.reduce((sum, { record }) => sum + record.count, 0),
    first: span.from,
    last: span.to,
    proof: list.slice(0, 50).map(({ record }) => recordProof(record, 'changed; no command in accounting')),
    accounts: change.account === null ? [] : [change.account],
    addresses: change.from === null ? [] : [change.from],
    notes,
  });
}

/** What differs between two configurations without a command that may have made it. */
function unmade(view: DeviceView, pair: Pair): readonly Difference[] {
  if (!shouldAccount(view, pair.from)) return [];
  const wrote = view.records('log').some((record) => {
    const inside = record.at !== null && record.at >= pair.from && record.at <= pair.to;
    return inside && loggedChange(record)?.by === 'snmp';
  });
  if (wrote) return [];
  const commands = accountedChanges(view).filter(
    (c) => c.at !== null && c.at >= pair.from && c.at <= pair.to,
  );
  if (commands.some((c) => writesWhole(c.command))) return [];
  return differences(pair.before, pair.after).filter((d) => !commands.some((c) => d.madeBy(c.command)));
}

function differenceHit(view: DeviceView, pair: Pair): Hit[] {
  if (!couldSee(view, 'accounting', pair)) return [];
  const unexplainedParts = unmade(view, pair).map((d) => d.name);
  if (unexplainedParts.length === 0) return [];
  const parts = unexplainedParts.join(', ');
  const topics = unexplainedParts.map((name) => name.toLowerCase().replace(/s$/, ''));
  const planned = plannedChange(view, topics, pair);
  return [
    makeHit({
      key: `difference ${unexplainedParts.join(' ')}`,
      title: `Two configurations of ${view.device.id} differ in ${parts}, and no command in accounting explains it`,
      severity: shiftSeverity('high', planned ? -2 : 0),
      confidence: 'medium',
      // It changed some time between the two: the newer one shows it first, and an answer to "since when" must not
      // begin at the older one, which shows that it was not yet so.
      first: pair.to,
      last: pair.to,
      proof: [
        absenceProof(pair.before, `before: other ${parts}`),
        absenceProof(pair.after, `after: changed ${parts}`),
      ],
      notes: [
        `It was changed between ${formatMinute(pair.from)} and ${formatMinute(pair.to)}.`,
        ...(planned ? [plannedNote(planned)] : []),
      ],
    }),
  ];
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const accounting = view.coverage('accounting');
  const out = [...accountingLimits(view, Number.POSITIVE_INFINITY), ...messageLimits(view, 5)];
  if (accounting.count === 0) return out;
  const logged = unexplained(view).filter((one) => !approvedProgram(view, one));
  const blind: Period[] = logged.flatMap(({ span }) => blindParts(view, 'accounting', span));
  const reason = blindReason('accounting', 'The configuration was changed by the log', blind);
  if (reason) out.push(reason);
  for (const pair of pairs(view)) {
    const parts = couldSee(view, 'accounting', pair) ? [] : unmade(view, pair);
    if (parts.length === 0) continue;
    const what = `Two configurations differ in ${parts.map((p) => p.name).join(', ')}`;
    const hole = blindReason('accounting', what, blindParts(view, 'accounting', pair));
    if (hole) out.push(hole);
  }
  if (logged.length > 0 && view.configs.length === 0 && accountedChanges(view).length === 0) {
    const text =
      'Accounting holds no configuration command of this device at any time, and no configuration says whether it should.';
    out.push(limit('not-configured-to-log', ['accounting'], { text }));
  }
  return out;
}

/** Changes that the log or two configurations show and that accounting does not know (facts B06, 10, 21). */
export const check: Check = {
  id: 'config-change-unaccounted',
  asks: 'Was the configuration of this device changed without the commands standing in accounting?',
  title: 'change without accounting',
  class: 'contradiction',
  severity: 'high',
  attack: ['T1562.003', 'T1556'],
  subjects: ['router'],
  needs: [{ kinds: ['syslog', 'accounting'], over: 'period' }],
  selects: [{ records: ['log'], mnemonics: ['SYS-5-CONFIG*'] }, { records: ['command'] }],
  flows: null,
  comparesTimes: true,
  evaluate: (view) => [...loggedHits(view), ...pairs(view).flatMap((pair) => differenceHit(view, pair))],
  limits: limitsOf,
  otherExplanations: [
    'The AAA server was not reached for a moment, so that single reports were lost.',
    'The clocks of the device and of the AAA server differ by more than three minutes.',
    'A controller changed the device through NETCONF or the web interface, which is not accounted for.',
    'The device was reloaded and lost changes that nobody had saved.',
  ],
  next: [
    'Run `show archive log config all` and `show archive config differences` on the device.',
    'Ask the account named here whether the change is theirs, by telephone and not by mail.',
    'Look at the jump host for the session of that account, and at the AAA server for gaps at that time.',
  ],
  sources: [
    AA25_239A,
    technique('T1562.003', 'Impair Command History Logging'),
    technique('T1556', 'Modify Authentication Process'),
  ],
  fleet: true,
};
