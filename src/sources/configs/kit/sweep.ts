import type { Statement } from '../../../base/statement-tree.ts';
import { keepSecret, type Scope } from './scope.ts';

/** Words before a secret in statements that no feature reads for it: key chains, routing, PPP, VRRP, file transfer. */
const BEFORE = new Set([
  'password',
  'secret',
  'key-string',
  'server-key',
  'pre-shared-key',
  'shared-secret',
  'authentication-key',
  'message-digest-key',
  'domain-password',
  'area-password',
  'wpa-psk',
  'passphrase',
  'md5',
  'text',
]);
/** Words that may stand between and are no part of the secret. */
const BETWEEN = new Set(['md5', 'ascii', 'hex', 'key-string', 'encrypted', 'level']);
const NO_SECRET = new Set([
  'encryption',
  'required',
  'recovery',
  'optional',
  'fallback',
  'min-length',
  'policy',
  'restriction',
  'option',
  'rollover',
  'key-chain',
  'keychain',
  'level-1',
  'level-2',
]);
const USES: readonly (readonly [string, string])[] = [
  ['ospf', 'ospf'],
  ['isis', 'isis'],
  ['eigrp', 'eigrp'],
  ['neighbor', 'bgp'],
  ['ppp', 'ppp'],
  ['standby', 'hsrp'],
  ['vrrp', 'vrrp'],
  ['key-string', 'key chain'],
  ['ftp', 'ftp'],
];

/** Keeps the secret of a statement that was set aside or not read and that `mayHoldSecret`, if it seems to hold one. */
export function sweepSecret(statement: Statement, scope: Scope): void {
  if (scope.secrets.holds(statement.line)) return;
  const words = statement.words;
  let i = words.findIndex((word) => BEFORE.has(word));
  if (i < 0) return;
  if (words[i] === 'message-digest-key') i += 1;
  if ((words[i] === 'md5' || words[i] === 'text') && !words.includes('authentication')) return;
  while (BETWEEN.has(words[i + 1] ?? '') && words[i + 2] !== undefined) i += 1;
  const written = scope.forms.written(words, i + 1);
  if (!written || NO_SECRET.has(written.text)) return;
  const block = rootOf(statement).words;
  const use = USES.find(([word]) => words.includes(word) || block[1] === word)?.[1] ?? 'other';
  keepSecret(scope, statement, { ...written, use, purpose: use === 'ftp' ? 'password' : 'key' });
}

function rootOf(statement: Statement): Statement {
  let root = statement;
  while (root.parent) root = root.parent;
  return root;
}

/** MD-CLI of Nokia SR OS writes paths from the root. */
const SLASH = 47;

/** False for the statements that surely hold none: nearly all. */
export function mayHoldSecret(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 97 && first !== SLASH) return false;
  return (
    text.includes('assword') ||
    text.includes('key') ||
    text.includes('secret') ||
    text.includes('authentication') ||
    text.includes('wpa-psk') ||
    text.includes('phrase')
  );
}
