import { DAY, type Instant } from '../../base/time.ts';
import type { User } from '../../model/device-facts.ts';
import type { LoginRecord } from '../../model/record.ts';
import type { Hit, Proof } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { after } from '../kit/commands.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { messageLimits } from '../kit/limits.ts';
import { plannedChange, plannedNote } from '../kit/planned.ts';
import { factProof, recordProof } from '../kit/proof.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { pairs, wholeConfigs } from '../kit/snapshots.ts';
import { AA25_239A, technique } from '../kit/sources.ts';
import { webServerOff } from '../kit/web-server.ts';
import { accountsOf, originsOf, whoText } from '../kit/who.ts';
import { KNOWN_USERS, type WebChange, webChange } from './message.ts';

/** A device with its successful logins by account, oldest first. */
interface Seen {
  readonly view: DeviceView;
  readonly logins: ReadonlyMap<string, readonly LoginRecord[]>;
  /** Instant of the first login of each account from a management network. */
  readonly trustedSince: ReadonlyMap<string, Instant>;
}

function seenOf(view: DeviceView): Seen {
  const logins = new Map<string, LoginRecord[]>();
  const trustedSince = new Map<string, Instant>();
  for (const login of view.records('login')) {
    const { account, from, at, outcome } = login;
    if (outcome !== 'success') continue;
    const list = logins.get(account);
    if (list) list.push(login);
    else logins.set(account, [login]);
    const trusted = at !== null && from !== null && view.fleet.isManagement(from, at);
    if (trusted && !trustedSince.has(account)) trustedSince.set(account, at);
  }
  return { view, logins, trustedSince };
}

/** True when somebody who was there before made the change: an engineer at the web interface. */
function wasKnown({ view, trustedSince }: Seen, user: string, at: Instant | null): boolean {
  if (at === null || KNOWN_USERS.has(user.toLowerCase())) return false;
  const before = wholeConfigs(view).filter((facts) => (facts.takenAt ?? at) < at);
  if (before.some((facts) => facts.users.some((u) => u.name === user))) return true;
  return (trustedSince.get(user) ?? at) < at;
}

function firstLogin({ logins }: Seen, user: string, since: Instant | null): LoginRecord | null {
  return logins.get(user)?.find((l) => since === null || (l.at ?? 0) >= since) ?? null;
}

function userText({ name, privilege, secret }: User): string {
  return `username ${name} privilege ${privilege ?? 1}${secret ? ` secret <type ${secret.type}>` : ''}`;
}

/** Lines of configurations that show the user as new. */
function newUserProof(view: DeviceView, name: string): Proof[] {
  return pairs(view).flatMap(({ before, after: next }) => {
    const user = next.users.find((u) => u.name === name && u.privilege === 15);
    if (!user || before.users.some((u) => u.name === name && u.privilege === 15)) return [];
    const shows = 'new since the configuration before';
    return [factProof(next, user, { text: userText(user), shows })];
  });
}

function webHits(seen: Seen): Hit[] {
  const changes = seen.view
    .records('log')
    .map(webChange)
    .filter((c) => c !== null);
  return changes.filter((c) => !wasKnown(seen, c.user, c.record.at)).map((c) => webHit(seen, c));
}

function webHit(seen: Seen, { user, process, record }: WebChange): Hit {
  const { view } = seen;
  const login = firstLogin(seen, user, record.at);
  const created = newUserProof(view, user);
  const known = KNOWN_USERS.has(user.toLowerCase());
  const notes: string[] = [];
  if (known) notes.push('Intruders used this name in public cases.');
  if (wholeConfigs(view).length === 0)
    notes.push('No configuration tells whether the user was there before.');
  const then = login ? `; ${whoText(login)} then logged in` : '';
  return makeHit({
    key: `user ${user}`,
    title: `the web interface of ${view.device.id} changed the configuration as ${user}, whom nobody knew before${then}`,
    severity: created.length > 0 || login || known ? 'critical' : 'high',
    confidence: created.length > 0 || known ? 'high' : 'medium',
    proof: [
      recordProof(record, `changed by the web process ${process}`),
      ...created,
      ...(login ? [recordProof(login, 'its first login')] : []),
    ],
    accounts: [user],
    addresses: login ? originsOf([login]) : [],
    notes,
  });
}

