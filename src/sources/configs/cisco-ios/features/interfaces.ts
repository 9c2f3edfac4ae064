import { canonicalIp, parseNetwork } from '../../../../base/ip.ts';
import type { Interface } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import { maskBits } from '../../kit/mask.ts';
import { type Command, RuleBook } from '../../kit/rules.ts';
import { at, atBlock, type Line, type Scope } from '../scope.ts';
import { addInterfaceAsides } from '../set-aside-interface.ts';
import type { OpenInterface } from './open-interface.ts';
import { addOverlayRules, finishOverlay } from './overlays.ts';
import { addPolicyRules } from './policy-routes.ts';
import { addTunnelRules, finishTunnel, newTunnel } from './tunnels.ts';

type Setting = Command<OpenInterface>;

const SETTINGS: RuleBook<OpenInterface> = settings();

/** Interfaces with addresses, VRFs and access lists; tunnels are interfaces too. */
export function addInterfaces(book: RuleBook<Scope>): void {
  book.add('interface', readInterface);
}

function settings(): RuleBook<OpenInterface> {
  const book = new RuleBook<OpenInterface>()
    .add('description', ({ statement, no, to }) => {
      to.face.description = no ? null : scrub(statement.text.slice(12).trim());
      statement.read();
    })
    .add('shutdown', ({ statement, no, to }) => {
      to.face.shutdown = !no;
      statement.read();
    })
    .add('vrf forwarding', readVrf)
    .add('ip vrf forwarding', readVrf)
    .add('ip address', readAddress)
    .add('ipv6 address', readAddress6)
    .add('ip access-group', (line) => readAccess(line, 0))
    .add('ipv6 traffic-filter', (line) => readAccess(line, 0))
    .add('ip traffic-export apply', readExport)
    .add('cdp enable', (line) => readDiscovery(line, 'cdp'))
    .add('lldp transmit', (line) => readDiscovery(line, 'lldp'))
    .add('ip flow monitor', readFlow)
    .add('ipv6 flow monitor', readFlow)
    .add('ip flow ingress', readFlow)
    .add('ip flow egress', readFlow)
    .add('ip route-cache flow', readFlow);
  addInterfaceAsides(book);
  book.add('flow ipv4 monitor', readFlow);
  addTunnelRules(book);
  addOverlayRules(book);
  addPolicyRules(book);
  return book;
}

function readInterface({ statement, no, args, to }: Line): void {
  const type = args.indexOf('type', 1);
  const named = type < 0 ? args : args.slice(0, type);
  const [only = ''] = named;
  const name = named.length === 1 ? only : named.filter((word) => !INTERFACE_WORDS.has(word)).join('');
  if (name === '' || no) return;
  const face: OpenInterface['face'] = {
    ...atBlock(statement, to.tree),
    name,
    role: 'other',
    addresses: [],
    vrf: null,
    description: null,
    shutdown: false,
    discovery: {},
    flow: [],
  };
  const target: OpenInterface = { face, tunnel: newTunnel(), nhrp: null, vxlan: [], scope: to };
  statement.read();
  for (const child of statement.children) SETTINGS.apply(child, to.tree, target);
  face.role = type > 0 && args[type + 1] === 'tunnel' ? 'tunnel' : roleOf(face);
  to.draft.interfaces.push(face);
  finishTunnel(target);
  finishOverlay(target);
}

const INTERFACE_WORDS = new Set(['point-to-point', 'multipoint', 'l2transport']);

function roleOf({ name, vrf }: OpenInterface['face']): Interface['role'] {
  if (/^loopback/i.test(name)) return 'loopback';
  if (/^tunnel/i.test(name)) return 'tunnel';
  if (/^(?:GigabitEthernet0|FastEthernet0|mgmt\d*|Management\d+)$/i.test(name)) return 'management';
  return vrf !== null && /mgmt|management|oob/i.test(vrf) ? 'management' : 'other';
}

function readVrf({ statement, no, args, to }: Setting): void {
  to.face.vrf = no ? null : (args[0] ?? null);
  statement.read();
}

function readAddress({ statement, no, args, to }: Setting): void {
  const address = canonicalIp(args[0] ?? '');
  const bits = maskBits(args[1] ?? '');
  if (!no && address && bits >= 0) to.face.addresses.push(`${address}/${bits}`);
  else if (!no && !LEARNT.has(args[0] ?? '')) return;
  statement.read();
}

const LEARNT = new Set(['dhcp', 'negotiated', 'pool', 'autoconfig']);

function readAddress6({ statement, no, args, to }: Setting): void {
  const text = args[0] ?? '';
  const network = parseNetwork(text);
  const address = network && canonicalIp(text.split('/')[0] as string);
  if (!no && network && address) to.face.addresses.push(`${address}/${network.bits}`);
  else if (!no && !LEARNT.has(text) && (args.length < 2 || text.includes(':'))) return;
  statement.read();
}

function readAccess({ statement, no, args, to }: Setting, i: number): void {
  const acl = args[i];
  const direction = args[i + 1];
  if (no) statement.read();
  if (!acl || no || (direction !== 'in' && direction !== 'out')) return;
  to.scope.draft.aclBindings.push({ ...at(statement), acl, where: `interface ${to.face.name}`, direction });
  statement.read();
}

function readDiscovery({ statement, no, to }: Setting, name: string): void {
  to.face.discovery[name] = !no;
  statement.read();
}

/** `ip flow monitor NAME [sampler S] input`, and the statements of older trains that name no monitor. */
function readFlow({ statement, no, args, to }: Setting): void {
  statement.read();
  if (no) return;
  to.face.flow.push(args[0] ?? 'netflow');
  const { words } = statement;
  const outward = words.includes('output') || words.includes('egress');
  if (outward || words[0] === 'ipv6' || to.face.flowIn === 'all') return;
  to.face.flowIn = words.includes('sampler') ? 'sampled' : 'all';
}

function readExport({ statement, args, to }: Setting): void {
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
