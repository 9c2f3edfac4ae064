import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Check } from '../kit/contract.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { listNames } from '../kit/outside.ts';
import { ALIKE } from '../kit/platforms.ts';

/** Accounts that a platform cannot be without. */
const BUILT_IN: Readonly<Record<string, string>> = { junos: 'root' };

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  const out: Weakness[] = [];
  const users = facts.users.filter(({ name }) => name !== BUILT_IN[facts.platform]);
  const names = users.map(({ name }) => name).sort();
  const second = users[1];
  if (second)
    out.push({
      key: 'several',
      says: `has ${names.length} local accounts (${listNames(names)}), where one for emergencies is enough`,
      at: second,
      text: `username ${second.name}`,
    });
  if (facts.aaaServers.length === 0 && names.length > 0)
    out.push({
      key: 'daily',
      says: `lets people in by local accounts alone (${listNames(names)}): it names no AAA server`,
      at: null,
      text: 'no TACACS+ or RADIUS server stands there',
    });
  return out;
}

/** Local accounts beyond the one for emergencies (hardening guidance of December 2024; facts H33 and H36). */
export const check: Check = hardeningCheck({
  id: 'local-accounts',
  asks: 'Does this device have more local accounts than the one for emergencies, or rely on them?',
  title: 'more local accounts than needed',
  severity: 'low',
  attack: ['T1078.003', 'T1136.001'],
  areas: ['users', 'aaa'],
  platforms: ALIKE,
  weaknesses,
  open: () => null,
  cheapest: 'Run `show running-config | include ^username` and ask for the owner of each account.',
  // Which account is the one to keep, only its owner knows.
  fix: () => null,
  otherExplanations: [
    'A migration to new AAA servers goes on.',
    'An automation account has to work while the AAA servers do not answer.',
  ],
  next: [
    'Find the owner of each account; an account that nobody knows is a finding of its own.',
    'Keep one account with a strong secret in a safe, change the secret after each use, and remove the others: `no username NAME`.',
    'Look in accounting for logins to local accounts while the AAA servers answered.',
  ],
  sources: [],
});
