import type { SecretStrength } from '../../../model/device-facts.ts';

// The constant that every Cisco device uses for type 7; it hides, it does not protect.
const PAD = 'dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87';

/** Undoes the obfuscation of type 7; null when the text is not of that form. */
export function decodeType7(text: string): string | null {
  if (text.length < 4 || text.length % 2 !== 0 || !/^\d\d[0-9A-Fa-f]+$/.test(text)) return null;
  const seed = Number(text.slice(0, 2));
  if (seed > 52) return null;
  let plain = '';
  for (let i = 2; i < text.length; i += 2) {
    const pad = PAD.charCodeAt((seed + i / 2 - 1) % PAD.length);
    plain += String.fromCharCode(Number.parseInt(text.slice(i, i + 2), 16) ^ pad);
  }
  return plain;
}

const STRENGTHS: Readonly<Record<string, SecretStrength>> = {
  '0': 'plaintext',
  '4': 'weak',
  '5': 'weak',
  '6': 'acceptable',
  '7': 'reversible',
  '8': 'strong',
  '9': 'acceptable',
};

/**
 * Strength of an IOS secret type (NSA, Cisco Password Types: Best Practices, February 2022). Type 6 is reversible by
 * design; it is acceptable for keys, which the device must recover, and not for passwords.
 */
export function gradeType(type: string, purpose: 'password' | 'key'): SecretStrength {
  if (type === '6' && purpose === 'password') return 'reversible';
  return STRENGTHS[type] ?? 'unknown';
}

/** A secret as it stands in words of a statement. */
export interface WrittenSecret {
  readonly type: string;
  readonly text: string;
}

/** Reads `[type] text`; the text runs to the end when `whole`. The text of type 7 is decoded. Null when absent. */
export function readWritten(words: readonly string[], from: number, whole = false): WrittenSecret | null {
  const first = words[from];
  if (first === undefined) return null;
  const typed = /^\d$/.test(first) && words[from + 1] !== undefined;
  const at = typed ? from + 1 : from;
  const type = typed ? first : '0';
  // Only what a person typed may hold blanks; settings may follow a hash or a quoted key.
  if (whole && type === '0') return written(type, quotedIn(words.slice(at).join(' ')));
  return written(type, words[at] as string);
}

function quotedIn(text: string): string {
  const end = text[0] === '"' ? text.indexOf('"', 1) : -1;
  return end > 1 ? text.slice(0, end + 1) : text;
}

/** A secret of a known type; the text of type 7 is decoded, and the quotes that NX-OS puts around keys are taken off. */
export function written(type: string, quoted: string): WrittenSecret {
  const text = /^".+"$/.test(quoted) ? quoted.slice(1, -1) : quoted;
  return { type, text: type === '7' ? (decodeType7(text) ?? text) : text };
}
