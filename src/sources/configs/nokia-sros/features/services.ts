import { scrub } from '../../../kit/scrub.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { isOn, on, onLeaf, onState } from '../leaf.ts';
import { at, type Line, loginOf, removed, type Scope, tellService, wholeNumber } from '../scope.ts';
import { managementFilter } from './filters.ts';

/** Services that a statement of their own switches, and their names in the facts. */
const SWITCHES: Readonly<Record<string, string>> = {
  'system security telnet-server': 'telnet',
  'system security telnet6-server': 'telnet-ipv6',
  'system security ftp-server': 'ftp-server',
  'system security management-interface telnet-server': 'telnet',
};
/** Services that are switched by their state, and their names in the facts. */
const STATES: Readonly<Record<string, string>> = {
  'system netconf': 'netconf',
  'system netconf listen': 'netconf',
  'system management-interface netconf': 'netconf',
  'system management-interface netconf listen': 'netconf',
  'system grpc': 'grpc',
  'system grpc gnmi': 'gnmi',
  'system grpc rib-api': 'rib-api',
  'system grpc md-cli': 'grpc-md-cli',
  'system snmp': 'snmp',
  'system snmp streaming': 'snmp-streaming',
  'system management-interface snmp': 'snmp',
  'system management-interface snmp streaming': 'snmp-streaming',
  'system lldp': 'lldp',
  'system ptp': 'ptp',
  'system management-interface remote-management': 'remote-management',
  'system satellite': 'satellite',
};

/** Services of the device, management services above all, and the ways to log in. */
export function addServices(book: PathBook<Scope>): void {
  for (const [pattern, name] of Object.entries(SWITCHES))
    onLeaf(book, pattern, (line, value) => {
      const enabled = isOn(line, value);
      if (name.startsWith('telnet')) loginOf(line).telnet ||= enabled;
      tellService(line, name, { enabled });
    });
  for (const [pattern, name] of Object.entries(STATES))
    onState(book, pattern, (line, enabled) => tellService(line, name, { enabled }));
  for (const kind of 'system file cert-mgmt healthz os'.split(' '))
    onState(book, `system grpc gnoi ${kind}`, (line, enabled) =>
      tellService(line, `gnoi-${kind}`, { enabled }),
    );
  addSsh(book);
  addPorts(book);
  addTunnelsOut(book);
  addLogin(book);
  book.aside(
    'service setting',
    'system netconf, system management-interface, system grpc, system snmp, system lldp, system ptp, ' +
      'system security per-peer-queuing, system security management, system security management-interface, ' +
      'system security vprn-network-exceptions, system security copy-control, system security cli-script, system security source-address, ' +
      'system security python-script, system security pwd-mgmt, system security dot1x, system security ftp-server-ipv6',
  );
}

function addSsh(book: PathBook<Scope>): void {
  onLeaf(book, 'system security ssh server-shutdown', (line) => tellSsh(line, removed(line)));
  onLeaf(book, 'system security ssh server-admin-state', (line, value) => tellSsh(line, value === 'enable'));
  onLeaf(book, 'system security ssh listening-port, system security ssh server-port', (line, value) =>
    tellService(line, 'ssh', { port: wholeNumber(value) }),
  );
  book.aside(
    'ssh setting',
    'system security ssh preserve-key, system security ssh key-re-exchange, system security ssh authentication-method',
  );
}

function tellSsh(line: Line, enabled: boolean): void {
  loginOf(line).ssh = enabled;
  tellService(line, 'ssh', { enabled });
}

function addPorts(book: PathBook<Scope>): void {
  const ports: Readonly<Record<string, string>> = {
    'system management-interface netconf port': 'netconf',
    'system management-interface netconf listen port': 'netconf',
    'system netconf port': 'netconf',
    'system grpc listening-port': 'grpc',
    'system grpc tcp-port': 'grpc',
    'system management-interface snmp port': 'snmp',
    'system management-interface snmp general-port': 'snmp',
    'system snmp general-port': 'snmp',
  };
  for (const [pattern, name] of Object.entries(ports))
    onLeaf(book, pattern, (line, value) => tellService(line, name, { port: wholeNumber(value) }));
  onLeaf(book, 'system grpc allow-unsecure-connection', (line, value) =>
    tellTransport(line, isOn(line, value) ? 'none' : 'tls'),
  );
  onLeaf(book, 'system grpc tls-server-profile', (line) => tellTransport(line, 'tls'));
}

function tellTransport({ statement, to }: Line, value: string): void {
  to.draft.crypto.push({ ...at(statement.read()), area: 'tls', subject: 'grpc', part: 'transport', value });
}

/** Connections that the device opens by itself to whoever manages it or takes its telemetry. */
function addTunnelsOut(book: PathBook<Scope>): void {
  const out = (line: Line, name: string): void => {
    const detail = scrub([...line.names, ...line.args].join(' ')).slice(0, 200) || null;
    line.to.draft.services.push({
      ...at(line.statement.read()),
      name,
      enabled: true,
      port: null,
      acl: null,
      detail,
    });
  };
  on(book, 'system grpc-tunnel destination-group * destination *', (line) => out(line, 'grpc-tunnel'));
  on(book, 'system telemetry destination-group * destination *', (line) => out(line, 'telemetry'));
  on(book, 'system management-interface remote-management manager *', (line) =>
    out(line, 'remote-management'),
  );
  book.aside('telemetry setting', 'system grpc-tunnel, system telemetry');
}

function addLogin(book: PathBook<Scope>): void {
  onLeaf(book, 'system login-control idle-timeout', (line, value) => {
    const minutes = wholeNumber(value);
    const never = value === 'disable' || value === 'none' || (removed(line) && value === '');
    if (minutes === null && !never) return;
    loginOf(line).idle = (minutes ?? 0) * 60;
    line.statement.read();
  });
  for (const way of ['ssh', 'telnet'])
    onLeaf(book, `system login-control ${way} inbound-max-sessions`, (line, value) => {
      const login = loginOf(line);
      if (way === 'ssh' || login.most === null) login.most = wholeNumber(value);
      line.statement.read();
    });
  book
    .aside(
      'banner',
      'system login-control pre-login-message, system login-control motd, system login-control login-banner',
    )
    .aside(
      'login setting',
      'system login-control ssh, system login-control telnet, system login-control ftp, ' +
        'system login-control exponential-backoff, system login-control login-scripts',
    );
}

/** The ways in as a terminal line: all sessions of SR OS share their settings. */
export function settleLogin(to: Scope): void {
  const [login] = to.login.all;
  const guards = to.draft.aclBindings.find(({ where }) => where === 'management');
  const place = login ?? guards;
  if (!place) return;
  const { ssh = null, telnet = null, idle = null, most = null } = login ?? {};
  const transports = [...(ssh === false ? [] : ['ssh']), ...(telnet ? ['telnet'] : [])];
  to.draft.lines.push({
    line: place.line,
    lineEnd: place.lineEnd,
    kind: 'vty',
    first: 0,
    last: Math.max(0, (most ?? 1) - 1),
    accessIn: managementFilter(to, 'ipv4'),
    accessInVrfAlso: true,
    accessOut: null,
    accessIn6: managementFilter(to, 'ipv6'),
    // Of a protocol that no line speaks of we do not know whether it is let in.
    transportInput: telnet === null ? null : transports,
    transportOutput: null,
    login: null,
    execTimeout: idle,
    rotary: null,
    privilege: null,
  });
}

/** Services of the facts. */
export function settleServices(to: Scope): void {
  to.draft.services.push(...to.services.all);
}
