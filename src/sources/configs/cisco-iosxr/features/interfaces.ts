import {
  addCommonSettings,
  type InterfaceForm,
  type InterfaceSetting,
  readInterface,
  readSlashed,
  readVrf,
} from '../../kit/cisco-interfaces.ts';
import type { OpenInterface } from '../../kit/cisco-open-interface.ts';
import { addOverlayRules } from '../../kit/cisco-overlays.ts';
import { addTunnelRules } from '../../kit/cisco-tunnels.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';
import { addInterfaceAsides } from '../set-aside-interface.ts';

const FORM: InterfaceForm = { settings: settings(), management: /^MgmtEth/i };
const TUNNELS: readonly (readonly [RegExp, string])[] = [
  [/^tunnel-te/i, 'mpls traffic-eng'],
  [/^tunnel-mte/i, 'mpls traffic-eng p2mp'],
  [/^tunnel-ipsec/i, 'ipsec'],
];

/** Interfaces with addresses, VRFs, lists and mirrors; tunnels are interfaces too. */
export function addInterfaces(book: RuleBook<Scope>): void {
  book.add('interface', readFace);
}

/** `interface preconfigure NAME` sets up what is not plugged in yet. */
function readFace({ statement, no, args, to }: Line): void {
  const named = args[0] === 'preconfigure' ? args.slice(1) : args;
  const before = to.draft.tunnels.length;
  readInterface({ statement, no, args: named, to }, FORM);
  const kind = TUNNELS.find(([name]) => name.test(named[0] ?? ''));
  const tunnel = to.draft.tunnels[before];
  if (tunnel && kind && tunnel.mode === 'gre ip') to.draft.tunnels[before] = { ...tunnel, mode: kind[1] };
}

function settings(): RuleBook<OpenInterface> {
  const book = new RuleBook<OpenInterface>();
  addInterfaceAsides(book);
  addCommonSettings(book);
  addTunnelRules(book);
  addOverlayRules(book);
  return book
    .add('vrf', readVrf)
    .add('ipv4 address', readSlashed)
    .add('ipv4 access-group', readAccess)
    .add('ipv6 access-group', readAccess)
    .add('cdp', ({ statement, no, to }) => {
      to.face.discovery.cdp = !no;
      to.scope.tree.setAside(statement, 'physical interface setting');
      statement.read();
    })
    .add('lldp', readLldp)
    .add('flow', readFlow)
    .add('destination', ({ statement, args, to }) => {
      if (!/^tunnel/i.test(to.face.name) || !args[0]) return;
      to.tunnel.destination = args[0];
      statement.read();
    })
    .add('monitor-session', readMirror)
    .add('macsec', readMacsec);
}

/** `ipv4 access-group [common C] NAME ingress|egress`. */
function readAccess({ statement, no, args, to }: InterfaceSetting): void {
  const direction = args.includes('egress') ? 'out' : args.includes('ingress') ? 'in' : null;
  if (no) statement.read();
  if (no || direction === null) return;
  const names = args
    .slice(0, args.indexOf(direction === 'in' ? 'ingress' : 'egress'))
    .filter((w) => w !== 'common');
  for (const acl of names)
    to.scope.draft.aclBindings.push({ ...at(statement), acl, where: `interface ${to.face.name}`, direction });
  if (names.length > 0) statement.read();
}

/** `lldp` with `enable`, `transmit disable` and `receive disable` below it. */
function readLldp({ statement, args, to }: InterfaceSetting): void {
  const said = [args.join(' '), ...statement.children.map((child) => child.text)];
  to.face.discovery.lldp = !said.includes('transmit disable');
  to.scope.tree.setAside(statement, 'physical interface setting');
  statement.read();
}

/** `flow ipv4|ipv6|mpls monitor NAME [sampler S] ingress|egress`. */
function readFlow({ statement, no, args, to }: InterfaceSetting): void {
  const name = wordAfter(args, 'monitor');
  if (!name) return;
  statement.read();
  if (no) return;
  if (!to.face.flow.includes(name)) to.face.flow.push(name);
  if (args[0] !== 'ipv4' || !args.includes('ingress') || to.face.flowIn === 'all') return;
  to.face.flowIn = args.includes('sampler') ? 'sampled' : 'all';
}

/** Traffic of the interface goes into a mirror session; how much of it may stand below. */
function readMirror({ statement, no, args, to }: InterfaceSetting): void {
  const session = args[0];
  if (!session || no) return;
  const scope = to.scope as Scope;
  const direction = wordAfter(args, 'direction');
  const source = direction ? `${to.face.name} ${direction}` : to.face.name;
  const sources = scope.mirrored.get(session) ?? [];
  sources.push(source);
  scope.mirrored.set(session, sources);
  for (const child of statement.children) {
    if (child.words[0] !== 'acl') continue;
    const acl = child.words.at(-1) ?? '';
    if (acl !== 'acl')
      scope.draft.aclBindings.push({
        ...at(child.read()),
        acl,
        where: `monitor-session ${session}`,
        direction: null,
      });
  }
  scope.tree.setAside(statement, 'mirror setting');
  statement.read();
}

/** `macsec psk-keychain K [policy P]`. */
function readMacsec({ statement, no, args, to }: InterfaceSetting): void {
  if (no) return;
  const subject = `interface ${to.face.name}`;
  addCrypto(to.scope, statement, { area: 'macsec', subject, part: 'mode', values: [args[0] ?? ''] });
  statement.read();
}
