import { canonicalIp } from '../../../base/ip.ts';
import type { Statement, StatementTree } from '../../../base/statement-tree.ts';
import type { OpenInterface } from './cisco-open-interface.ts';
import { at, type CiscoLine, type CiscoScope, wordAfter } from './cisco-scope.ts';
import type { Command, RuleBook } from './rules.ts';

type Setting = Command<OpenInterface>;

/** A far end as a statement names it. */
interface Peer {
  readonly name: string;
  readonly mode: string;
  readonly peer: string | undefined;
  readonly source?: string | null;
  readonly shutdown?: boolean;
}

function addPeer(
  to: CiscoScope,
  statement: Statement,
  { name, mode, peer, source, shutdown }: Peer,
): boolean {
  const destination = canonicalIp(peer ?? '');
  if (destination === null) return false;
  const facts = { name, mode, source: source ?? null, destination, shutdown: shutdown ?? false };
  to.draft.tunnels.push({ ...at(statement.read()), ...facts });
  return true;
}

/** Pseudowires that are no interfaces: cross connects, virtual forwarding instances, contexts of a layer 2 VPN. */
export function addOverlays<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('l2vpn xconnect context', (line) => readMembers(line, `l2vpn ${line.args[0] ?? ''}`))
    .add('l2vpn vfi context', (line) => readMembers(line, `vfi ${line.args[0] ?? ''}`))
    .add('l2 vfi', (line) => readMembers(line, `vfi ${line.args[0] ?? ''}`))
    .add('connect', (line) => {
      const name = `connect ${line.args[0] ?? ''}`;
      for (const child of line.statement.children)
        readXconnect(child, { to: line.to, name, shutdown: false });
      line.to.tree.setAside(line.statement, 'layer 2 connection');
    });
}

/** Peers below an interface: cross connects, neighbours of pseudowire interfaces, and those of VXLAN. */
export function addOverlayRules(book: RuleBook<OpenInterface>): void {
  book
    .add('xconnect', ({ statement, to }) => readXconnect(statement, ofInterface(to)))
    .add('service instance', ({ statement, to }) => {
      for (const child of statement.children) readXconnect(child, ofInterface(to));
      to.scope.tree.setAside(statement, 'physical interface setting');
    })
    .add('neighbor', ({ statement, args, to }) => {
      if (!/^pseudowire/i.test(to.face.name)) return;
      const siblings = statement.parent?.children ?? [];
      const over = siblings.find((each) => each.words[0] === 'encapsulation')?.words[1];
      const mode = over === 'l2tpv3' ? over : 'mpls pseudowire';
      addPeer(to.scope, statement, { ...ofInterface(to), mode, peer: args[0] });
    })
    .add('source-interface', ({ statement, args, to }) => {
      if (!isVxlan(to)) return;
      to.tunnel.source = args.join('') || null;
      statement.read();
    })
    .add('host-reachability', 'tunnel setting')
    .add('member vni', readNetwork);
}

const isVxlan = ({ face }: OpenInterface): boolean => /^nve\d/i.test(face.name);

function ofInterface({ face, scope }: OpenInterface): Wire {
  return { to: scope, name: face.name, shutdown: face.shutdown };
}

interface Wire {
  readonly to: CiscoScope;
  readonly name: string;
  readonly shutdown: boolean;
}

/** `xconnect A ID encapsulation mpls|l2tpv3` with `backup peer B ID` below it. */
function readXconnect(statement: Statement, wire: Wire): void {
  const { words } = statement;
  if (words[0] !== 'xconnect') return;
  const mode = modeOf(words, wire.to.tree);
  // `xconnect vfi NAME` joins an instance whose neighbours stand elsewhere.
  if (words[1] === 'vfi') wire.to.tree.setAside(statement, 'layer 2 connection');
  else if (addPeer(wire.to, statement, { ...wire, mode, peer: words[1] })) {
    for (const child of statement.children)
      if (child.words[0] === 'backup' && child.words[1] === 'peer')
        addPeer(wire.to, child, { ...wire, mode, peer: child.words[2] });
    wire.to.tree.setAside(statement, 'tunnel setting');
  }
}

/** Names of the pseudowire classes of a configuration that run over IP, made once for each. */
const OVER_IP = new WeakMap<StatementTree, ReadonlySet<string>>();

function classesOverIp(tree: StatementTree): ReadonlySet<string> {
  let names = OVER_IP.get(tree);
  if (!names) {
    const over = tree.roots.filter(
      ({ words, children }) =>
        words[0] === 'pseudowire-class' &&
        children.some(
          (child) => child.words[0] === 'encapsulation' && (child.words[1] ?? '').startsWith('l2tpv'),
        ),
    );
    names = new Set(over.map(({ words }) => words[1] ?? ''));
    OVER_IP.set(tree, names);
  }
  return names;
}

function modeOf(words: readonly string[], tree: StatementTree): string {
  const name = wordAfter(words, 'pw-class');
  const overIp = words.includes('l2tpv3') || (name !== null && classesOverIp(tree).has(name));
  return overIp ? 'l2tpv3' : 'mpls pseudowire';
}

/** `member A …` and `neighbor A …`; members that are interfaces have their peer there. */
function readMembers({ statement, no, to }: CiscoLine, name: string): void {
  if (no) return;
  for (const child of statement.children) {
    const [first, second] = child.words;
    if (first === 'member' || first === 'neighbor')
      addPeer(to, child, { name, mode: modeOf(child.words, to.tree), peer: second });
  }
  to.tree.setAside(statement, 'layer 2 connection');
}

/** `member vni N` of a VXLAN interface, with its peers on the same line or below it. */
function readNetwork({ statement, args, to }: Setting): void {
  if (!isVxlan(to)) return;
  const name = `${to.face.name} vni ${args[0] ?? ''}`;
  for (const each of to.scope.tree.block(statement)) {
    const said = each.words[0] === 'peer-ip' ? each.words[1] : wordAfter(each.words, 'ingress-replication');
    const peer = canonicalIp(said ?? '');
    if (peer !== null) to.vxlan.push({ name, peer, statement: each.read() });
  }
  if (to.vxlan.at(-1)?.name !== name) to.vxlan.push({ name, peer: null, statement });
  statement.read();
  to.scope.tree.setAside(statement, 'tunnel setting');
}

/** Adds the peers of a VXLAN interface, and one tunnel that is open to many for the networks whose peers no line names. */
export function finishOverlay({ face, tunnel, vxlan, scope }: OpenInterface): void {
  const { line, lineEnd, name, shutdown } = face;
  const source = tunnel.source;
  for (const { peer, statement, name: network } of vxlan)
    if (peer !== null) addPeer(scope, statement, { name: network, mode: 'vxlan', peer, source, shutdown });
  if (vxlan.every(({ peer }) => peer !== null)) return;
  const facts = { mode: 'vxlan multipoint', source, destination: null, shutdown };
  scope.draft.tunnels.push({ line, lineEnd, name, ...facts });
}
