import { addIgpRules } from '../../kit/cisco-igp-interface.ts';
import {
  addCommonSettings,
  type InterfaceForm,
  type InterfaceSetting,
  readAccess,
  readInterface,
  readMasked,
  readVrf,
} from '../../kit/cisco-interfaces.ts';
import type { OpenInterface } from '../../kit/cisco-open-interface.ts';
import { addOverlayRules } from '../../kit/cisco-overlays.ts';
import { addPolicyRules } from '../../kit/cisco-policy-routes.ts';
import { addTunnelRules } from '../../kit/cisco-tunnels.ts';
import { RuleBook } from '../../kit/rules.ts';
import { at, type Scope } from '../scope.ts';
import { addInterfaceAsides } from '../set-aside-interface.ts';

const FORM: InterfaceForm = {
  settings: settings(),
  management: /^(?:GigabitEthernet0|FastEthernet0|mgmt\d*|Management\d+)$/i,
};

/** Interfaces with addresses, VRFs and access lists; tunnels are interfaces too. */
export function addInterfaces(book: RuleBook<Scope>): void {
  book.add('interface', (line) => readInterface(line, FORM));
}

function settings(): RuleBook<OpenInterface> {
  const book = new RuleBook<OpenInterface>()
    .add('vrf forwarding', readVrf)
    .add('ip vrf forwarding', readVrf)
    .add('ip address', readMasked)
    .add('ipv6 traffic-filter', readAccess)
    .add('ip traffic-export apply', readExport)
    .add('ip flow monitor', readFlow)
    .add('ipv6 flow monitor', readFlow)
    .add('ip flow ingress', readFlow)
    .add('ip flow egress', readFlow)
    .add('ip route-cache flow', readFlow);
  addCommonSettings(book);
  addInterfaceAsides(book);
  addIgpRules(book);
  book.add('flow ipv4 monitor', readFlow);
  addTunnelRules(book);
  addOverlayRules(book);
  addPolicyRules(book);
  return book;
}

/** `ip flow monitor NAME [sampler S] input`, and the statements of older trains that name no monitor. */
function readFlow({ statement, no, args, to }: InterfaceSetting): void {
  statement.read();
  if (no) return;
  to.face.flow.push(args[0] ?? 'netflow');
  const { words } = statement;
  const outward = words.includes('output') || words.includes('egress');
  if (outward || words[0] === 'ipv6' || to.face.flowIn === 'all') return;
  to.face.flowIn = words.includes('sampler') ? 'sampled' : 'all';
}

function readExport({ statement, args, to }: InterfaceSetting): void {
  const mirrors = to.scope.draft.mirrors;
  mirrors.push({
    ...at(statement),
    name: args[0] ?? '',
    type: 'traffic-export',
    source: to.face.name,
    destination: null,
  });
  statement.read();
}
