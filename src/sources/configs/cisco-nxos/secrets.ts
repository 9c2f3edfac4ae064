import type { SecretStrength } from '../../../model/device-facts.ts';
import { gradeType, readWritten } from '../kit/cisco-secrets.ts';
import type { SecretForms } from '../kit/secret-forms.ts';

/** Type 3 is 3DES under a key that all devices share: it hides, it does not protect (NX-OS security configuration guide). */
function grade(type: string, purpose: 'password' | 'key'): SecretStrength {
  return type === '3' ? 'reversible' : gradeType(type, purpose);
}

/** How NX-OS writes secrets: as IOS does, with keys in quotes and type 3 besides. */
export const SECRETS: SecretForms = { written: (words, from) => readWritten(words, from), grade };
