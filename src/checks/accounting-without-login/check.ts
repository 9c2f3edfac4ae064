import type { Period } from '../../base/time.ts';
import { MINUTE } from '../../base/time.ts';
import type { Hit, Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit, messageLimits } from '../kit/limits.ts';
import { recordProof } from '../kit/proof.ts';
import { blindParts, blindReason, couldSee } from '../kit/sight.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { accountedSessions, type Session, Witnesses } from './sessions.ts';

const MARGIN = 10 * MINUTE;

/** Where the log would have to show the login: close to the first thing done. */
const around = ({ first }: Session): Period => ({ from: first - MARGIN, to: first + MARGIN });

function unwitnessed(view: DeviceView): readonly Session[] {
  const logins = view.records('login');
  const witnesses = new Witnesses(logins);
  return accountedSessions(view.records('command'), logins).filter((s) => !witnesses.knows(s));
}

/** Only a device whose log tells of logins at other times can miss one. */
function logsLogins(view: DeviceView): boolean {
  return view.records('login').some((l) => l.via === 'log' && l.outcome === 'success');
}

function evaluate(view: DeviceView): Hit[] {
  if (!logsLogins(view)) return [];
  const missing = unwitnessed(view).filter((session) => couldSee(view, 'syslog', around(session)));
  const groups = Map.groupBy(missing, ({ account, from }) => `${account} ${from ?? 'console'}`);
  return [...groups].map(([key, sessions]) => hitOf(view, key, sessions));
}

function hitOf(view: DeviceView, key: string, sessions: readonly Session[]): Hit {
  const { account, from } = sessions[0] as Session;
  const parts = sessions.flatMap((s) => s.parts);
  const commands = parts.filter((p) => p.kind === 'command');
  const where = from === null ? '' : ` from ${from}`;
  const what = commands.length > 0 ? 'ran commands' : 'had a session';
  return makeHit({
    key,
    title: `${account} ${what} on ${view.device.id}${where} by accounting, but the log of the device has no login`,
    severity: 'high',
    confidence: from === null ? 'low' : 'medium',
    count: parts.length,
    first: sessions[0]?.first ?? null,
    last: sessions.at(-1)?.last ?? null,
    proof: parts
      .slice(0, 20)
      .map((p) => recordProof(p, p.kind === 'login' ? 'session starts' : 'command of the session')),
    accounts: [account],
    addresses: from === null ? [] : [from],
    notes: [
      'The log of the device goes on at that time and tells of other logins.',
      'No authentication report of the AAA server shows this login.',
    ],
  });
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const out = [...messageLimits(view, 5)];
  if (view.coverage('accounting').count === 0 || view.coverage('syslog').count === 0) return out;
  const open = unwitnessed(view);
  if (open.length === 0) return out;
  if (!logsLogins(view)) {
    const text = 'The log of this device tells of no login at all, so it cannot confirm those in accounting.';
    const cheapest = 'Set `login on-success log`, and give the authentication report of the AAA server.';
    out.push(limit('not-configured-to-log', ['syslog'], { text, cheapest }));
    return out;
  }
  const blind = open.flatMap((session) => blindParts(view, 'syslog', around(session)));
  const reason = blindReason('syslog', 'Accounting shows a session', blind);
  return reason ? [...out, reason] : out;
}

/** Sessions in accounting that the device's own log does not know (facts B07, 22). */
export const check: Check = {
  id: 'accounting-without-login',
  asks: 'Does accounting show sessions on this device whose login neither its log nor an authentication report shows?',
  title: 'session without a login',
  class: 'contradiction',
  severity: 'high',
  attack: ['T1562.001', 'T1556'],
  subjects: ['router'],
  needs: [{ kinds: ['accounting', 'syslog'], over: 'period' }],
  selects: [{ records: ['login', 'command'] }],
  flows: null,
  comparesTimes: true,
  evaluate,
  limits: limitsOf,
  otherExplanations: [
    'Single log messages were lost on the way (UDP, rate limits of the device).',
    'The clocks of the device and of the AAA server differ by more than three minutes.',
    'Logins on this way in (console, NETCONF) are not logged by this release.',
  ],
  next: [
    'Run `show logging` and `show users` on the device and look for the login in its own buffer.',
    'Ask the account named here, by telephone, and look at the jump host for the session.',
    'Look at the authentication report of the AAA server for that account and time.',
  ],
  sources: [
    AA25_239A,
    technique('T1562.001', 'Disable or Modify Tools'),
    technique('T1556', 'Modify Authentication Process'),
  ],
  fleet: false,
};
