import type { SecretStrength } from '../../../model/device-facts.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';
import { decodeNine } from './nine.ts';

const TYPED = /^(\$(?:\d{1,2}|sha1|2[aby])\$)./;

/** Strength of a secret by the prefix that Junos writes (facts 7.6): `$9$` hides and does not protect. */
const STRENGTHS: ReadonlyMap<string, SecretStrength> = new Map([
  ['$1$', 'weak'],
  ['$sha1$', 'weak'],
  ['$5$', 'strong'],
  ['$6$', 'strong'],
  ['$9$', 'reversible'],
  ['0', 'plaintext'],
]);

/** Reads one word, with or without quotes, as a secret. */
export function writtenSecret(word: string): WrittenSecret {
  const text = word.replace(/^"|";?$/g, '');
  const type = TYPED.exec(text)?.[1] ?? '0';
  return { type, text: type === '$9$' ? (decodeNine(text) ?? text) : text };
}

/** True for what archives of configurations write where a secret stood: `<secret removed>`, `<hidden>`. */
export function isRemoved(word: string): boolean {
  return /^"?(?:<(?:secret|removed|hidden|redacted|masked|snip)|\*{3,}|\[?(?:removed|redacted)\b)/i.test(
    word,
  );
}

/** True for a word that can be nothing but a secret. */
export function isTyped(word: string): boolean {
  return TYPED.test(word);
}

function grade(type: string, purpose: 'password' | 'key'): SecretStrength {
  // AES under the master password: the device itself can undo it, as it must for keys.
  if (type === '$8$') return purpose === 'key' ? 'acceptable' : 'reversible';
  return STRENGTHS.get(type) ?? 'unknown';
}

/** How Junos writes secrets. */
export const SECRET_FORMS: SecretForms = {
  written: (words, from) => {
    const word = words[from];
    return word === undefined || word === '' ? null : writtenSecret(word);
  },
  grade,
};
