import type { CryptoPart, CryptoUse } from '../../model/crypto-use.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { gradeCrypto } from '../kit/crypto-grades.ts';
import type { Fix } from '../kit/fix.ts';
import { iosFix } from '../kit/ios.ts';
import { failsOf, usesIn } from '../kit/weak-crypto.ts';

/** How IOS writes a part of a block, and what to take where nothing good stands in it. */
type Words = ReadonlyMap<CryptoPart, readonly [word: string, best: string]>;

const BLOCKS: readonly (readonly [kind: string, words: Words])[] = [
  [
    'isakmp policy ',
    new Map([
      ['cipher', ['encr', 'aes 256']],
      ['mac', ['hash', 'sha512']],
      ['group', ['group', '16']],
    ]),
  ],
  [
    'ikev2 proposal ',
    new Map([
      ['cipher', ['encryption', 'aes-cbc-256']],
      ['mac', ['integrity', 'sha512']],
      ['prf', ['prf', 'sha512']],
      ['group', ['group', '20']],
    ]),
  ],
  ['ipsec profile ', new Map([['group', ['set pfs', 'group20']]])],
  ['crypto map ', new Map([['group', ['set pfs', 'group20']]])],
];

interface Change {
  readonly lines: readonly string[];
  readonly back: readonly string[];
}

function changeOf(subject: string, uses: readonly CryptoUse[]): Change {
  if (subject.startsWith('transform-set ')) return transform(subject, uses);
  const [kind, words] = BLOCKS.find(([start]) => subject.startsWith(start)) ?? [];
  if (!kind || !words) return { lines: [], back: [] };
  const head = kind === 'crypto map ' ? `${subject} ipsec-isakmp` : `crypto ${subject}`;
  const parts = new Set(failsOf(uses).map(({ use }) => use.part));
  const set = [...words].filter(([part]) => parts.has(part));
  return {
    lines: [head, ...set.map(([part, [word, best]]) => ` ${word} ${goodOf(uses, part) || best}`)],
    back: [
      head,
      ...set.map(([part, [word]]) => ` ${word} ${wordsOf(uses.filter((use) => use.part === part))}`),
    ],
  };
}

/** Groups stand as `group14` in facts; blocks of IKE write the number alone. */
function wordsOf(uses: readonly CryptoUse[]): string {
  return uses.map(({ value, area }) => (area === 'ike' ? value.replace(/^group/, '') : value)).join(' ');
}

function goodOf(uses: readonly CryptoUse[], part: CryptoPart): string {
  return wordsOf(uses.filter((use) => use.part === part && gradeCrypto(use)?.grade !== 'fail'));
}

function transform(subject: string, uses: readonly CryptoUse[]): Change {
  const was = uses.map(({ value }) => value).join(' ');
  return {
    lines: [`crypto ipsec ${subject} esp-aes 256 esp-sha512-hmac`],
    back: [`crypto ipsec ${subject} ${was}`],
  };
}

/** Takes the weak words out of each proposal, and puts one of the guidance in where none is left. */
export function fixOfIke(facts: DeviceFacts): Fix | null {
  const uses = usesIn(facts, 'ike', 'ipsec');
  const subjects = [...new Set(failsOf(uses).map(({ use }) => use.subject))];
  const changes = subjects.map((subject) =>
    changeOf(
      subject,
      uses.filter((use) => use.subject === subject),
    ),
  );
  return iosFix(facts, {
    lines: changes.flatMap(({ lines }) => lines),
    back: changes.flatMap(({ back }) => back),
    first: [
      'The far end of each tunnel takes the new words, and changes in the same window: tunnels that agree on nothing stay down.',
      'You do not reach this device through one of these tunnels alone.',
      'Where a transform set has `mode transport`, enter it again below its line.',
      'Short pre-shared keys change at both ends too; they are not in these lines.',
    ],
    afterwards: ['show crypto ikev2 sa detailed', 'show crypto isakmp sa detail', 'show crypto ipsec sa'],
    mayCut: true,
  });
}