/** New privileged users between two configurations, whoever made them. */
function newUserHits(seen: Seen): Hit[] {
  const { view } = seen;
  const web = new Set(view.records('log').map((r) => webChange(r)?.user));
  return pairs(view).flatMap(({ before, after: next, from, to }) => {
    const old = new Set(before.users.filter((u) => u.privilege === 15).map((u) => u.name));
    return next.users
      .filter((u) => u.privilege === 15 && !old.has(u.name) && !web.has(u.name))
      .map((user) => {
        const proof = factProof(next, user, {
          text: userText(user),
          shows: 'not there in the configuration before',
        });
        return newUserHit(seen, user.name, { proof, from, to });
      });
  });
}

function newUserHit(
  seen: Seen,
  name: string,
  { proof, from, to }: { proof: Proof; from: Instant; to: Instant },
): Hit {
  const { view } = seen;
  const typed = view.records('command').filter((c) => after(c.command, 'us(ername)')?.[0] === name);
  const expected = typed.some((c) => c.from !== null && view.fleet.isManagement(c.from, c.at));
  const planned = plannedChange(view, [name, 'user', 'account'], { from, to });
  const notes: string[] = [];
  if (planned) notes.push(plannedNote(planned));
  if (typed[0]) notes.push(`${whoText(typed[0])} typed the command.`);
  else notes.push('No command in the evidence creates the user.');
  const login = firstLogin(seen, name, from);
  return makeHit({
    key: `user ${name}`,
    title: `${view.device.id} has a new user ${name} with privilege 15`,
    severity: shiftSeverity(
      'medium',
      (expected ? -1 : 0) - (planned ? 1 : 0) + (typed.length === 0 && login ? 1 : 0),
    ),
    confidence: typed.length === 0 ? 'medium' : 'low',
    first: to,
    last: Math.max(to, login?.at ?? to),
    proof: [
      proof,
      ...typed.slice(0, 3).map((c) => recordProof(c, 'creates the user')),
      ...(login ? [recordProof(login, 'its first login')] : []),
    ],
    accounts: [name, ...accountsOf(typed)],
    addresses: login ? originsOf([login]) : [],
    notes,
  });
}

/** A user made through the web interface (AA25-239A; CVE-2023-20198; facts check 2). */
export const check: Check = {
  id: 'webui-created-user',
  asks: 'Did the web interface set up a user on this device, or does it have a privileged user that was not there before?',
  title: 'user set up through the web interface',
  class: 'compromise',
  severity: 'critical',
  attack: ['T1136.001', 'T1190'],
  subjects: ['router'],
  needs: [{ kinds: ['syslog'], over: 'period' }],
  selects: [{ records: ['log'], mnemonics: ['SYS-5-CONFIG_P'] }, { records: ['login', 'command'] }],
  flows: null,
  evaluate: (view) => {
    const seen = seenOf(view);
    return [...webHits(seen), ...newUserHits(seen)];
  },
  rulesOut: (view) => {
    const [first, last] = [view.configs[0]?.takenAt ?? 0, view.configs.at(-1)?.takenAt ?? 0];
    if (view.coverage('syslog').count > 0 || !webServerOff(view) || last - first < DAY) return null;
    return 'Both web servers are off in every configuration, and no privileged user is new.';
  },
  limits: (view) => messageLimits(view, 5),
  otherExplanations: [
    'An engineer set the device up through its web interface.',
    'A controller or an automation account was introduced without an entry in the register.',
  ],
  next: [
    'Run `show running-config | include username` and `show logging | include CONFIG_P` on the device. Do not reload it.',
    'Ask who made the user. If nobody did, look for everything that the account did, here and on other devices.',
    'Look for requests with check wsma-double-encoded, and for the same name on every device.',
  ],
  sources: [
    AA25_239A,
    {
      title: 'Cisco: vulnerabilities in the web UI of IOS XE (CVE-2023-20198, CVE-2023-20273)',
      url: 'https://sec.cloudapps.cisco.com/security/center/content/CiscoSecurityAdvisory/cisco-sa-iosxe-webui-privesc-j22SaA4z',
    },
    technique('T1136.001', 'Create Account: Local Account'),
  ],
  fleet: true,
};
