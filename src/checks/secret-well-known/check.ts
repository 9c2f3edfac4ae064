import type { DeviceFacts, Secret } from '../../model/device-facts.ts';
import { guardOf } from '../kit/acl.ts';
import type { Check } from '../kit/contract.ts';
import type { Fix } from '../kit/fix.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { iosFix } from '../kit/ios.ts';
import { listNames, outsideInterfaces } from '../kit/outside.ts';
import { accountOf, secretClass } from '../kit/secret-use.ts';

/** Communities are the business of snmp-not-authpriv. */
function isAsked({ use }: Secret): boolean {
  return use !== 'snmp community';
}

/** Only where the device or we can turn a secret back does its text tell what it is. */
function isOpaque({ strength }: Secret): boolean {
  return strength !== 'plaintext' && strength !== 'reversible';
}

/** True where strangers can come to the login: an outside interface, and a terminal line without a guard. */
function loginIsOpen(facts: DeviceFacts): boolean {
  const lines = facts.lines.filter(({ kind }) => kind === 'vty');
  return (
    outsideInterfaces(facts).length > 0 && lines.some((line) => guardOf(facts, line.accessIn) !== 'guards')
  );
}

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  return facts.secrets
    .filter((secret) => secret.wellKnown && isAsked(secret))
    .map((secret) => {
      const atOnce = secretClass(secret) === 'login' && loginIsOpen(facts);
      return {
        key: secret.use,
        says: `has a secret for ${secret.use} that makers ship or that every word list begins with`,
        at: secret,
        text: `${secret.use}: <type ${secret.type}, ${secret.length} characters>`,
        step: atOnce ? 1 : 0,
        notes: atOnce
          ? ['Strangers can reach the login: an outside interface, and no access list on a line.']
          : [],
      };
    });
}

function fix(facts: DeviceFacts): Fix | null {
  const secrets = facts.secrets.filter((secret) => secret.wellKnown && isAsked(secret));
  const users = secrets.flatMap((secret) => {
    const user = facts.users.find(({ name }) => name === accountOf(secret));
    return user ? [user] : [];
  });
  const enable = secrets.some(({ use }) => use === 'enable');
  return iosFix(facts, {
    lines: [
      ...users.flatMap(({ name, privilege }) => [
        `no username ${name}`,
        `username ${name} privilege ${privilege ?? 1} algorithm-type sha256 secret <NEW SECRET>`,
      ]),
      ...(enable ? ['no enable password', 'enable algorithm-type sha256 secret <NEW SECRET>'] : []),
    ],
    back: [],
    first: [
      'Have a second session open with all rights, and a new secret that is used nowhere else.',
      'A secret that others share (servers, peers) must change at both ends at once; those are not in these lines.',
    ],
    afterwards: ['Log in with the new secret in another session before you leave this one.'],
    mayCut: true,
  });
}

/** Secrets that anybody tries first (hardening guidance of December 2024; facts H24). */
export const check: Check = hardeningCheck({
  id: 'secret-well-known',
  asks: 'Does this device have a secret that anybody would try first?',
  title: 'well-known secret',
  severity: 'medium',
  attack: ['T1078.001', 'T1110.001'],
  areas: ['users', 'aaa', 'lines', 'crypto', 'routing'],
  weaknesses,
  open: (facts) => {
    const hidden = facts.secrets.filter((secret) => isAsked(secret) && isOpaque(secret));
    if (hidden.length === 0) return null;
    const uses = [...new Set(hidden.map(({ use }) => use))].sort();
    return `These secrets stand as hashes or encrypted, and do not show whether they are well known: ${listNames(uses)}.`;
  },
  cheapest: 'Ask the owner of each account, or set new secrets out of a generator.',
  fix,
  otherExplanations: [
    'The device serves as a lab, or the line is left from its first set-up and reached by nothing.',
  ],
  next: [
    'Change the secret now, and look for logins with it in accounting and in the log.',
    'Look where else it is used: check secret-reused.',
  ],
  sources: [
    {
      title: 'NSA: Cisco Password Types: Best Practices (February 2022)',
      url: 'https://media.defense.gov/2022/Feb/17/2002940795/-1/-1/0/CSI_CISCO_PASSWORD_TYPES_BEST_PRACTICES_20220217.PDF',
    },
  ],
});
