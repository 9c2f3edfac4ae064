import {
  addCommonSettings,
  type InterfaceForm,
  type InterfaceSetting,
  readAccess,
  readDiscovery,
  readInterface,
  readSlashed,
  readVrf,
} from '../../kit/cisco-interfaces.ts';
import type { OpenInterface } from '../../kit/cisco-open-interface.ts';
import { addOverlayRules } from '../../kit/cisco-overlays.ts';
import { addPolicyRules } from '../../kit/cisco-policy-routes.ts';
import { addTunnelRules } from '../../kit/cisco-tunnels.ts';
import { RuleBook } from '../../kit/rules.ts';
import type { Scope } from '../scope.ts';
import { addInterfaceAsides } from '../set-aside-interface.ts';
import { addInterfaceKeys } from './interface-keys.ts';

const FORM: InterfaceForm = { settings: settings(), management: /^mgmt\d+$/i };

/** Interfaces with addresses, VRFs and access lists; tunnels and VXLAN endpoints are interfaces too. */
export function addInterfaces(book: RuleBook<Scope>): void {
  book.add('interface', (line) => readInterface(line, FORM));
}

function settings(): RuleBook<OpenInterface> {
  const book = new RuleBook<OpenInterface>();
  addCommonSettings(book);
  addInterfaceAsides(book);
  addTunnelRules(book);
  addOverlayRules(book);
  addPolicyRules(book);
  addInterfaceKeys(book);
  return book
    .add('ip address', readSlashed)
    .add('vrf member', readVrf)
    .add('ipv6 traffic-filter', readAccess)
    .add('ip port access-group', readAccess)
    .add('lldp receive', 'layer 2 interface setting')
    .add('lldp transmit', (line) => readDiscovery(line, 'lldp'))
    .add('ip flow monitor', readFlow)
    .add('ipv6 flow monitor', readFlow)
    .add('layer2-switched flow monitor', readFlow)
    .add('sflow enable', readFlow)
    .add('peer-ip', readPeer);
}

/** `ip flow monitor NAME input sampler S`. */
function readFlow({ statement, no, args, to }: InterfaceSetting): void {
  statement.read();
  if (no) return;
  to.face.flow.push(args[0] ?? 'sflow');
  if (statement.words.includes('output') || statement.words[0] === 'ipv6') return;
  to.face.flowIn = statement.words.includes('sampler') || args[0] === undefined ? 'sampled' : 'all';
}

/** A static peer of a VXLAN network that stands, wrongly indented, in the interface itself. */
function readPeer({ statement, args, to }: InterfaceSetting): void {
  if (args[0]) to.vxlan.push({ name: to.face.name, peer: args[0], statement: statement.read() });
}
