import { bindAcl } from '../../kit/cisco-acls.ts';
import { addSwitches, pushService } from '../../kit/cisco-services.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { type Line, type Scope, wholeNumber, wordAfter } from '../scope.ts';

/** Statements that switch a service on or off by their mere presence, and the name of the service. */
const SWITCHES: Readonly<Record<string, string>> = {
  cdp: 'cdp',
  lldp: 'lldp',
  'ipv4 source-route': 'source-route',
  'ipv6 source-route': 'source-route-ipv6',
  'service ipv4 tcp-small-servers': 'tcp-small-servers',
  'service ipv4 udp-small-servers': 'udp-small-servers',
  'service ipv6 tcp-small-servers': 'tcp-small-servers',
  'service ipv6 udp-small-servers': 'udp-small-servers',
  'ipsla responder': 'ip-sla-responder',
  'netconf agent': 'netconf',
  onep: 'onep',
  openflow: 'openflow',
  'lawful-intercept': 'lawful-intercept',
  'service cli interactive disable': 'cli-prompts-off',
};

/** Services of the device, management services above all. */
export function addServices(book: RuleBook<Scope>): void {
  addSwitches(book, SWITCHES);
  book
    .add('telnet', readVrfServer)
    .add('tftp', readVrfServer)
    .add('http server', readHttp)
    .add('xml agent', readXml)
    .add('netconf-yang agent', readNetconf)
    .add('domain lookup disable', (line) => pushService(line, 'domain-lookup', { enabled: line.no }))
    .add('domain lookup source-interface', (line) => readSource(line, 'dns'))
    .add('domain', readDomain)
    .add('lawful-intercept disable', (line) => pushService(line, 'lawful-intercept', { enabled: line.no }))
    .add('call-home', readCallHome)
    .aside(
      'service setting',
      'cdp timer, cdp holdtime, cdp advertise, cdp log, http client, dhcp, ipsla, cinetd, netconf-yang, service',
    )
    .aside('file transfer client setting', 'ftp, rcp, scp, sftp');
  for (const word of ['ftp', 'rcp', 'tftp', 'http'])
    book.add(`${word} client source-interface`, (line) => readSource(line, word));
  book.add('tftp client', 'file transfer client setting');
}

function readSource({ statement, no, args, to }: Line, service: string): void {
  if (!args[0] || no) return;
  to.draft.sourceInterfaces[service] ??= args.join('');
  statement.read();
}

/** `domain [vrf V] lookup source-interface I`; the rest names servers and hosts. */
function readDomain(line: Line): void {
  const name = wordAfter(line.args, 'source-interface');
  if (name && !line.no) {
    line.to.draft.sourceInterfaces.dns ??= name;
    line.statement.read();
  } else line.to.tree.setAside(line.statement, 'name resolution');
}

/** `telnet vrf V ipv4 server max-servers 10 access-list A`, `tftp vrf V ipv4 server homedir D access-list A`. */
function readVrfServer(line: Line): void {
  const { statement, args, to } = line;
  const name = statement.words.includes('tftp') ? 'tftp-server' : 'telnet';
  if (!args.includes('server')) {
    const source = args.includes('client') ? wordAfter(args, 'source-interface') : null;
    if (source) to.draft.sourceInterfaces[name === 'telnet' ? name : 'tftp'] ??= source;
    if (source) statement.read();
    else to.tree.setAside(statement, 'file transfer client setting');
    return;
  }
  const acl = wordAfter(args, 'access-list');
  if (acl) bindAcl(to, statement, { acl, where: name === 'telnet' ? 'telnet' : name });
  pushService(line, name, { acl, detail: args.join(' ') });
}

/** `http server [ssl] [access-group [ipv4] A]`. */
function readHttp(line: Line): void {
  const { statement, args, to } = line;
  const after = args.slice(args.indexOf('access-group') + 1);
  const acl = args.includes('access-group')
    ? (after.find((w) => w !== 'ipv4' && w !== 'ipv6') ?? null)
    : null;
  if (acl) bindAcl(to, statement, { acl, where: 'http' });
  pushService(line, args[0] === 'ssl' ? 'https' : 'http', { acl });
}

/** `xml agent [tty|ssl]` with the lists of each VRF below it. */
function readXml(line: Line): void {
  const { statement, args, to } = line;
  let acl: string | null = null;
  for (const each of to.tree.block(statement)) {
    const named = each === statement ? null : wordAfter(each.words, 'access-list');
    if (!named) continue;
    acl ??= named;
    bindAcl(to, each.read(), { acl: named, where: 'xml-agent' });
  }
  to.tree.setAside(statement, 'service setting');
  pushService(line, 'xml-agent', { acl, detail: args[0] ?? null });
}

function readNetconf(line: Line): void {
  const over = line.statement.children.map((child) => child.read().words.join(' ')).join(', ');
  pushService(line, 'netconf', { detail: ['yang', over].filter(Boolean).join(' ') });
}

function readCallHome(line: Line): void {
  const active = line.statement.children.find(({ text }) => text === 'service active');
  active?.read();
  line.to.tree.setAside(line.statement, 'call-home setting');
  pushService(line, 'call-home', { enabled: active ? !line.no : null });
}

/** The port of a service that a word names; null when it is none. */
export function portAfter(words: readonly string[]): number | null {
  return wholeNumber(wordAfter(words, 'port'));
}
