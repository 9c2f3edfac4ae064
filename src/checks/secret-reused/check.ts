import type { DeviceFacts, Secret } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { factProof } from '../kit/proof.ts';
import { accountOf, type SecretClass, secretClass } from '../kit/secret-use.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing } from '../kit/snapshots.ts';
import { AA25_239A, HARDENING } from '../kit/sources.ts';

/**
 * Classes that are judged, with the number of devices from which sharing says something. Keys between routing neighbours
 * are shared by design and are left out; two ends of an IPsec tunnel share theirs.
 */
const FROM: Readonly<Partial<Record<SecretClass, number>>> = { login: 2, snmp: 2, aaa: 2, ipsec: 3 };

const SEVERITY: Readonly<Partial<Record<SecretClass, Severity>>> = {
  login: 'medium',
  snmp: 'medium',
  aaa: 'low',
  ipsec: 'low',
};

function sharedOf(view: DeviceView, facts: DeviceFacts): { key: string; item: Secret }[] {
  return facts.secrets
    .filter((secret) => {
      const least = FROM[secretClass(secret)];
      const holders = view.fleet.secretHolders(secret.group);
      if (least === undefined || holders.length < least || secret.length === 0) return false;
      // One key for the AAA servers of the whole fleet is one fact, not one for each device: the first by name tells it.
      return told(secret) || holders[0] === view.device.id;
    })
    .map((item) => ({ key: `${secretClass(item)} ${item.group.slice(0, 16)}`, item }));
}

function told(secret: Secret): boolean {
  const sort = secretClass(secret);
  return sort !== 'aaa' && sort !== 'ipsec';
}

function listed(devices: readonly string[]): string {
  const shown = devices.slice(0, 6).join(', ');
  return devices.length > 6 ? `${shown} and ${devices.length - 6} more` : shown;
}

function notesOf(secret: Secret, gone: boolean): string[] {
  const notes: string[] = [];
  if (secretClass(secret) === 'aaa')
    notes.push('Most carriers share this key across the fleet. It matters once one configuration was taken.');
  if (secret.strength === 'reversible' || secret.strength === 'plaintext')
    notes.push('Whoever reads one of the configurations has the secret of all of them.');
  if (gone) notes.push('The newest configuration of this device no longer has it.');
  return notes;
}

function hitOf(view: DeviceView, { key, seen, gone, first, last }: Standing<Secret>): Hit {
  const { item } = seen.at(-1) as (typeof seen)[number];
  const holders = view.fleet.secretHolders(item.group);
  const others = holders.filter((device) => device !== view.device.id);
  const open = item.strength === 'reversible' || item.strength === 'plaintext';
  const sort = secretClass(item);
  const uses = [...new Set(seen.map((s) => s.item.use))].sort().join(', ');
  const accounts = seen.map((s) => accountOf(s.item)).filter((name) => name !== null);
  return makeHit({
    key,
    title: `${view.device.id} shares the secret of ${uses} with ${listed(others)}`,
    severity: shiftSeverity(SEVERITY[sort] ?? 'low', (open && sort === 'login' ? 1 : 0) - (gone ? 1 : 0)),
    confidence: 'high',
    first,
    last,
    proof: seen.map(({ facts, item: each }) =>
      factProof(facts, each, {
        text: `${each.use}: <type ${each.type}, ${each.length} characters>`,
        shows: `the same secret stands on ${holders.length} devices`,
      }),
    ),
    accounts: [...new Set(accounts)].sort(),
    notes: notesOf(item, gone),
  });
}

/** One secret on several devices: taking one configuration opens all of them (facts 7.6, check 27). */
export const check: Check = {
  id: 'secret-reused',
  asks: 'Does this device share a secret with other devices? (Keys of AAA servers and IPsec are told once for each group, on its first device.)',
  title: 'one secret on several devices',
  class: 'weakness',
  severity: 'medium',
  attack: ['T1078', 'T1602.002'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['users', 'aaa', 'lines', 'snmp', 'crypto'], over: 'snapshot' }],
  selects: [],
  flows: null,
  evaluate: (view) => standing(view, (facts) => sharedOf(view, facts)).map((group) => hitOf(view, group)),
  limits: (view) => {
    const others = view.fleet.devices.some(
      ({ id }) => id !== view.device.id && view.fleet.snapshots(id).some((facts) => facts.hasConfig),
    );
    if (others) return [];
    const text = 'There is no configuration of another device to compare with.';
    return [
      limit('needs-baseline', ['config'], { text, cheapest: 'Add the configurations of other devices.' }),
    ];
  },
  otherExplanations: [
    'The carrier gives all devices the same emergency account or key on purpose.',
    'A device was replaced, and the new one took over the configuration of the old one.',
  ],
  next: [
    'Treat every device named here as opened once one of their configurations was taken.',
    'Change the secret on all of them at the same time, and give each device its own.',
    'For keys of AAA servers: change them on the servers and the devices in one window, type 6 on the devices.',
  ],
  sources: [HARDENING, AA25_239A],
  fleet: true,
};
