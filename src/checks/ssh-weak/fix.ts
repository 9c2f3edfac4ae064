import type { CryptoPart } from '../../model/crypto-use.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { gradeCrypto } from '../kit/crypto-grades.ts';
import type { Fix } from '../kit/fix.ts';
import { iosFix } from '../kit/ios.ts';
import { serverUses } from './choices.ts';

/** The word of IOS for each list, and what to take where nothing good stands in it. */
const LISTS: readonly (readonly [CryptoPart, string, string])[] = [
  ['key-exchange', 'kex', 'ecdh-sha2-nistp384'],
  ['cipher', 'encryption', 'aes256-ctr'],
  ['mac', 'mac', 'hmac-sha2-512 hmac-sha2-256'],
];

/** Version 2 only, lists without the weak words (the strongest first), and a least group of 4096 bits. */
export function fixOfSsh(facts: DeviceFacts): Fix | null {
  const uses = serverUses(facts);
  const was = (part: CryptoPart): readonly string[] =>
    uses.filter((use) => use.part === part && use.subject === '').map(({ value }) => value);
  const good = (part: CryptoPart): readonly string[] => {
    const graded = uses
      .filter((use) => use.part === part && use.subject === '')
      .map((use) => ({ value: use.value, grade: gradeCrypto(use)?.grade }));
    const accepted = graded.filter(({ grade }) => grade === 'accept');
    return [...accepted, ...graded.filter(({ grade }) => grade === 'warn')].map(({ value }) => value);
  };
  const lists = LISTS.map(([part, word, best]) => ({
    line: `ip ssh server algorithm ${word} ${good(part).join(' ') || best}`,
    back:
      was(part).length > 0
        ? `ip ssh server algorithm ${word} ${was(part).join(' ')}`
        : `default ip ssh server algorithm ${word}`,
  }));
  const hosts = good('signature');
  const version = was('version')[0];
  const least = uses.find((use) => use.subject === 'dh min')?.value;
  return iosFix(facts, {
    lines: [
      'ip ssh version 2',
      'ip ssh dh min size 4096',
      ...lists.map(({ line }) => line),
      ...hostKeys(hosts),
    ],
    back: [
      version ? `ip ssh version ${version}` : 'no ip ssh version',
      least ? `ip ssh dh min size ${least}` : 'no ip ssh dh min size',
      ...lists.map(({ back }) => back),
      ...(hosts.length > 0 ? [`ip ssh server algorithm hostkey ${was('signature').join(' ')}`] : []),
    ],
    first: [
      'A second session is open, and the clients of people, backup and scripts know these algorithms.',
      'The key of RSA has 3072 bits or more: `show crypto key mypubkey rsa`.',
      'The release knows each word: type `ip ssh server algorithm kex ?` and the others first.',
    ],
    afterwards: ['show ip ssh', 'Log in from another session before you leave this one.'],
    mayCut: true,
  });
}

function hostKeys(words: readonly string[]): readonly string[] {
  return words.length > 0 ? [`ip ssh server algorithm hostkey ${words.join(' ')}`] : [];
}
