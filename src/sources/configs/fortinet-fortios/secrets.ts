import { Buffer } from 'node:buffer';
import { createDecipheriv } from 'node:crypto';
import type { SecretStrength } from '../../../model/device-facts.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';

// The key that every FortiOS uses unless `private-data-encryption` is on (CVE-2019-6693): it hides, it does not protect.
const SHARED_KEY = 'Mary had a littl';
const HASHES: Readonly<Record<string, string>> = { AK1: 'ENC AK1', SH2: 'ENC SH2', PB2: 'ENC PB2' };

const STRENGTHS: Readonly<Record<string, SecretStrength>> = {
  plaintext: 'plaintext',
  ENC: 'reversible',
  'ENC AK1': 'weak',
  'ENC SH2': 'weak',
  'ENC PB2': 'strong',
};

/**
 * How FortiOS writes secrets: in clear, or behind `ENC` as a hash of an administrator's password (AK1: SHA-1, SH2: one
 * round of SHA-256, PB2: PBKDF2) or enciphered with a key that all devices share.
 */
export const FORTI_SECRETS: SecretForms = {
  written,
  grade: (type) => STRENGTHS[type] ?? 'unknown',
};

function written(words: readonly string[], from: number): WrittenSecret | null {
  const first = (words[from] ?? '').replaceAll('"', '');
  if (first === '' || first === "''" || /^\*+$/.test(first)) return null;
  if (first !== 'ENC') return { type: 'plaintext', text: first };
  const text = words[from + 1];
  if (text === undefined || /^\*+$/.test(text)) return null;
  const hash = HASHES[text.slice(0, 3)];
  if (hash) return { type: hash, text };
  return { type: 'ENC', text: uncover(text) ?? text };
}

/** Undoes the cipher with the shared key; null when the text is of another form or under another key. */
export function uncover(text: string): string | null {
  if (text.length > 4096 || !/^[A-Za-z0-9+/]{20,}={0,2}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length % 16 !== 4) return null;
  const iv = Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(12)]);
  const cipher = createDecipheriv('aes-128-cbc', SHARED_KEY, iv).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(bytes.subarray(4)), cipher.final()]).toString('latin1');
  const end = plain.indexOf('\u0000');
  const secret = end < 0 ? '' : plain.slice(0, end);
  return /^[\u0020-\u007e]+$/.test(secret) ? secret : null;
}
