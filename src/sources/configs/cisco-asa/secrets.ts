import type { SecretStrength } from '../../../model/device-facts.ts';
import type { SecretForms, WrittenSecret } from '../kit/secret-forms.ts';
import type { Scope } from './scope.ts';

/** What the device writes in the place of a key that it does not show. */
const MASKED = '*****';
/** Words behind a secret that say how it is written. */
const TYPES = new Set(['encrypted', 'nt-encrypted', 'mschap', 'pbkdf2']);

/** Reads `TEXT [encrypted|pbkdf2|…]`, and `0 TEXT` or `8 TEXT`; null when there is none. */
export function readAsa(words: readonly string[], from: number): WrittenSecret | null {
  const first = words[from];
  // A banner stands in statements of its own here, and may say anything.
  if (first === undefined || words[0] === 'banner') return null;
  const next = words[from + 1];
  if ((first === '0' || first === '8') && next !== undefined)
    return { type: first === '8' ? '6' : '0', text: next };
  return { type: next !== undefined && TYPES.has(next) ? next : '0', text: first };
}

const STRENGTHS: ReadonlyMap<string, SecretStrength> = new Map([
  ['0', 'plaintext'],
  ['encrypted', 'weak'],
  ['nt-encrypted', 'weak'],
  ['mschap', 'weak'],
  ['pbkdf2', 'strong'],
  ['6', 'acceptable'],
]);

/**
 * `encrypted` is one round of MD5 without a salt of its own, `pbkdf2` is PBKDF2 with SHA-512 (ASA configuration guide,
 * `username`); a key behind `8` is AES under the master passphrase.
 */
function grade(type: string): SecretStrength {
  return STRENGTHS.get(type) ?? 'unknown';
}

/** How ASA writes secrets. */
export const SECRETS: SecretForms = { written: readAsa, grade };

/** Takes out the secrets that the device masked: their text says nothing, so they are reused nowhere. */
export function dropMasked({ secrets, draft, users }: Scope): void {
  const { group } = secrets.keep(
    { use: '', type: '0', strength: 'unknown', text: MASKED },
    { line: 0, lineEnd: 0 },
  );
  const kept = secrets.kept.filter((secret) => secret.group !== group);
  secrets.kept.splice(0, secrets.kept.length, ...kept);
  for (const [name, user] of users)
    if (user.secret?.group === group) users.set(name, { ...user, secret: null });
  draft.aaaServers = draft.aaaServers.map((server) =>
    server.secret?.group === group ? { ...server, secret: null } : server,
  );
}
