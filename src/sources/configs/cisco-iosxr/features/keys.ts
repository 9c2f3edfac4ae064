import type { Statement } from '../../../../base/statement-tree.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { keepSecret, type Line, type Scope } from '../scope.ts';
import { readXr } from '../secrets.ts';

/** Key chains, MACsec policies and certificates. */
export function addKeys(book: RuleBook<Scope>): void {
  book
    .add('key chain', readChain)
    .add('macsec-policy', readMacsec)
    .add('crypto ca trustpoint', readTrustpoint)
    .aside('certificates and key pairs', 'crypto ca, crypto key, crypto, tls')
    .aside('password policy', 'aaa password-policy, password6')
    .aside('key setting', 'key, fips-mode');
}

function readChain({ statement, no, args, to }: Line): void {
  if (no) return;
  const area =
    args[1] === 'macsec' || statement.children.some(({ words }) => words[0] === 'macsec')
      ? 'macsec'
      : 'routing';
  const subject = `key chain ${args[0] ?? ''}`;
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    if (words[0] === 'key-string') keepKey(each, to);
    const i = words.indexOf('cryptographic-algorithm');
    if (i < 0) continue;
    addCrypto(to, each, {
      area,
      subject,
      part: area === 'macsec' ? 'cipher' : 'authentication',
      values: words.slice(i + 1, i + 2),
    });
    each.read();
  }
  to.tree.setAside(statement, 'key setting');
  statement.read();
}

/** `key-string [password|clear] TEXT [cryptographic-algorithm A]`. */
function keepKey(each: Statement, to: Scope): void {
  const written = readXr(each.words, 1);
  if (!written) return;
  keepSecret(to, each, { ...written, use: 'key chain', purpose: 'key' });
  each.read();
}

function readMacsec({ statement, no, args, to }: Line): void {
  if (no) return;
  const subject = `policy ${args[0] ?? ''}`;
  for (const child of statement.children) {
    const [word = '', ...values] = child.words;
    if (word === 'cipher-suite') addCrypto(to, child, { area: 'macsec', subject, part: 'cipher', values });
    else if (word === 'security-policy')
      addCrypto(to, child, { area: 'macsec', subject, part: 'mode', values });
    else continue;
    child.read();
  }
  to.tree.setAside(statement, 'key setting');
  statement.read();
}

function readTrustpoint({ statement, no, args, to }: Line): void {
  if (no) return;
  for (const child of statement.children) {
    if (child.words[0] !== 'enrollment' || !child.words[2]) continue;
    const url = child.words[2];
    const value = url.includes('://') ? url.slice(0, url.indexOf('://')) : url;
    addCrypto(to, child, { area: 'pki', subject: args[0] ?? '', part: 'enrollment', values: [value] });
    child.read();
  }
  to.tree.setAside(statement, 'certificates and key pairs');
  statement.read();
}
