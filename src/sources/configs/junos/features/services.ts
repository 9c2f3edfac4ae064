import type { CryptoPart } from '../../../../model/crypto-use.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { type Path, type Scope, secretIn, wholeNumber, wordAfter } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';
import { service } from './service.ts';

/** Services that a statement below `system services` switches on, and their names. */
const SERVICES: Readonly<Record<string, string>> = {
  telnet: 'telnet',
  ftp: 'ftp-server',
  finger: 'finger',
  'tftp-server': 'tftp-server',
  'xnm-clear-text': 'xnm-clear-text',
  'xnm-ssl': 'xnm-ssl',
  dhcp: 'dhcp',
  'dhcp-local-server': 'dhcp',
  dhcpv6: 'dhcp',
  dns: 'dns',
  'dns-proxy': 'dns',
  webapi: 'webapi',
  'service-deployment': 'service-deployment',
  'outbound-https': 'outbound-https',
  reverse: 'reverse-console',
  'flow-tap-dtcp': 'lawful-intercept',
  'remote-access': 'remote-access',
};

/** Statements elsewhere that switch something on by their mere presence. */
const SWITCHES: Readonly<Record<string, string>> = {
  'routing-options source-routing': 'source-route',
  'system autoinstallation': 'config-autoload',
  'system phone-home': 'phone-home',
  'chassis auto-image-upgrade': 'network-boot',
  'system master-password': 'password-encryption-aes',
  'system fips': 'fips',
  'security web-authentication': 'web-authentication',
  'services captive-portal': 'captive-portal',
  'services flow-tap': 'lawful-intercept',
  'services radius-flow-tap': 'lawful-intercept',
  'services mobile-flow-tap': 'lawful-intercept',
  'services dynamic-flow-capture': 'lawful-intercept',
  'services analytics': 'telemetry',
  'services app-engine': 'app-engine',
  'virtual-network-functions': 'virtual-network-function',
  'protocols router-discovery': 'router-discovery',
};

/** Services of the device, those of management above all. */
export function addServices(book: PathBook<Scope>): void {
  for (const [word, name] of Object.entries(SERVICES))
    book.add(`system services ${word}`, (line) => readService(line, name));
  for (const [path, name] of Object.entries(SWITCHES))
    book.add(path, (line) => {
      const { args } = line;
      service(line, name, { enabled: args.at(-1) !== 'disable', detail: args.join(' ') });
    });
  book
    .add('system services ssh', readSsh)
    .add('system services netconf', readNetconf)
    .add('system services web-management', readWeb)
    .add('system services rest', readRest)
    .add('system services extension-service', readExtension)
    .add('system services outbound-ssh', readOutbound)
    .add('system default-address-selection', (line) => service(line, 'default-address-selection'))
    .add('system management-instance', (line) => service(line, 'management-instance'))
    .aside(
      'service setting',
      'system services subscriber-management, system services database-replication, system services resource-monitor, ' +
        'system services local-policy-decision-function, system services bbe-stats-service, system services traceoptions, ' +
        'system services dhcp-relay, system services pppoe, system services static-subscribers',
    );
}

function readService(line: Path, name: string): void {
  const { args } = line;
  const on = args.at(-1) !== 'disable';
  service(line, name, { enabled: on, port: wholeNumber(wordAfter(args, 'port')), detail: args.join(' ') });
}

/** Words of ssh that choose cryptography. */
const SSH_CRYPTO: ReadonlyMap<string, CryptoPart> = new Map<string, CryptoPart>(
  Object.entries({
    ciphers: 'cipher',
    macs: 'mac',
    'key-exchange': 'key-exchange',
    'hostkey-algorithm': 'signature',
    'hostkey-algorithm-list': 'signature',
    'protocol-version': 'version',
  } as const),
);

function readSsh(line: Path): void {
  const { args } = line;
  const part = SSH_CRYPTO.get(args[0] ?? '');
  if (part) cryptoUse(line, { area: 'ssh', subject: '', part }, args.slice(1));
  if (args[0] === 'sftp-server') service(line, 'sftp', { enabled: true });
  const says = part ? '' : args.join(' ');
  service(line, 'ssh', { port: args[0] === 'port' ? wholeNumber(args[1]) : null, detail: says });
}

function readNetconf(line: Path): void {
  const { args } = line;
  if (args[0] === 'traceoptions') line.statement.aside('tracing');
  else service(line, 'netconf', { port: wholeNumber(wordAfter(args, 'port')), detail: args.join(' ') });
}

const CERTIFICATES = new Set(['local-certificate', 'pki-local-certificate', 'system-generated-certificate']);

function readWeb(line: Path): void {
  const [name, ...args] = line.args;
  if (name !== 'http' && name !== 'https') {
    if (name === undefined) service(line, 'https');
    else line.statement.aside('web server setting');
    return;
  }
  const port = args[0] === 'port' ? wholeNumber(args[1]) : null;
  service(line, name, { port, detail: args.join(' ') });
  if (CERTIFICATES.has(args[0] ?? ''))
    cryptoUse(line, { area: 'tls', subject: 'https', part: 'enrollment' }, [args[0]]);
}

function readRest(line: Path): void {
  const { args } = line;
  const port = args[0] === 'http' || args[0] === 'https' ? wholeNumber(wordAfter(args, 'port')) : null;
  service(line, 'rest', { port, detail: args.slice(0, 3).join(' ') });
  if (args[0] === 'https' && args[1] === 'cipher-list')
    cryptoUse(line, { area: 'tls', subject: 'rest', part: 'cipher' }, args.slice(2));
}

/** The gRPC server of the Junos Extension Toolkit: `request-response grpc ssl port 32767`. */
function readExtension(line: Path): void {
  const { args } = line;
  if (args[0] === 'request-response' && (args[1] === 'grpc' || args[1] === 'thrift')) {
    const port = wholeNumber(wordAfter(args, 'port'));
    service(line, 'grpc', { port, detail: args.slice(1).join(' ') });
    if (args[2] === 'ssl' || args[2] === 'clear-text')
      cryptoUse(line, { area: 'tls', subject: 'grpc', part: 'transport' }, [args[2]]);
  } else if (args[0] === 'notification') service(line, 'grpc', { detail: args.join(' ') });
  else if (args[0] === 'traceoptions') line.statement.aside('tracing');
}

/** A session that the device opens by itself to a manager. */
function readOutbound(line: Path): void {
  const { args } = line;
  if (args[0] === 'traceoptions') {
    line.statement.aside('tracing');
    return;
  }
  if (args[0] !== 'client' || !args[1]) {
    service(line, 'outbound-ssh', { detail: args.join(' ') });
    return;
  }
  if (args[2] === 'secret') secretIn(line, args[3], { use: 'outbound-ssh', purpose: 'key' });
  const said = args[2] === 'secret' ? '' : args.slice(2).join(' ');
  service(line, 'outbound-ssh', { detail: `${args[1]} ${said}`.trim(), own: args[1] });
}
