import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { CryptoArea, CryptoPart } from '../../../../model/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { aclIn, at, bind, type Line, type Scope, secretAt, wordAfter } from '../scope.ts';

/** Choices of ciphers, keys and versions: IKE and IPsec, TLS, certificates, MACsec. */
export function addCrypto(book: RuleBook<Scope>): void {
  book
    .add('ike proposal', (line) => readProposal(line, 'ike'))
    .add('ipsec proposal', (line) => readProposal(line, 'ipsec'))
    .add('ike peer', readPeer)
    .add('ipsec policy', readPolicy)
    .add('ipsec policy-template', readPolicy)
    .add('ipsec profile', readPolicy)
    .add('ike user-table', readSecrets)
    .add('ssl policy', readTls)
    .add('pki realm', readRealm)
    .add('mka', readMacsec)
    .add('mac-security-profile', readMacsec)
    .aside('IKE and IPsec setting', 'ike, ipsec')
    .aside('certificates', 'pki, rsa local-key-pair, ssl');
}

interface Choice {
  readonly area: CryptoArea;
  readonly subject: string;
  readonly part: CryptoPart;
  readonly value: string;
}

function tell(to: Scope, statement: Statement, choice: Choice): void {
  to.draft.crypto.push({ ...at(statement.read()), ...choice, value: choice.value.toLowerCase() });
}

const PARTS: Readonly<Record<string, CryptoPart>> = {
  'encryption-algorithm': 'cipher',
  'authentication-algorithm': 'mac',
  'integrity-algorithm': 'mac',
  prf: 'prf',
  dh: 'group',
  'authentication-method': 'authentication',
};

function readProposal({ statement, no, args, to }: Line, area: 'ike' | 'ipsec'): void {
  if (no) return;
  const subject = `proposal ${args[0] ?? ''}`;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const head = words[0] === 'esp' || words[0] === 'ah' ? 1 : 0;
    const part = PARTS[words[head] ?? ''];
    const values = words.slice(head + 1);
    if (part && values.length > 0)
      for (const value of values) tell(to, child, { area, subject, part, value });
    else if (words[0] === 'transform' || words[0] === 'encapsulation-mode')
      tell(to, child, { area, subject, part: 'mode', value: words[1] ?? '' });
    else to.tree.setAside(child, 'IKE and IPsec setting');
  }
}

function readPeer({ statement, no, args, to }: Line): void {
  if (no) return;
  const subject = `peer ${args[0] ?? ''}`;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const [first, second = ''] = words;
    if (first === 'pre-shared-key') {
      secretAt(to, child, { words, from: 1, use: 'ike' });
      tell(to, child, { area: 'ike', subject, part: 'authentication', value: 'pre-share' });
    } else if (first === 'exchange-mode')
      tell(to, child, { area: 'ike', subject, part: 'mode', value: second });
    else if (first === 'version') tell(to, child, { area: 'ike', subject, part: 'version', value: second });
    else if (first === 'undo' && second === 'version')
      tell(to, child, { area: 'ike', subject, part: 'version', value: words[2] === '1' ? '2' : '1' });
    else if (first === 'remote-address') {
      const destination =
        words
          .slice(1)
          .map((word) => canonicalIp(word))
          .find((text) => text !== null) ??
        words.at(-1) ??
        null;
      to.draft.tunnels.push({
        ...at(child.read()),
        name: `ike ${subject}`,
        mode: 'ipsec ipv4',
        source: null,
        destination,
        shutdown: false,
      });
    } else to.tree.setAside(child, 'IKE and IPsec setting');
  }
}

function readPolicy({ statement, no, args, to }: Line): void {
  if (no) return;
  const subject = `policy ${args.slice(0, 2).join(' ')}`.trim();
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const key =
      words.findIndex((word) => /^(?:string-key|encryption-hex|authentication-hex)$/.test(word)) + 1;
    const acl = words[0] === 'security' ? aclIn(words) : null;
    if (acl) bind(to, child.read(), { acl, where: 'crypto map' });
    else if (words[0] === 'pfs')
      tell(to, child, { area: 'ipsec', subject, part: 'group', value: (words[1] ?? '').replace(/^dh-/, '') });
    else if (key > 0) {
      secretAt(to, child, { words, from: key, use: 'ipsec' });
      child.read();
    } else to.tree.setAside(child, 'IKE and IPsec setting');
  }
}

function readSecrets({ statement, to }: Line): void {
  for (const each of to.tree.block(statement)) {
    const from = each.words.indexOf('pre-shared-key') + 1;
    if (from === 0) continue;
    secretAt(to, each, { words: each.words, from, use: 'ike' });
    each.read();
  }
  to.tree.setAside(statement, 'IKE and IPsec setting');
}

function readTls({ statement, no, args, to }: Line): void {
  if (no) return;
  const subject = `policy ${args[0] ?? ''}`;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const lowest = wordAfter(words, 'version');
    if (words[0] === 'version' || (words[0] === 'ssl' && lowest))
      for (const value of words[0] === 'version' ? words.slice(1) : [lowest as string])
        tell(to, child, { area: 'tls', subject, part: 'version', value });
    else if (words[0] === 'ciphersuite' || words[0] === 'cipher-suite' || words[0] === 'binding')
      for (const value of words.slice(words[0] === 'binding' ? 2 : 1))
        tell(to, child, { area: 'tls', subject, part: 'cipher', value });
    else {
      const from = words.findIndex((word) => /^(?:auth-code|password)$/.test(word)) + 1;
      if (from > 0) {
        secretAt(to, child, { words, from, use: 'pki' });
        child.read();
      } else to.tree.setAside(child, 'TLS setting');
    }
  }
}

function readRealm({ statement, no, args, to }: Line): void {
  if (no) return;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    if (words[0] === 'enrollment-url' || words[0] === 'enrollment' || words.includes('self-signed'))
      tell(to, child, {
        area: 'pki',
        subject: args[0] ?? '',
        part: 'enrollment',
        value: words.includes('self-signed')
          ? 'self-signed'
          : words[0] === 'enrollment-url'
            ? 'scep'
            : (words[1] ?? ''),
      });
    else if (words[0] === 'password') {
      secretAt(to, child, { words, from: 1, use: 'pki' });
      child.read();
    } else to.tree.setAside(child, 'certificates');
  }
}

function readMacsec({ statement, args, to }: Line): void {
  statement.read();
  for (const each of to.tree.block(statement)) {
    const words = each.words;
    const value = wordAfter(words, 'macsec-cipher-suite') ?? wordAfter(words, 'cipher-suite');
    const from = words.indexOf('cak') + 1;
    if (value) tell(to, each, { area: 'macsec', subject: args.at(-1) ?? '', part: 'cipher', value });
    if (from > 0) {
      secretAt(to, each, { words, from, use: 'macsec' });
      each.read();
    }
  }
  to.tree.setAside(statement, 'MACsec setting');
}
