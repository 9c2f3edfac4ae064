import type { CryptoPart } from '../../../../model/crypto-use.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addCrypto as note } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, keepSecret, type Line, type Scope, wordAfter } from '../scope.ts';

/** Lists of algorithms of the SSH server. */
const SSH: Readonly<Record<string, CryptoPart>> = {
  'ssh ciphers': 'cipher',
  'ssh cipher-mode': 'cipher',
  'ssh macs': 'mac',
  'ssh kexalgos': 'key-exchange',
  'ssh keytypes': 'signature',
};

/** Ciphers of SSH and TLS, certificates, IKE and IPsec. */
export function addCrypto(book: RuleBook<Scope>): void {
  for (const [phrase, part] of Object.entries(SSH)) book.add(phrase, (line) => readList(line, part));
  book
    .add('ssh key', readKey)
    .add('ssh rekey', 'ssh setting')
    .add('nxapi ssl protocols', (line) => readTls(line, 'version'))
    .add('nxapi ssl ciphers', (line) => readTls(line, 'cipher'))
    .add('crypto ca trustpoint', readTrustpoint)
    .add('copp profile', (line) => pushService(line, 'copp', { detail: line.args[0] ?? null }))
    .add('macsec policy', readMacsec)
    .add('crypto ike domain', readIke)
    .add('crypto ipsec', 'IKE and IPsec proposals')
    .aside(
      'certificates and key pairs',
      'crypto ca, crypto cert, crypto certificatemap, crypto key, crypto global, crypto fips, certificate, fips',
    )
    .aside('ssh setting', 'ssh idle-timeout, ssh name, ssh login-gracetime, ssh client-keepalive, ssh');
}

function readList(line: Line, part: CryptoPart): void {
  const { statement, no, args, to } = line;
  // `ssh cipher-mode weak` and `ssh ciphers all` bring back what is switched off.
  if (!no) note(to, statement, { area: 'ssh', subject: '', part, values: args });
  statement.read();
}

/** `ssh key rsa 2048`: the key of the server. */
function readKey({ statement, no, args, to }: Line): void {
  if (!no && args[0]) {
    note(to, statement, { area: 'ssh', subject: '', part: 'signature', values: [args[0]] });
    if (args[1])
      note(to, statement, { area: 'ssh', subject: args[0], part: 'key-length', values: [args[1]] });
  }
  statement.read();
}

function readTls({ statement, no, args, to }: Line, part: CryptoPart): void {
  const values = args.map((word) => (no ? `no ${word}` : word));
  note(to, statement, { area: 'tls', subject: 'nxapi', part, values });
  statement.read();
}

function readTrustpoint({ statement, args, to }: Line): void {
  const subject = args[0] ?? '';
  const how = statement.children.find((child) => child.words[0] === 'enrollment');
  note(to, statement.read(), {
    area: 'pki',
    subject,
    part: 'enrollment',
    values: [how ? how.words.slice(1).join(' ') : 'unsaid'],
  });
  how?.read();
  const pair = statement.children.find((child) => child.words[0] === 'rsakeypair');
  const size = pair?.words[2];
  if (pair && size) note(to, pair.read(), { area: 'pki', subject, part: 'key-length', values: [size] });
  to.tree.setAside(statement, 'certificates and key pairs');
}

const MACSEC: ReadonlyMap<string, CryptoPart> = new Map([
  ['cipher-suite', 'cipher'],
  ['security-policy', 'mode'],
]);

function readMacsec({ statement, args, to }: Line): void {
  statement.read();
  for (const child of statement.children) {
    const part = MACSEC.get(child.words[0] ?? '');
    if (part)
      note(to, child.read(), { area: 'macsec', subject: args[0] ?? '', part, values: child.words.slice(1) });
    else child.aside('MACsec setting');
  }
}

const IKE: ReadonlyMap<string, CryptoPart> = new Map([
  ['encryption', 'cipher'],
  ['hash', 'mac'],
  ['group', 'group'],
  ['authentication', 'authentication'],
]);

function readIke({ statement, to }: Line): void {
  for (const each of to.tree.block(statement)) {
    const [first = '', value = ''] = each.words;
    const part = IKE.get(first);
    if (part) note(to, each.read(), { area: 'ike', subject: 'ipsec', part, values: [value] });
    const written = first === 'key' ? to.forms.written(each.words, 1) : null;
    if (written) keepSecret(to, each.read(), { ...written, use: 'ike', purpose: 'key' });
    const peer = first === 'key' ? wordAfter(each.words, 'address') : null;
    if (peer)
      to.draft.tunnels.push({
        ...at(each),
        name: 'crypto ike',
        mode: 'ipsec',
        source: null,
        destination: peer,
        shutdown: false,
      });
  }
  to.tree.setAside(statement, 'IKE and IPsec proposals');
}
