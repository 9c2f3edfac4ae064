import type { SecretStrength } from '../../../model/device-facts.ts';

/** Prefixes of hashes with their strength; the number in front of a hash does not tell its kind on every platform. */
const PREFIXES: readonly (readonly [string, SecretStrength])[] = [
  ['$1$', 'weak'],
  ['$2', 'acceptable'],
  ['$5$', 'acceptable'],
  ['$6$', 'acceptable'],
  ['$8$', 'strong'],
  ['$9$', 'acceptable'],
  ['$14$', 'weak'],
  ['$nx-pbkdf2$', 'strong'],
  ['$nx-scrypt$', 'acceptable'],
  ['$pbkdf2-sha256', 'strong'],
  ['$y$', 'acceptable'],
];

/**
 * Strength of a hash by its own prefix: `$1$` is MD5, `$5$` SHA-256, `$6$` SHA-512 of crypt, `$8$` PBKDF2 and `$9$` scrypt
 * of Cisco (NSA, Cisco Password Types: Best Practices, February 2022; `crypt(5)`). Null when it has none of them.
 */
export function gradeHash(text: string): SecretStrength | null {
  return PREFIXES.find(([prefix]) => text.startsWith(prefix))?.[1] ?? null;
}
