import { canonicalIp, parseNetwork } from '../../../base/ip.ts';
import type { Interface } from '../../../model/device-facts.ts';
import { scrub } from '../../kit/scrub.ts';
import type { OpenInterface } from './cisco-open-interface.ts';
import { finishOverlay } from './cisco-overlays.ts';
import { at, atBlock, type CiscoLine } from './cisco-scope.ts';
import { finishTunnel, newTunnel } from './cisco-tunnels.ts';
import { maskBits } from './mask.ts';
import type { Command, RuleBook } from './rules.ts';

/** A statement below an interface. */
export type InterfaceSetting = Command<OpenInterface>;

/** How a platform writes interfaces. */
export interface InterfaceForm {
  readonly settings: RuleBook<OpenInterface>;
  /** Names of interfaces that serve for management alone. */
  readonly management: RegExp;
}

/** The statements below an interface that all platforms write alike. */
export function addCommonSettings(book: RuleBook<OpenInterface>): void {
  book
    .add('description', ({ statement, no, to }) => {
      to.face.description = no ? null : scrub(statement.text.slice(12).trim());
      statement.read();
    })
    .add('shutdown', ({ statement, no, to }) => {
      to.face.shutdown = !no;
      statement.read();
    })
    .add('ipv6 address', readAddress6)
    .add('ip access-group', readAccess)
    .add('cdp enable', (line) => readDiscovery(line, 'cdp'))
    .add('lldp transmit', (line) => readDiscovery(line, 'lldp'));
}

/** An interface with all that stands below it; a tunnel is an interface too. */
export function readInterface({ statement, no, args, to }: CiscoLine, form: InterfaceForm): void {
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
  for (const child of statement.children) form.settings.apply(child, to.tree, target);
  face.role = type > 0 && args[type + 1] === 'tunnel' ? 'tunnel' : roleOf(face, form.management);
  to.draft.interfaces.push(face);
  finishTunnel(target);
  finishOverlay(target);
}

const INTERFACE_WORDS = new Set(['point-to-point', 'multipoint', 'l2transport']);

function roleOf({ name, vrf }: OpenInterface['face'], management: RegExp): Interface['role'] {
  if (/^loopback/i.test(name)) return 'loopback';
  if (/^tunnel/i.test(name)) return 'tunnel';
  if (management.test(name)) return 'management';
  return vrf !== null && /mgmt|management|oob/i.test(vrf) ? 'management' : 'other';
}

/** `vrf forwarding NAME` and its like. */
export function readVrf({ statement, no, args, to }: InterfaceSetting): void {
  to.face.vrf = no ? null : (args[0] ?? null);
  statement.read();
}

/** `ip address 10.0.0.1 255.255.255.0`. */
export function readMasked({ statement, no, args, to }: InterfaceSetting): void {
  takeAddress({ statement, no, args, to }, maskBits(args[1] ?? ''));
}

/** `ip address 10.0.0.1/24`; the form with a mask counts, too. */
export function readSlashed({ statement, no, args, to }: InterfaceSetting): void {
  const text = args[0] ?? '';
  const bits = text.includes('/') ? (parseNetwork(text)?.bits ?? -1) : maskBits(args[1] ?? '');
  takeAddress({ statement, no, args, to }, bits);
}

function takeAddress({ statement, no, args, to }: InterfaceSetting, bits: number): void {
  const address = canonicalIp((args[0] ?? '').split('/')[0] as string);
  if (!no && address && bits >= 0) to.face.addresses.push(`${address}/${bits}`);
  else if (!no && !LEARNT.has(args[0] ?? '')) return;
  statement.read();
}

const LEARNT = new Set(['dhcp', 'negotiated', 'pool', 'autoconfig']);

function readAddress6({ statement, no, args, to }: InterfaceSetting): void {
  const text = args[0] ?? '';
  const network = parseNetwork(text);
  const address = network && canonicalIp(text.split('/')[0] as string);
  if (!no && network && address) to.face.addresses.push(`${address}/${network.bits}`);
  else if (!no && !LEARNT.has(text) && (args.length < 2 || text.includes(':'))) return;
  statement.read();
}

/** An access list on the interface: name, then direction. */
export function readAccess({ statement, no, args, to }: InterfaceSetting): void {
  const [acl, direction] = args;
  if (no) statement.read();
  if (!acl || no || (direction !== 'in' && direction !== 'out')) return;
  to.scope.draft.aclBindings.push({ ...at(statement), acl, where: `interface ${to.face.name}`, direction });
  statement.read();
}

/** Neighbour discovery by a line of its own. */
export function readDiscovery({ statement, no, to }: InterfaceSetting, name: string): void {
  to.face.discovery[name] = !no;
  statement.read();
}
