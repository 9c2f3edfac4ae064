import type { SecretStrength } from '../../../model/device-facts.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';

const KINDS = new Set(['cipher', 'irreversible-cipher', 'simple', 'plain', 'plain-text']);
/** Marks in which VRP encloses what it has encrypted; blanks may stand between them. */
const MARKS = ['%^%#', '%$%$', '%@%@', '%#%#', '@%@%', '%+%#'];
const STRENGTHS: Readonly<Record<string, SecretStrength>> = {
  'irreversible-cipher': 'strong',
  cipher: 'reversible',
  simple: 'plaintext',
  plain: 'plaintext',
  'plain-text': 'plaintext',
  '0': 'plaintext',
};

/** Reads `[cipher|irreversible-cipher|simple] TEXT`; an enclosed text runs to its closing mark. */
export function writtenSecret(words: readonly string[], from: number): WrittenSecret | null {
  const kind = words[from] ?? '';
  const typed = KINDS.has(kind) && words[from + 1] !== undefined;
  const at = typed ? from + 1 : from;
  const first = words[at];
  if (first === undefined) return null;
  const mark = MARKS.find((each) => first.startsWith(each));
  if (mark === undefined) return { type: typed ? kind : formOf(first), text: first };
  const text = words.slice(at).join(' ');
  const end = text.indexOf(mark, mark.length);
  return {
    type: typed ? kind : 'cipher',
    text: end < 0 ? first : text.slice(0, end + mark.length),
  };
}

/** Hashes name their own kind even where no word does. */
const formOf = (text: string): string => (/^\$1[a-z]\$/.test(text) ? 'irreversible-cipher' : '0');

/**
 * How VRP writes secrets: `irreversible-cipher` is a salted hash, `cipher` is AES or, on old releases, DES with a key that
 * every device has; `simple` is the text itself (facts, section 7.6).
 */
export const vrpSecrets: SecretForms = {
  written: writtenSecret,
  grade: (type) => STRENGTHS[type] ?? 'unknown',
};
