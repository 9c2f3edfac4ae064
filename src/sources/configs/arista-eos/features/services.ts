import { addSwitches, pushService } from '../../kit/cisco-services.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { atBlock, type Line, type Scope } from '../scope.ts';

/** Statements that switch a service on or off by their mere presence, and the name of the service. */
const SWITCHES: Readonly<Record<string, string>> = {
  'lldp run': 'lldp',
  'ip source-route': 'source-route',
  'boot system': 'boot-image',
  'service password-encryption': 'password-encryption',
  'service unsupported-transceiver': 'unsupported-transceiver',
  'ip domain lookup': 'domain-lookup',
  'ip ftp': 'ftp-client',
  'ip icmp redirect': 'icmp-redirect',
  'tap aggregation': 'tap-aggregation',
  'dhcp server': 'dhcp',
  'ip http server': 'http',
  'zerotouch cancel': 'ztp-cancel',
};

/** Services of the device that no management block holds, and places where foreign programs run. */
export function addServices(book: RuleBook<Scope>): void {
  addSwitches(book, SWITCHES);
  book
    .add('container-manager', (line) => readContainer(line, 'container-manager'))
    .add('container', (line) => readContainer(line, 'container'))
    .add('virtual-machine', (line) => readContainer(line, 'virtual-machine'))
    .add('vm', (line) => readContainer(line, 'virtual-machine'))
    .add('p4-runtime', (line) => readContainer(line, 'p4-runtime'))
    .add('openflow', (line) => readContainer(line, 'openflow'))
    .add('openconfig', (line) => readContainer(line, 'openconfig'))
    .add('bash', (line) => pushService(line, 'bash-shell'));
}

function readContainer(line: Line, name: string): void {
  const { statement, no, args, to } = line;
  const shut = statement.children.some(({ text }) => text === 'shutdown');
  const open = statement.children.some(({ text }) => text === 'no shutdown');
  const enabled =
    no || shut ? false : open || name === 'container' || name === 'virtual-machine' ? true : null;
  const service = { name, enabled, port: null, acl: null, detail: args[0] ?? null };
  to.draft.services.push({ ...atBlock(statement, to.tree), ...service });
  to.tree.setAside(statement, 'container setting');
  statement.read();
}
