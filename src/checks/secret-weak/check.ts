import type { DeviceFacts, Secret, SecretStrength } from '../../model/device-facts.ts';
import type { Hit, Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from '../kit/contract.ts';
import { makeHit } from '../kit/hit.ts';
import { limit } from '../kit/limits.ts';
import { factProof } from '../kit/proof.ts';
import { accountOf, type SecretClass, secretClass } from '../kit/secret-use.ts';
import { shiftSeverity } from '../kit/severity.ts';
import { type Standing, standing } from '../kit/snapshots.ts';
import { AA25_239A, HARDENING, technique } from '../kit/sources.ts';
import { fixOfSecrets } from './fix.ts';

/** Why a storage type is not good enough; types that are good enough are absent. */
const WEAK: Readonly<Partial<Record<SecretStrength, string>>> = {
  plaintext: 'stands in plain text',
  reversible: 'can be turned back into the password by anybody who reads it',
  weak: 'is a hash that common tools try out quickly',
};

const SEVERITY: Readonly<Record<SecretClass, Severity>> = {
  login: 'high',
  aaa: 'medium',
  ipsec: 'medium',
  snmp: 'medium',
  routing: 'low',
  other: 'low',
};

/** SNMP communities are plain text by their nature: the check snmp-not-authpriv speaks of them. */
function isJudged(secret: Secret): boolean {
  return secret.use !== 'snmp community' && WEAK[secret.strength] !== undefined;
}

function weakOf(facts: DeviceFacts): { key: string; item: Secret }[] {
  return facts.secrets.filter(isJudged).map((item) => ({ key: `${item.use} type ${item.type}`, item }));
}

function hitOf(view: DeviceView, { key, seen, gone, first, last, absentAt }: Standing<Secret>): Hit {
  const { item } = seen.at(-1) as (typeof seen)[number];
  const account = accountOf(item);
  const notes: string[] = [];
  if (gone) notes.push('The newest configuration no longer has it; whoever took an older one still does.');
  if (absentAt !== null) notes.push('An older configuration does not have it.');
  // A hash still has to be guessed; a reversible form is the password.
  const softer = (item.strength === 'weak' ? -1 : 0) + (gone ? -1 : 0);
  return makeHit({
    key,
    title: `${view.device.id} keeps the secret of ${item.use} as type ${item.type}: it ${WEAK[item.strength]}`,
    severity: shiftSeverity(SEVERITY[secretClass(item)], softer),
    confidence: 'high',
    first,
    last,
    proof: seen.map(({ facts, item: each }) =>
      factProof(facts, each, {
        text: `${each.use}: <type ${each.type}, ${each.length} characters>`,
        shows: `the secret ${WEAK[each.strength]}`,
      }),
    ),
    accounts: account === null ? [] : [account],
    notes,
  });
}

/** Secrets stored in a form that gives them away (facts H31, H40 and 7.6; NSA on Cisco password types, 2022). */
export const check: Check = {
  id: 'secret-weak',
  asks: 'Does the configuration keep secrets in a form that gives them away?',
  title: 'secret stored in a weak form',
  class: 'weakness',
  severity: 'medium',
  attack: ['T1110.002', 'T1602.002'],
  subjects: ['router'],
  needs: [{ kinds: ['config'], areas: ['users', 'aaa', 'lines', 'crypto', 'routing'], over: 'snapshot' }],
  selects: [],
  flows: null,
  evaluate: (view) => standing(view, weakOf).map((group) => hitOf(view, group)),
  limits: (view) => {
    const unknown = view.configs.flatMap((facts) => facts.secrets).filter((s) => s.strength === 'unknown');
    if (unknown.length === 0) return [];
    const uses = [...new Set(unknown.map((s) => `${s.use} (type ${s.type})`))].sort().slice(0, 3).join(', ');
    const text = `The form of ${unknown.length} secrets is not known to us: ${uses}.`;
    const cheapest = 'Look up the type in the manual of the platform.';
    return [limit('platform-unknown', ['config'], { text, cheapest })];
  },
  fix: (_view, facts) => fixOfSecrets(facts, facts.secrets.filter(isJudged)),
  otherExplanations: [
    'The device is old and knows no better form.',
    'The secret is used nowhere else and the account is locked by an access class.',
  ],
  next: [
    'Change each secret named here, on every device that shares it (check secret-reused).',
    'Store secrets of users as type 8 (or 9), keys that the device must recover as type 6 with `key config-key password-encrypt`.',
    'Ask who has copies of this configuration: backup systems, tickets, mail.',
  ],
  sources: [
    HARDENING,
    AA25_239A,
    {
      title: 'NSA: Cisco Password Types, Best Practices (February 2022)',
      url: 'https://www.nsa.gov/Press-Room/News-Highlights/Article/Article/2938313/',
    },
    technique('T1110.002', 'Password Cracking'),
  ],
  fleet: false,
};
