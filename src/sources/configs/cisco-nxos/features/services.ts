import { addSwitches, pushService } from '../../kit/cisco-services.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wholeNumber } from '../scope.ts';

/** Statements that switch a service on or off by their mere presence, and the name of the service. */
const SWITCHES: Readonly<Record<string, string>> = {
  'telnet server enable': 'telnet',
  'service dhcp': 'dhcp',
  'service unsupported-transceiver': 'unsupported-transceiver',
  'boot nxos': 'boot-image',
  'boot system': 'boot-image',
  'boot kickstart': 'boot-kickstart',
  'boot poap': 'poap',
  'boot order': 'boot-order',
  'boot config': 'boot-config',
  'ip domain-lookup': 'domain-lookup',
  'ip source-route': 'source-route',
  'ipv6 source-route': 'source-route-ipv6',
  'cdp enable': 'cdp',
  'lldp run': 'lldp',
  'no-service telnet': 'telnet',
  'xml server': 'netconf',
  'ssh login-attempts': 'ssh-login-attempts',
  'login block-for': 'login-block',
  'login quiet-mode': 'login-quiet-mode',
  'login on-failure': 'login-failure-log',
  'login on-success': 'login-success-log',
  'system login block-for': 'login-block',
  'system login quiet-mode': 'login-quiet-mode',
  'system admin-password recovery': 'password-recovery',
  'ip ftp server': 'ftp-server',
  'tftp-server': 'tftp-server',
  checkpoint: 'checkpoint',
  'grpc port': 'gnmi',
  'grpc certificate': 'gnmi',
  'grpc use-vrf': 'gnmi',
  'grpc gnmi': 'gnmi',
  telemetry: 'telemetry',
  'password encryption aes': 'password-encryption-aes',
  'sftp server': 'sftp-server',
  'scp server': 'scp',
};

/** Services of the device, management services above all; those that a feature opens are in features.ts. */
export function addServices(book: RuleBook<Scope>): void {
  addSwitches(book, SWITCHES);
  book.add('ssh port', readSshPort).add('nxapi', readApi).add('control-plane', readControlPlane);
}

function readSshPort(line: Line): void {
  pushService(line, 'ssh', { port: wholeNumber(line.args[0]) });
}

/** `nxapi http port 80`, `nxapi https port 443`, `nxapi use-vrf management`, `nxapi sandbox`. */
function readApi(line: Line): void {
  const [what = '', word, port] = line.args;
  if (what === 'http' || what === 'https')
    pushService(line, `nxapi-${what}`, { port: word === 'port' ? wholeNumber(port) : null });
  else if (what === 'sandbox') pushService(line, 'nxapi-sandbox');
  else if (what === 'ssl' || what === 'certificate' || what === 'client')
    line.to.tree.setAside(line.statement, 'web server setting');
  else pushService(line, 'nxapi', { enabled: null, detail: line.args.join(' ') || null });
}

/** The policy of the control plane: `service-policy input NAME`. */
function readControlPlane({ statement, to }: Line): void {
  for (const child of statement.children)
    if (child.words[0] === 'service-policy') {
      const detail = child.words.slice(2).join(' ') || null;
      to.draft.services.push({
        ...at(child.read()),
        name: 'copp',
        enabled: true,
        port: null,
        acl: null,
        detail,
      });
    }
  to.tree.setAside(statement, 'control plane');
  statement.read();
}
