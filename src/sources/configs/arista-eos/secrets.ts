import type { SecretStrength } from '../../../model/device-facts.ts';
import { gradeType, readWritten } from '../kit/cisco-secrets.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';

const TYPES = new Set(['sha512', '8a', '*']);

function written(words: readonly string[], from: number): WrittenSecret | null {
  const [type, text] = [words[from], words[from + 1]];
  if (type !== undefined && TYPES.has(type) && text !== undefined) return { type, text };
  return readWritten(words, from);
}

/** Type `8a` is AES under a key of the device, which must recover it (EOS user manual, management security). */
function grade(type: string, purpose: 'password' | 'key'): SecretStrength {
  if (type === 'sha512') return 'acceptable';
  return type === '8a' ? gradeType('6', purpose) : gradeType(type, purpose);
}

/** How EOS writes secrets: as IOS does, with `sha512` and type 8a besides. */
export const SECRETS: SecretForms = { written, grade };
