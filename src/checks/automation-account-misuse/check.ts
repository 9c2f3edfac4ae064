import { DAY, formatMinute } from '../../base/time.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { subjectName } from '../kit/who.ts';
import { type Automation, automationsOf, LEAST_DAYS, registeredAccounts } from './accounts.ts';
import { fitsSchedule } from './schedule.ts';
import type { Session } from './sessions.ts';

/** In what a session differs from the work of its account. */
interface Oddity {
  readonly late: boolean;
  readonly elsewhere: boolean;
  readonly changes: boolean;
  readonly sentTo: readonly string[];
}

function oddityOf(session: Session, account: Automation): Oddity {
  const { schedule, habits, usual } = account;
  const onTime = schedule !== null && fitsSchedule(session.start, schedule);
  return {
    late: account.regular && !onTime && !habits.isUsual(session.start),
    elsewhere: usual.size > 0 && session.from !== null && !usual.has(session.from),
    changes: session.deeds.some((d) => d.changes) && !account.changes,
    sentTo: [...new Set(session.deeds.map((d) => d.sentTo).filter((to) => to !== null))].sort(),
  };
}

function weightOf(odd: Oddity, session: Session): Severity | null {
  const signs = [odd.late, odd.elsewhere, odd.changes, odd.sentTo.length > 0].filter(Boolean).length;
  const outside = session.from !== null && isExternalText(session.from);
  if (signs === 0) return null;
  if (outside && signs > 1) return 'critical';
  if (signs > 1) return 'high';
  return odd.late ? 'low' : 'medium';
}

function words(odd: Oddity, { note, usual }: Automation): string {
  const said: string[] = [];
  if (odd.late) said.push(note ? `off its schedule (${note})` : 'at an unusual time');
  if (odd.elsewhere) said.push(`not from ${[...usual].join(', ')} as usual`);
  if (odd.changes) said.push('changing things, which it does not do otherwise');
  if (odd.sentTo.length > 0) said.push(`sending data to ${odd.sentTo.join(', ')}`);
  return said.join(', ');
}

function sessionHit(view: DeviceView, account: Automation, session: Session): Hit | null {
  const odd = oddityOf(session, account);
  const severity = weightOf(odd, session);
  const signs = [odd.late, odd.elsewhere, odd.changes].filter(Boolean).length;
  if (severity === null || (!account.registered && signs < 2)) return null;
  const last = session.deeds.at(-1)?.at ?? session.start;
  const planned = plannedChange(view, [account.name], { from: session.start, to: last });
  const first = [...session.deeds].sort((a, b) => Number(b.changes) - Number(a.changes) || a.at - b.at);
  const notes: string[] = [];
  if (!account.registered)
    notes.push('The register does not name the account; its habits look like those of a program.');
  if (planned) notes.push(plannedNote(planned));
  const from = session.from === null ? '' : ` from ${session.from}`;
  return makeHit({
    key: `${account.name} ${session.from ?? 'without address'}`,
    title: `the automation account ${account.name} worked on ${subjectName(view)}${from} at ${formatMinute(session.start)}, ${words(odd, account)}`,
    severity: shiftSeverity(severity, (account.registered ? 0 : -1) - (planned ? 2 : 0)),
    confidence: account.registered && signs > 1 ? 'high' : 'medium',
    first: session.start,
    last,
    count: session.deeds.length,
    proof: first
      .slice(0, 15)
      .map((d) => recordProof(d.record, d.changes ? 'changes something' : 'part of the session')),
    accounts: [account.name],
    addresses: [...(session.from === null ? [] : [session.from]), ...odd.sentTo],
    notes,
  });
}

function evaluate(view: DeviceView): Hit[] {
  return automationsOf(view).flatMap((account) =>
    account.sessions.map((session) => sessionHit(view, account, session)).filter((hit) => hit !== null),
  );
}

/** Without a register habits must tell, and those need a week. */
function limits(view: DeviceView): ReturnType<NonNullable<Check['limits']>> {
  if (registeredAccounts(view).size > 0) return [];
  const kind = view.device.sort === 'system' ? 'access' : 'accounting';
  const { first, last, count } = view.coverage(kind);
  const enough = first !== null && last !== null && last - first >= (LEAST_DAYS - 1) * DAY;
  if (count === 0 || enough) return [];
  const text =
    'No register names the automation accounts, and fewer than seven days are too few to learn their habits.';
  const cheapest =
    'Give a register with `automation-account` entries, such as `rancid` with the note `daily 02:00Z`.';
  return [limit('needs-baseline', [kind], { text, cheapest })];
}

/** Accounts of programs in the hands of people (AA25-239A; facts B15, check 24). */
export const check: Check = {
  id: 'automation-account-misuse',
  asks: 'Did an account that belongs to a program do what the program does not do?',
  title: 'automation account used by somebody',
  class: 'compromise',
  severity: 'high',
  attack: ['T1078', 'T1021'],
  subjects: ['router', 'system'],
  needs: [
    { kinds: ['accounting'], over: 'period' },
    { kinds: ['access'], over: 'period' },
  ],
  selects: [{ records: ['command', 'login', 'access'] }],
  flows: null,
  evaluate,
  applies: (view) => view.device.sort !== 'system' || view.coverage('access').count > 0,
  limits,
  otherExplanations: [
    'An engineer ran the program by hand, or moved it to another host.',
    'The schedule changed, and the register was not brought up to date.',
  ],
  next: [
    'Ask the owner of the program whether it ran then and there.',
    'Look at who was logged in on the host it came from at that time.',
    'Look for the account from the same address on all devices; change its secret when the plan says so.',
  ],
  sources: [AA25_239A, technique('T1078', 'Valid Accounts')],
  fleet: true,
};
