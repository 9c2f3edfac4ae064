import type { Statement } from '../../../../base/statement-tree.ts';
import type { CryptoArea, CryptoPart } from '../../../../model/crypto-use.ts';
import { bindAcl } from '../../kit/cisco-acls.ts';
import { addCryptoTunnel } from '../../kit/cisco-tunnels.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { keepSecret, type Line, type Scope } from '../scope.ts';
import { readAsa } from '../secrets.ts';

/** IKE and IPsec with their peers and keys, TLS, and certificates. */
export function addCryptoRules(book: RuleBook<Scope>): void {
  book
    .add('crypto ikev1 policy', (line) => readPolicy(line, 'ikev1'))
    .add('crypto isakmp policy', (line) => readPolicy(line, 'ikev1'))
    .add('crypto ikev2 policy', (line) => readPolicy(line, 'ikev2'))
    .add('crypto ipsec ikev1 transform-set', readTransform)
    .add('crypto ipsec transform-set', readTransform)
    .add('crypto ipsec ikev2 ipsec-proposal', readProposal)
    .add('crypto map', readMap)
    .add('crypto dynamic-map', readMap)
    .add('crypto ca trustpoint', readTrustpoint)
    .add('tunnel-group', readGroup)
    .add('ssl', readSsl)
    .add('failover key', (line) => readFailoverKey(line, 0))
    .add('failover ipsec pre-shared-key', (line) => readFailoverKey(line, 0))
    .aside(
      'IKE and IPsec proposals',
      'crypto ikev1, crypto ikev2, crypto isakmp, crypto ipsec, crypto engine, crypto dynamic-map set',
    )
    .aside('certificates and key pairs', 'crypto ca, crypto key, crypto large-cert-acl-mitm-prot')
    .aside('key setting', 'key');
}

const PARTS: ReadonlyMap<string, CryptoPart> = new Map([
  ['encryption', 'cipher'],
  ['integrity', 'mac'],
  ['hash', 'mac'],
  ['group', 'group'],
  ['prf', 'prf'],
  ['authentication', 'authentication'],
]);

/** One statement for each choice: `encryption aes-256`, `group 14 5`. */
function readPolicy({ statement, no, args, to }: Line, version: string): void {
  if (no) return;
  const subject = `${version} policy ${args[0] ?? ''}`;
  addCrypto(to, statement, { area: 'ike', subject, part: 'version', values: [version] });
  for (const child of statement.children) {
    const [word = '', ...values] = child.words;
    const part = PARTS.get(word);
    if (!part) continue;
    const named = part === 'group' ? values.map((value) => `group${value}`) : values;
    addCrypto(to, child.read(), { area: 'ike', subject, part, values: named });
  }
  to.tree.setAside(statement, 'IKE and IPsec proposals');
  statement.read();
}

/** `transform-set NAME esp-aes-256 esp-sha-hmac`; a line with `mode` says no more than that. */
function readTransform({ statement, no, args, to }: Line): void {
  const [name = '', ...values] = args;
  if (no || values[0] === 'mode') {
    to.tree.setAside(statement, 'IKE and IPsec proposals');
    return;
  }
  for (const value of values) {
    const part = value.endsWith('-hmac') || value === 'esp-none' ? 'mac' : 'cipher';
    addCrypto(to, statement, { area: 'ipsec', subject: `transform-set ${name}`, part, values: [value] });
  }
  statement.read();
}

function readProposal({ statement, no, args, to }: Line): void {
  if (no) return;
  for (const child of statement.children) {
    const [protocol, , what, ...values] = child.words;
    const part = protocol === 'protocol' ? PARTS.get(what ?? '') : undefined;
    if (part)
      addCrypto(to, child.read(), { area: 'ipsec', subject: `proposal ${args[0] ?? ''}`, part, values });
  }
  to.tree.setAside(statement, 'IKE and IPsec proposals');
  statement.read();
}

/** `crypto map M 10 set peer A B`, `… match address ACL`, `… set pfs group14`; each stands in a line of its own. */
function readMap({ statement, no, args, to }: Line): void {
  const [map = '', sequence = '', verb, what, ...rest] = args;
  const name = `crypto map ${map} ${sequence}`;
  to.tree.setAside(statement, 'IKE and IPsec proposals');
  if (no) return;
  if (verb === 'set' && what === 'peer') {
    for (const peer of rest) addCryptoTunnel(to, statement, { name, peer: to.names.get(peer) ?? peer });
    statement.read();
  } else if (verb === 'match' && what === 'address' && rest[0]) {
    bindAcl(to, statement.read(), { acl: rest[0], where: 'crypto map' });
  } else if (verb === 'set' && what === 'pfs') {
    addCrypto(to, statement.read(), {
      area: 'ipsec',
      subject: name,
      part: 'group',
      values: [rest[0] ?? 'default'],
    });
  }
}

function readTrustpoint({ statement, no, args, to }: Line): void {
  if (no) return;
  for (const child of statement.children) {
    const [word, how, url = ''] = child.words;
    if (word !== 'enrollment' || !how) continue;
    const value = how === 'url' ? url.slice(0, Math.max(0, url.indexOf('://'))) : how;
    addCrypto(to, child.read(), { area: 'pki', subject: args[0] ?? '', part: 'enrollment', values: [value] });
  }
  to.tree.setAside(statement, 'certificates and key pairs');
  statement.read();
}

/** `tunnel-group A ipsec-attributes` with the keys of the peer below it. */
function readGroup({ statement, no, to }: Line): void {
  if (!no) for (const child of statement.children) readKey(child, to);
  to.tree.setAside(statement, 'remote access setting');
  statement.read();
}

function readKey(child: Statement, to: Scope): void {
  const i = child.words.indexOf('pre-shared-key');
  const written = i < 0 ? null : readAsa(child.words, i + 1);
  if (!written) return;
  keepSecret(to, child.read(), { ...written, use: 'ike', purpose: 'key' });
}

const SSL: ReadonlyMap<string, { readonly part: CryptoPart; readonly skip: number }> = new Map([
  ['server-version', { part: 'version', skip: 0 }],
  ['client-version', { part: 'version', skip: 0 }],
  ['encryption', { part: 'cipher', skip: 0 }],
  ['cipher', { part: 'cipher', skip: 1 }],
  ['dh-group', { part: 'group', skip: 0 }],
  ['ecdh-group', { part: 'group', skip: 0 }],
]);

/** `ssl server-version tlsv1.2 dtlsv1.2`, `ssl cipher tlsv1.2 custom "A:B"`. */
function readSsl({ statement, no, args, to }: Line): void {
  const [what = '', ...rest] = args;
  const form = SSL.get(what);
  if (form && !no) {
    const area: CryptoArea = 'tls';
    const values = rest
      .slice(form.skip)
      .filter((word) => word !== 'custom')
      .flatMap((word) => word.replaceAll('"', '').split(':'));
    addCrypto(to, statement.read(), {
      area,
      subject: form.skip > 0 ? (rest[0] ?? '') : what,
      part: form.part,
      values,
    });
  } else to.tree.setAside(statement, 'certificates and key pairs');
}

function readFailoverKey({ statement, no, args, to }: Line, from: number): void {
  const written = no ? null : readAsa(args, args[from] === 'hex' ? from + 1 : from);
  if (!written) return;
  keepSecret(to, statement.read(), { ...written, use: 'failover', purpose: 'key' });
}
