import { canonicalIp, parseIp, sortOfAddress } from '../../base/ip.ts';
import type { LoginRecord } from '../../model/record.ts';
import type { Hit, Reason, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit, messageLimits } from '../kit/limits.ts';
import { surelyOwns } from '../kit/own.ts';
import { recordProof } from '../kit/proof.ts';
import { AA25_239A, HARDENING, technique } from '../kit/sources.ts';

/** Register entries whose addresses may log in. */
const EXPECTED = ['management-network', 'jump-host', 'nms'] as const;

function isExpected(view: DeviceView, from: string, at: number | null): boolean {
  const where = { device: view.device.id, at };
  return view.fleet.isManagement(from, at) || EXPECTED.some((kind) => view.fleet.approved(kind, from, where));
}

/** The device itself and its own programs log in from such addresses. */
function isLocal(view: DeviceView, from: string): boolean {
  const ip = parseIp(from);
  return ip === null || sortOfAddress(ip) === 'loopback' || surelyOwns(view, from);
}

/** Where a login came from, as far as it matters: another device of ours, outside, or inside beyond management. */
interface Origin {
  readonly severity: Severity;
  readonly words: string;
}

function originOf(view: DeviceView, from: string): Origin | null {
  const owner = view.fleet.ownerOf(from);
  if (owner !== null) return { severity: 'critical', words: `an address of ${owner}` };
  if (isExternalText(from)) return { severity: 'critical', words: 'an outside address' };
  if (view.fleet.managementNetworks.length === 0) return null;
  const severity = view.fleet.register('management-network').length > 0 ? 'high' : 'medium';
  return { severity, words: 'outside the management networks' };
}

function strangeLogins(view: DeviceView): ReadonlyMap<string, readonly LoginRecord[]> {
  const strange = view.records('login').filter((login) => {
    const from = canonicalIp(login.from ?? '');
    if (login.outcome !== 'success' || from === null || isLocal(view, from)) return false;
    return !isExpected(view, from, login.at);
  });
  return Map.groupBy(strange, (login) => `${login.account} ${canonicalIp(login.from ?? '')}`);
}

function hitOf(view: DeviceView, key: string, logins: readonly LoginRecord[]): Hit[] {
  const { account, from } = logins[0] as LoginRecord;
  const address = canonicalIp(from ?? '') ?? '';
  const origin = originOf(view, address);
  if (origin === null) return [];
  const notes: string[] = [];
  const ways = [
    ...new Set(logins.flatMap((l) => (l.service === null || l.service === 'shell' ? [] : [l.service]))),
  ];
  ways.sort((a, b) => (a < b ? -1 : 1));
  if (ways.length > 0) notes.push(`Logged in by ${ways.join(', ')}.`);
  if (view.fleet.register('management-network').length === 0)
    notes.push('No register names the management networks.');
  if (isExpected(view, address, null)) notes.push('The register names the address, but not at that time.');
  return [
    makeHit({
      key,
      title: `${account} logged in to ${view.device.id} from ${address}, ${origin.words}`,
      severity: origin.severity,
      confidence: view.fleet.hasRegister || isExternalText(address) ? 'high' : 'medium',
      count: logins.reduce((sum, l) => sum + l.count, 0),
      last: logins.at(-1)?.last ?? logins.at(-1)?.at ?? null,
      proof: logins.slice(0, 20).map((l) => recordProof(l, `login from ${address}`)),
      accounts: [account],
      addresses: [address],
      notes,
    }),
  ];
}

function limitsOf(view: DeviceView): readonly Reason[] {
  const logins = view.records('login');
  const out = view.coverage('accounting').count > 0 ? [] : [...messageLimits(view, 5)];
  const streams = view.coverage('syslog').count + view.coverage('accounting').count;
  if (streams > 0 && logins.length === 0) {
    const text = 'Nothing of this device tells of any login, so one from elsewhere would not show either.';
    const cheapest = 'Set `login on-success log`, or give the accounting of the AAA server.';
    out.push(limit('not-configured-to-log', ['syslog'], { text, cheapest }));
  }
  const open = [...strangeLogins(view).values()].map((l) => canonicalIp(l[0]?.from ?? '') ?? '');
  const unknown = open.filter((from) => originOf(view, from) === null).sort();
  if (unknown.length > 0) {
    const text = `Nothing says whether ${unknown[0]} belongs to the management network.`;
    out.push(limit('needs-register', ['inventory'], { text }));
  }
  return out;
}

/** Logins from where nobody manages devices from (AA25-239A; hardening guidance of December 2024). */
export const check: Check = {
  id: 'login-outside-management',
  asks: 'Did anybody log in from outside the management networks, or from another device?',
  title: 'login from outside the management networks',
  class: 'contradiction',
  severity: 'high',
  attack: ['T1021.004', 'T1078'],
  subjects: ['router', 'host'],
  needs: [
    { kinds: ['syslog'], over: 'period' },
    { kinds: ['accounting'], over: 'period' },
  ],
  selects: [{ records: ['login'] }],
  flows: null,
  evaluate: (view) => [...strangeLogins(view)].flatMap(([key, logins]) => hitOf(view, key, logins)),
  limits: limitsOf,
  otherExplanations: [
    'A jump host, VPN pool or workstation network that is missing from the register.',
    'An engineer on site, or one who went from router to router in an outage.',
    'Address translation hides the true source.',
  ],
  next: [
    'Run `show users` and `show ssh` on the device; ask the account named here by telephone.',
    'Look for the same address and account on all devices, and who gave the account its password.',
    'If another device is the source, look at that device first: it may be a relay.',
  ],
  sources: [AA25_239A, HARDENING, technique('T1021.004', 'SSH'), technique('T1078', 'Valid Accounts')],
  fleet: true,
};
