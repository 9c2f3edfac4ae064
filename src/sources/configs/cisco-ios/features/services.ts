import { scrub } from '../../../kit/scrub.ts';
import { addSwitches, changeService } from '../../kit/cisco-services.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wholeNumber } from '../scope.ts';
import { noteSsh, noteWeb } from './session-crypto.ts';

/** Statements that switch a service on or off by their mere presence, and the name of the service. */
const SWITCHES: Readonly<Record<string, string>> = {
  vstack: 'smart-install',
  'ip finger': 'finger',
  'service finger': 'finger',
  'service tcp-small-servers': 'tcp-small-servers',
  'service udp-small-servers': 'udp-small-servers',
  'service pad': 'pad',
  'service config': 'config-autoload',
  'service dhcp': 'dhcp',
  'service password-encryption': 'password-encryption',
  'service password-recovery': 'password-recovery',
  'service linenumber': 'line-number-banner',
  'service tcp-keepalives-in': 'tcp-keepalives-in',
  'service tcp-keepalives-out': 'tcp-keepalives-out',
  'service internal': 'internal-commands',
  'password encryption aes': 'password-encryption-aes',
  'ip bootp server': 'bootp',
  'ip source-route': 'source-route',
  'ipv6 source-route': 'source-route-ipv6',
  'ip scp server enable': 'scp',
  'ip rcmd rsh-enable': 'rsh',
  'ip rcmd rcp-enable': 'rcp',
  'ip rcmd remote-host': 'rcmd-host',
  'ip identd': 'identd',
  'ip dns server': 'dns',
  'ip domain lookup': 'domain-lookup',
  'ip domain-lookup': 'domain-lookup',
  'ip gratuitous-arps': 'gratuitous-arps',
  'ip host-routing': 'host-routing',
  'ip sla responder': 'ip-sla-responder',
  'cdp run': 'cdp',
  'lldp run': 'lldp',
  'ftp-server enable': 'ftp-server',
  'ftp-server topdir': 'ftp-server',
  'tftp-server': 'tftp-server',
  'netconf-yang': 'netconf',
  'netconf ssh': 'netconf',
  'netconf detailed-error': 'netconf',
  restconf: 'restconf',
  gnxi: 'gnmi',
  'gnmi-yang': 'gnmi',
  'mop enabled': 'mop',
  'wsma agent': 'wsma',
  'wsma profile': 'wsma',
  'cns config': 'cns',
  'cns exec': 'cns',
  'cns event': 'cns',
  'cns trusted-server': 'cns',
  'cns image': 'cns',
  'telnet server': 'telnet',
  'call-home reporting': 'call-home',
  'service call-home': 'call-home',
  'boot network': 'network-boot',
  'boot host': 'network-boot',
  'boot config': 'boot-config',
  'boot system': 'boot-image',
  'license smart transport': 'license-transport',
  'login block-for': 'login-block',
  'login delay': 'login-delay',
  'login on-success': 'login-success-log',
  'login on-failure': 'login-failure-log',
  'login quiet-mode': 'login-quiet-mode',
  'security passwords min-length': 'password-min-length',
  'security authentication failure': 'authentication-failure-limit',
  'secure boot-image': 'secure-boot-image',
  'secure boot-config': 'secure-boot-config',
  'ip options': 'ip-options',
  'ip tcp synwait-time': 'tcp-synwait',
};

/** Services of the device, management services above all. */
export function addServices(book: RuleBook<Scope>): void {
  addSwitches(book, SWITCHES);
  book
    .add('ip http', readHttp)
    .add('ip ssh', readSsh)
    .add('ip ftp', readFtp)
    .add('alias', readAlias)
    .aside('menu', 'menu');
}

const HTTP_ASIDE = new Set(
  (
    'authentication timeout-policy path max-connections digest active-session-modules secure-active-session-modules ' +
    'secure-ciphersuite secure-trustpoint secure-client-auth tls-version banner session-idle-timeout session-module-list ' +
    'secure-ecdhe-curve help-path'
  ).split(' '),
);

function readHttp(line: Line): void {
  const { statement, no, args, to } = line;
  const what = args[0];
  noteWeb(line);
  if (what === 'server') changeService(line, 'http', { enabled: !no });
  else if (what === 'secure-server') changeService(line, 'https', { enabled: !no });
  else if (what === 'port') changeService(line, 'http', { port: wholeNumber(args[1]) });
  else if (what === 'secure-port') changeService(line, 'https', { port: wholeNumber(args[1]) });
  else if (what === 'access-class') readHttpAccess(line);
  else if (what === 'client' && args[1] === 'source-interface' && args[2])
    to.draft.sourceInterfaces['http-client'] ??= args[2];
  else if (what === 'client' || HTTP_ASIDE.has(what ?? '')) {
    to.tree.setAside(statement, 'web server setting');
    return;
  } else return;
  statement.read();
}

function readHttpAccess(line: Line): void {
  const { statement, no, args, to } = line;
  const acl = args[1] === 'ipv4' || args[1] === 'ipv6' ? args[2] : args[1];
  if (no || acl === undefined) return;
  changeService(line, 'http', { acl });
  changeService(line, 'https', { acl });
  to.draft.aclBindings.push({ ...at(statement), acl, where: 'http', direction: null });
}

/** `ip ssh port N rotary M` opens a further port; each line is a service entry of its own. */
function readSsh(line: Line): void {
  const { statement, no, args, to } = line;
  noteSsh(line);
  const rest = args.slice(1).join(' ');
  if (args[0] === 'source-interface' && args[1]) {
    to.draft.sourceInterfaces.ssh ??= args[1];
    statement.read();
    return;
  }
  const port = args[0] === 'port' ? wholeNumber(args[1]) : null;
  const detail = port === null ? args.join(' ') : args.slice(2).join(' ') || null;
  const enabled = port === null ? null : !no;
  to.draft.services.push({
    ...at(statement),
    name: 'ssh',
    enabled,
    port,
    acl: null,
    detail: no && rest ? `no ${detail}` : detail,
  });
  to.tree.setAside(statement, 'ssh setting');
  statement.read();
}

function readFtp({ statement, args, to }: Line): void {
  if (args[0] === 'source-interface' && args[1]) {
    to.draft.sourceInterfaces.ftp ??= args[1];
    statement.read();
  } else to.tree.setAside(statement, 'file transfer client setting');
}

/** An alias may hide a script: those that run Tcl are kept as scripts. */
function readAlias({ statement, args, to }: Line): void {
  if (!args.includes('tclsh')) {
    to.tree.setAside(statement, 'command alias');
    return;
  }
  to.draft.scripts.push({
    ...at(statement),
    kind: 'tcl',
    name: `alias ${args[1] ?? ''}`,
    body: [scrub(args.slice(2).join(' '))],
  });
  statement.read();
}
