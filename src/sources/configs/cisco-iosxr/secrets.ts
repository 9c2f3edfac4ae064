import type { SecretStrength } from '../../../model/device-facts.ts';
import { gradeType, readWritten, written } from '../kit/cisco-secrets.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';

/** Words that stand where IOS writes a number: `encrypted` is the obfuscation of type 7, `clear` is none. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['encrypted', '7'],
  ['clear', '0'],
  ['password', '7'],
]);
/** Hashes that stand without a number, as on the host system. */
const HASHES = [
  ['$1$', '5'],
  ['$6$', '10'],
] as const;
const MARKS = new Set(['type7', '$cisco$']);

/** Reads `[number|encrypted|clear] text`; a number may have two digits (`secret 10 $6$…`). Null when there is none. */
export function readXr(words: readonly string[], from: number): WrittenSecret | null {
  const first = words[from];
  if (first === undefined || MARKS.has(first)) return null;
  const next = words[from + 1];
  if (next !== undefined && /^\d{1,2}$/.test(first)) return written(first, next);
  const said = WORDS.get(first);
  if (said !== undefined && next !== undefined) return written(said, next);
  // The sweep steps over `encrypted` before it asks.
  if (words[from - 1] === 'encrypted') return written('7', first);
  const plain = readWritten(words, from);
  const hash = HASHES.find(([prefix]) => plain?.text.startsWith(prefix));
  return plain && hash ? { type: hash[1], text: plain.text } : plain;
}

/** Type 10 is SHA-512 of crypt, `secret 8` and `9` are those of IOS (IOS XR system security command reference, `secret`). */
function grade(type: string, purpose: 'password' | 'key'): SecretStrength {
  return type === '10' ? 'acceptable' : gradeType(type, purpose);
}

/** How IOS XR writes secrets. */
export const SECRETS: SecretForms = { written: readXr, grade };
