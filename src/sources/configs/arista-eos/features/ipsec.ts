import type { Statement } from '../../../../base/statement-tree.ts';
import type { CryptoArea, CryptoPart } from '../../../../model/crypto-use.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { keepSecret, type Line, type Scope } from '../scope.ts';

/** `ip security`: policies of IKE and IPsec with their keys. */
export function addIpsec(book: RuleBook<Scope>): void {
  book.add('ip security', readSecurity);
}

const PARTS: ReadonlyMap<string, CryptoPart> = new Map([
  ['encryption', 'cipher'],
  ['integrity', 'mac'],
  ['dh-group', 'group'],
  ['version', 'version'],
  ['authentication', 'authentication'],
  ['pfs', 'group'],
]);

function readSecurity({ statement, to }: Line): void {
  statement.read();
  for (const each of to.tree.block(statement)) readLine(each, to);
  to.tree.setAside(statement, 'IKE and IPsec proposals');
}

function readLine(each: Statement, to: Scope): void {
  const { words } = each;
  const block = each.parent?.words ?? [];
  const area: CryptoArea = block[0] === 'ike' ? 'ike' : 'ipsec';
  const subject = block.at(-1) ?? '';
  const esp = words[0] === 'esp' ? 1 : 0;
  const part = PARTS.get(words[esp] ?? '');
  if (part) {
    const from = words[esp + 1] === 'dh-group' ? esp + 2 : esp + 1;
    addCrypto(to, each.read(), { area, subject, part, values: words.slice(from) });
  }
  const written = words[0] === 'shared-key' ? to.forms.written(words, 1) : null;
  if (written) keepSecret(to, each.read(), { ...written, use: 'ike', purpose: 'key' });
}
