import type { CryptoPart, CryptoUse } from '../../model/crypto-use.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { type GradedCrypto, gradeCrypto } from './crypto-grades.ts';
import type { Weakness } from './hardening.ts';

/** A choice that fails, with its judgement. */
export interface FailedUse {
  readonly use: CryptoUse;
  readonly graded: GradedCrypto;
}

/** The choices that fail. */
export function failsOf(uses: readonly CryptoUse[]): readonly FailedUse[] {
  return uses.flatMap((use) => {
    const graded = gradeCrypto(use);
    return graded?.grade === 'fail' ? [{ use, graded }] : [];
  });
}

/** Words of choices that we cannot judge, in one sentence; null when we know them all. */
export function unknownWords(uses: readonly CryptoUse[], parts: readonly CryptoPart[]): string | null {
  const words = uses.filter((use) => parts.includes(use.part) && gradeCrypto(use) === null);
  if (words.length === 0) return null;
  const some = [...new Set(words.map(({ part, value }) => `${part} ${value.slice(0, 60)}`))].sort();
  return `We do not know how strong these are: ${some.slice(0, 6).join(', ')}.`;
}

/** One weakness for each `groupOf` among the failed choices; `says` gets the words, joined by commas. */
export function weakGroups(
  uses: readonly CryptoUse[],
  groupOf: (use: CryptoUse) => string,
  says: (group: string, words: string) => string,
): readonly Weakness[] {
  return [...Map.groupBy(failsOf(uses), ({ use }) => groupOf(use))].map(([group, fails]) => {
    const words = [...new Set(fails.map(({ use }) => use.value))];
    const sources = [...new Set(fails.map(({ graded }) => graded.source.title))];
    const [first] = fails as [FailedUse];
    return {
      key: group,
      says: says(group, words.slice(0, 12).join(', ')),
      at: first.use,
      text: words.slice(0, 12).join(' '),
      notes: [`Judged by: ${sources.join('; ')}.`],
    };
  });
}

/** The choices of some areas. */
export function usesIn(facts: DeviceFacts, ...areas: readonly CryptoUse['area'][]): readonly CryptoUse[] {
  return facts.crypto.filter(({ area }) => areas.includes(area));
}
