import type { SecretStrength } from '../../../model/device-facts.ts';
import { gradeHash } from '../kit/crypt-strength.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';

const STRENGTHS: Readonly<Record<string, SecretStrength>> = {
  plaintext: 'plaintext',
  des: 'weak',
  encrypted: 'reversible',
};

/**
 * How PAN-OS writes secrets: hashes of the crypt form, and texts enciphered with a master key that is the same on all
 * devices until somebody changes it.
 */
export const PAN_SECRETS: SecretForms = {
  written,
  grade: (type) => STRENGTHS[type] ?? gradeHash(type) ?? 'unknown',
};

function written(words: readonly string[], from: number): WrittenSecret | null {
  const text = words[from]?.replaceAll('"', '') ?? '';
  // Exports for others have stars where the secret was.
  if (text === '' || /^\*+$/.test(text)) return null;
  return { type: typeOf(text), text };
}

function typeOf(text: string): string {
  const crypt = /^\$[156]\$/.exec(text);
  if (crypt) return crypt[0];
  if (/^-A[A-Za-z0-9+/]{1,4}==?[A-Za-z0-9+/=]{16,}$/.test(text)) return 'encrypted';
  return 'plaintext';
}

/** The type of a password hash: the old form of crypt is thirteen characters long. */
export function hashOf(words: readonly string[]): WrittenSecret | null {
  const found = written(words, 0);
  if (found?.type !== 'plaintext') return found;
  return { ...found, type: /^[A-Za-z0-9./]{13}$/.test(found.text) ? 'des' : 'unknown' };
}
