import { parseIp4 } from '../../../../base/ip.ts';
import type { CryptoPart } from '../../../../model/crypto-use.ts';
import { bindAcl, openAcl } from '../../kit/cisco-acls.ts';
import { addSwitches, changeService, pushService } from '../../kit/cisco-services.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wholeNumber, wordAfter } from '../scope.ts';
import { readAsaEntry } from './acl-entry.ts';

/** Statements that switch a service on or off by their mere presence, and the name of the service. */
const SWITCHES: Readonly<Record<string, string>> = {
  'ssh scopy enable': 'scp',
  'boot system': 'boot-image',
  'boot config': 'boot-config',
  'service password-recovery': 'password-recovery',
  'password encryption aes': 'password-encryption-aes',
  'rest-api agent': 'rest-api',
  'management-access': 'management-access',
  'call-home reporting': 'call-home',
  'service call-home': 'call-home',
  'tftp-server': 'tftp-client',
  'crypto ikev1 enable': 'ikev1',
  'fips enable': 'fips',
};

/** Services of the device, management services above all. */
export function addServices(book: RuleBook<Scope>): void {
  addSwitches(book, SWITCHES);
  book
    .add('ssh', (line) => readAccess(line, 'ssh'))
    .add('telnet', (line) => readAccess(line, 'telnet'))
    .add('http', (line) => readAccess(line, 'http'))
    .add('http server enable', readHttp)
    .add('ssh version', (line) => readSsh(line, 'version'))
    .add('ssh key-exchange', (line) => readSsh(line, 'key-exchange'))
    .add('ssh cipher encryption', (line) => readSsh(line, 'cipher'))
    .add('ssh cipher integrity', (line) => readSsh(line, 'mac'))
    .add('ssh timeout', (line) => readTimeout(line, 'ssh'))
    .add('telnet timeout', (line) => readTimeout(line, 'telnet'))
    .add('console timeout', readConsole)
    .add('webvpn', readWebvpn)
    .add('crypto ikev2 enable', readIkev2)
    .aside('web server setting', 'http server, http redirect, http authentication-certificate')
    .aside(
      'ssh setting',
      'ssh stricthostkeycheck, ssh stack, ssh authentication, ssh pubkey-chain, ssh key-exchange hostkey',
    )
    .aside(
      'service setting',
      'call-home, rest-api, service, ftp, dhcpd, dhcprelay, dns, smtp-server, asdm, ddns',
    );
}

/** Words of IPv6 networks and of names stand without a mask. */
function entryOf({ args, to }: Line): { words: readonly string[]; face: string } | null {
  const [net = '', second = '', third] = args;
  const address = to.names.get(net) ?? net;
  if (net.includes(':')) return args.length === 2 ? { words: [net], face: second } : null;
  return parseIp4(address) >= 0 && third ? { words: [address, second], face: third } : null;
}

/**
 * `ssh NET MASK IF`: who may reach a service, and through which interface. The networks of all interfaces become one access
 * list, called `management ssh`; its entries keep the interface among their conditions.
 */
function readAccess(line: Line, service: string): void {
  const { statement, no, to } = line;
  const found = no ? null : entryOf(line);
  const read = found && readAsaEntry(['permit', ...found.words], { standard: true, names: to.names });
  if (!found || !read) return;
  const name = `management ${service}`;
  const fresh = !to.acls.has(`4 ${name}`);
  openAcl(line, name, 'extended').entries.push({
    ...at(statement),
    ...read,
    ports: `interface ${found.face}`,
  });
  if (fresh) bindAcl(to, statement, { acl: name, where: service });
  if (service === 'http') changeService(line, 'https', { acl: name });
  else changeService(line, service, { enabled: true, acl: name });
  statement.read();
}

/** The server of the device manager speaks TLS only. */
function readHttp(line: Line): void {
  const port = wholeNumber(line.args[0]);
  changeService(line, 'https', port === null ? { enabled: !line.no } : { enabled: !line.no, port });
  line.statement.read();
}

function readSsh({ statement, no, args, to }: Line, part: CryptoPart): void {
  if (!no) {
    const values = args
      .filter((word) => word !== 'group' && word !== 'custom')
      .flatMap((word) => word.replaceAll('"', '').split(':'));
    addCrypto(to, statement, { area: 'ssh', subject: '', part, values });
  }
  statement.read();
}

function readTimeout(line: Line, name: string): void {
  pushService(line, name, { enabled: null, detail: `timeout ${line.args.join(' ')}` });
}

const UNSET = {
  accessIn: null,
  accessInVrfAlso: false,
  accessOut: null,
  accessIn6: null,
  transportInput: null,
  transportOutput: null,
  login: null,
  rotary: null,
  privilege: null,
} as const;

function readConsole({ statement, args, to }: Line): void {
  const minutes = wholeNumber(args[0]);
  if (minutes === null) return;
  to.draft.lines.push({
    ...at(statement),
    ...UNSET,
    kind: 'console',
    first: 0,
    last: 0,
    execTimeout: minutes * 60,
  });
  statement.read();
}

/** Each interface on which remote access by browser or client is offered. */
function readWebvpn(line: Line): void {
  const { statement, to } = line;
  const port = statement.children.find((child) => child.words[0] === 'port')?.read().words[1];
  for (const child of statement.children) {
    if (child.words[0] !== 'enable' || !child.words[1]) continue;
    pushService({ statement: child, no: false, args: [], to }, 'webvpn', {
      port: wholeNumber(port),
      detail: child.words.slice(1).join(' '),
    });
  }
  to.tree.setAside(statement, 'remote access setting');
  statement.read();
}

/** `crypto ikev2 enable IF [client-services port N]`: client services are a web server of their own. */
function readIkev2(line: Line): void {
  const { args } = line;
  if (args.includes('client-services')) {
    const port = wholeNumber(wordAfter(args, 'port')) ?? null;
    pushService(line, 'ikev2-client-services', { port, detail: args[0] ?? null });
  }
  pushService(line, 'ikev2', { detail: args[0] ?? null });
}
