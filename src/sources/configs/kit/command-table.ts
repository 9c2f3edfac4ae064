import { isWord } from './command-words.ts';

/**
 * True when the words of a command are those of a pattern, each at least as long as the part before `|`:
 * `sh|ow run|ning-config` fits `sh run` and `show running`. Further words may follow.
 */
export function fits(words: readonly string[], pattern: string): boolean {
  return pattern.split(' ').every((part, i) => fitsWord(words[i], part));
}

function fitsWord(word: string | undefined, part: string): boolean {
  const bar = part.indexOf('|');
  const full = part.replace('|', '');
  return isWord(word, full, bar < 0 ? full.length : bar);
}

/** The value of the first pattern that the words of a command fit; null when none does. */
export function findCommand<T>(words: readonly string[], table: readonly (readonly [string, T])[]): T | null {
  return table.find(([pattern]) => fits(words, pattern))?.[1] ?? null;
}
