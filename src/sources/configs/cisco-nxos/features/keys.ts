import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { keepSecret, type Line, type Scope, wholeNumber } from '../scope.ts';

const ASIDE = new Set([
  'accept-lifetime',
  'send-lifetime',
  'send-id',
  'recv-id',
  'include-tcp-options',
  'lifetime',
]);

/** Key chains: their keys are secrets, their algorithms uses of cryptography. */
export function addKeys(book: RuleBook<Scope>): void {
  book.add('key chain', readChain).aside('key chain setting', 'key config-key, key');
}

function readChain({ statement, no, args, to }: Line): void {
  if (no) return;
  // `key chain NAME`, `key chain NAME macsec`, `key chain NAME tcp`.
  const area = args[1] === 'macsec' ? 'macsec' : 'routing';
  const subject = `key chain ${args[0] ?? ''}`;
  for (const each of to.tree.block(statement)) {
    const words = each.words;
    const algorithm = words.indexOf('cryptographic-algorithm');
    if (algorithm >= 0)
      addCrypto(to, each, { area, subject, part: 'mac', values: words.slice(algorithm + 1, algorithm + 2) });
    const from = /^key(?:-octet)?-string$/.test(words[0] ?? '') ? 1 : -1;
    const written = from < 0 ? null : to.forms.written(words, from);
    if (written) keepSecret(to, each, { ...written, use: 'key chain', purpose: 'key' });
    else if (each !== statement && algorithm < 0) {
      if (words[0] === 'key' && (wholeNumber(words[1]) !== null || area === 'macsec')) each.read();
      else if (ASIDE.has(words[0] ?? '')) each.aside('key chain setting');
      continue;
    }
    each.read();
  }
}
