import type { SecretStrength } from '../../../model/device-facts.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';

const MARKS = new Set(['hash', 'hash2', 'custom']);
const INSIDE = /^(.+) (hash2?|custom)$/;
const STRENGTHS: Readonly<Record<string, SecretStrength>> = {
  '0': 'plaintext',
  hash: 'reversible',
  hash2: 'reversible',
  custom: 'reversible',
  bcrypt: 'acceptable',
  pbkdf2: 'strong',
  $1$: 'weak',
  $5$: 'strong',
  $6$: 'strong',
};

function typeOf(text: string): string {
  if (/^\$2[abxy]?\$/.test(text)) return 'bcrypt';
  if (/^\$pbkdf2|^pbkdf2/i.test(text)) return 'pbkdf2';
  const crypt = /^\$[156]\$/.exec(text);
  return crypt ? crypt[0] : '0';
}

/** A word without the quotes that a statement which nobody cut still has. */
const bare = (word: string | undefined): string => (word ?? '').replace(/^"|"$/g, '');

/** Reads `TEXT [hash|hash2|custom]`, or the same in one quoted word as MD-CLI writes it. Null when no word is there. */
export function writtenSecret(words: readonly string[], from: number): WrittenSecret | null {
  const text = bare(words[from]);
  if (text === '') return null;
  const inside = INSIDE.exec(text);
  if (inside) return { type: inside[2] as string, text: inside[1] as string };
  const mark = bare(words[from + 1]);
  return { type: MARKS.has(mark) ? mark : typeOf(text), text };
}

/**
 * How SR OS writes secrets. `hash` and `hash2` hide with a key that every node has and can be turned back; passwords of
 * users are bcrypt or PBKDF2 from release 16 on (facts, section 7.6).
 */
export const srosSecrets: SecretForms = {
  written: writtenSecret,
  grade: (type) => STRENGTHS[type] ?? 'unknown',
};
