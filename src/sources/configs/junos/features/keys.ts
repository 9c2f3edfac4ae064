import type { CryptoPart } from '../../../../model/crypto-use.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { type Path, type Scope, secretIn } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';

/** MACsec, certificates, and TLS of the device's own services. */
export function addKeys(book: PathBook<Scope>): void {
  book
    .add('security macsec connectivity-association *', readAssociation)
    .add('security macsec interfaces *', ({ statement }) => {
      statement.read();
    })
    .add('security pki ca-profile *', readProfile)
    .add('security pki auto-re-enrollment', (line) =>
      cryptoUse(line, { area: 'pki', subject: 'auto-re-enrollment', part: 'enrollment' }, [line.args[0]]),
    )
    .add('security certificates local *', readPrivate)
    .add('services ssl termination profile *', (line) => readTls(line, 'termination'))
    .add('services ssl initiation profile *', (line) => readTls(line, 'initiation'))
    .aside(
      'certificate setting',
      'security pki traceoptions, security pki trusted-ca-group, security pki ca-profile-group, security macsec traceoptions, ' +
        'security certificates certification-authority, security certificates cache-size, security certificates path-length, ' +
        'security certificates enrollment-retry, security certificates cache-timeout-negative, security certificates maximum-certificates, ' +
        'security ssh-known-hosts, services ssl traceoptions, services ssl proxy',
    );
}

const MACSEC: Readonly<Record<string, CryptoPart>> = { 'cipher-suite': 'cipher', 'security-mode': 'mode' };

function readAssociation(line: Path): void {
  const { args, names, statement } = line;
  const subject = names[0] as string;
  const part = Object.hasOwn(MACSEC, args[0] ?? '') ? MACSEC[args[0] as string] : undefined;
  if (part) cryptoUse(line, { area: 'macsec', subject, part }, [args[1]]);
  else if (args[0] === 'mka' && args[1] === 'must-secure')
    cryptoUse(line, { area: 'macsec', subject, part: 'mode' }, ['must-secure']);
  else if (args[0] === 'mka' && args[1] === 'should-secure')
    cryptoUse(line, { area: 'macsec', subject, part: 'mode' }, ['should-secure']);
  else if (args[0] === 'no-encryption')
    cryptoUse(line, { area: 'macsec', subject, part: 'cipher' }, ['none']);
  const key = args.findIndex((word) => word === 'cak' || word === 'key');
  if (key >= 0) secretIn(line, args[key + 1], { use: 'macsec', purpose: 'key' });
  statement.read();
}

function readProfile(line: Path): void {
  const { args, names } = line;
  const subject = `ca-profile ${names[0]}`;
  if (args[0] === 'enrollment' && args[1] === 'url')
    cryptoUse(line, { area: 'pki', subject, part: 'enrollment' }, [`url ${(args[2] ?? '').split(':')[0]}`]);
  else if (args[0] === 'revocation-check' && args[1] === 'disable')
    cryptoUse(line, { area: 'pki', subject, part: 'mode' }, ['revocation-check disable']);
  else line.statement.read();
}

/** A private key in the configuration itself. */
function readPrivate(line: Path): void {
  const text = line.args.join(' ');
  if (text.includes('PRIVATE KEY')) secretIn(line, text, { use: 'private key', purpose: 'key' });
  line.statement.read();
}

const TLS: Readonly<Record<string, CryptoPart>> = {
  'protocol-version': 'version',
  'preferred-ciphers': 'cipher',
  'custom-ciphers': 'cipher',
};

function readTls(line: Path, kind: string): void {
  const { args, names } = line;
  const part = Object.hasOwn(TLS, args[0] ?? '') ? TLS[args[0] as string] : undefined;
  if (part) cryptoUse(line, { area: 'tls', subject: `${kind} ${names[0]}`, part }, args.slice(1));
  else line.statement.aside('certificate setting');
}
