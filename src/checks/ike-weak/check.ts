import type { CryptoPart } from '../../model/crypto-use.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Check } from '../kit/contract.ts';
import { hardeningCheck, type Weakness } from '../kit/hardening.ts';
import { unknownWords, usesIn, weakGroups } from '../kit/weak-crypto.ts';
import { fixOfIke } from './fix.ts';

/** Shorter keys can be found by trying, from one recorded exchange. */
const SHORTEST_KEY = 16;

/** What a policy of the first version must name: the defaults of old releases are DES, SHA-1 and group 1. */
const ASKED: readonly (readonly [CryptoPart, string])[] = [
  ['cipher', 'cipher'],
  ['mac', 'hash'],
  ['group', 'group'],
];

function shortKeys(facts: DeviceFacts): readonly Weakness[] {
  const short = facts.secrets.filter(
    ({ use, strength, length }) =>
      use === 'ike' && (strength === 'plaintext' || strength === 'reversible') && length < SHORTEST_KEY,
  );
  const [first] = short;
  if (!first) return [];
  const lengths = short.map(({ length }) => length).sort((a, b) => a - b);
  return [
    {
      key: 'pre-shared key',
      says: `has ${short.length} pre-shared keys of IKE that are short (from ${lengths[0]} characters)`,
      at: first,
      text: `pre-shared key: <type ${first.type}, ${first.length} characters>`,
      step: -1,
    },
  ];
}

function weaknesses(facts: DeviceFacts): readonly Weakness[] {
  return [
    ...weakGroups(
      usesIn(facts, 'ike', 'ipsec'),
      ({ subject, area }) => subject || area,
      (subject, words) => `has ${subject} with ${words}, which no longer protects`,
    ),
    ...shortKeys(facts),
  ];
}

function unsaid(facts: DeviceFacts): string | null {
  const uses = usesIn(facts, 'ike');
  for (const subject of new Set(uses.map((use) => use.subject))) {
    if (!subject.startsWith('isakmp policy ')) continue;
    const missing = ASKED.filter(
      ([part]) => !uses.some((use) => use.subject === subject && use.part === part),
    );
    if (missing.length > 0)
      return `${subject} names no ${missing.map(([, word]) => word).join(', no ')}: the default of old releases is weak, that of new ones is not.`;
  }
  const ipsec = facts.tunnels.some(({ mode, shutdown }) => !shutdown && mode.includes('ipsec'));
  return ipsec && usesIn(facts, 'ike', 'ipsec').length === 0
    ? 'There are tunnels with IPsec, and no line names a proposal: those of the release hold.'
    : null;
}

/** Proposals of IKE and IPsec that no longer protect (hardening guidance of December 2024; facts H13, H23 and 7). */
export const check: Check = hardeningCheck({
  id: 'ike-weak',
  asks: 'Does a tunnel of this device rest on ciphers, hashes, groups or keys that no longer protect?',
  title: 'weak IKE or IPsec',
  severity: 'medium',
  attack: ['T1557', 'T1040'],
  areas: ['crypto'],
  weaknesses,
  open: (facts) =>
    unsaid(facts) ?? unknownWords(usesIn(facts, 'ike', 'ipsec'), ['cipher', 'mac', 'prf', 'group']),
  cheapest:
    'Run `show crypto isakmp policy`, `show crypto ikev2 proposal` and `show crypto ipsec transform-set`.',
  fix: fixOfIke,
  otherExplanations: [
    'The far end is a partner whose device knows nothing better.',
    'The proposal is left over: no tunnel takes it.',
  ],
  next: [
    'Run `show crypto ikev2 sa detailed`, `show crypto isakmp sa detail` and `show crypto ipsec sa` on the device: what is in use?',
    'Agree on a new proposal with the far end, then set it at both ends in one window.',
    'Look who else knows the pre-shared keys: checks secret-weak and secret-reused.',
  ],
  sources: [
    { title: 'RFC 8247: Algorithms for IKEv2', url: 'https://www.rfc-editor.org/rfc/rfc8247' },
    { title: 'RFC 8221: Algorithms for ESP and AH', url: 'https://www.rfc-editor.org/rfc/rfc8221' },
    { title: 'RFC 9395: Deprecation of IKEv1', url: 'https://www.rfc-editor.org/rfc/rfc9395' },
  ],
});
