import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Pseudowires of cross connects and bridge domains, which carry frames to far ends. */
export function addLayer2(book: RuleBook<Scope>): void {
  book
    .add('l2vpn', readL2vpn)
    .aside(
      'layer 2 connection',
      'evpn, l2tp-class, generic-interface-list, ethernet, cfm, spanning-tree, mvrp, lacp',
    );
}

/** Words of blocks whose names tell which service a neighbour belongs to. */
const NAMES = new Set(['p2p', 'mp2mp', 'bridge-domain', 'vfi', 'xconnect', 'bridge']);

function readL2vpn({ statement, no, to }: Line): void {
  if (no) return;
  for (const each of to.tree.block(statement)) {
    const [first, second, third] = each.words;
    if (first !== 'neighbor' || each === statement) continue;
    const peer = canonicalIp((second === 'ipv4' || second === 'ipv6' ? third : second) ?? '');
    if (peer !== null) add(to, each, peer);
  }
  to.tree.setAside(statement, 'layer 2 connection');
  statement.read();
}

function add(to: Scope, each: Statement, destination: string): void {
  const name = nameOf(each);
  to.draft.tunnels.push({
    ...at(each.read()),
    name,
    mode: 'mpls pseudowire',
    source: null,
    destination,
    shutdown: false,
  });
}

function nameOf(each: Statement): string {
  let block = each.parent;
  for (let i = 0; block && i < 4; i += 1) {
    const [word = '', ...rest] = block.words;
    if (NAMES.has(word)) return `l2vpn ${rest.at(-1) ?? word}`;
    block = block.parent;
  }
  return 'l2vpn';
}
