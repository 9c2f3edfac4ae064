import { canonicalIp } from '../../../../base/ip.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, secretAt, wordAfter } from '../scope.ts';
import type { OpenInterface } from './open-interface.ts';

const end = (text: string | undefined): string | null => (text ? (canonicalIp(text) ?? text) : null);
const MODES: Readonly<Record<string, string>> = {
  gre: 'gre ip',
  'gre p2mp': 'gre multipoint',
  ipsec: 'ipsec ipv4',
  'ipv4-ipv6': 'ipip',
  'ipv6-ipv4': 'ipip',
  'mpls te': 'mpls te',
  vxlan: 'vxlan',
};

/** Statements of tunnel interfaces, pseudowires and VXLAN peers on interfaces. */
export function addTunnelRules(book: RuleBook<OpenInterface>): void {
  book
    .add('tunnel-protocol', ({ statement, no, args, to }) => {
      const text = args.join(' ');
      if (!no) to.tunnel.mode = Object.hasOwn(MODES, text) ? (MODES[text] as string) : text;
      statement.read();
    })
    .add('source', ({ statement, no, args, to }) => {
      const named = args[0] === 'vpn-instance' ? args.slice(2) : args;
      if (!no) to.tunnel.source = end(named.join(''));
      statement.read();
    })
    .add('destination', ({ statement, no, args, to }) => {
      if (!no)
        to.tunnel.destination = end(
          args.filter((word) => word !== 'vpn-instance').at(args[0] === 'vpn-instance' ? 1 : 0),
        );
      statement.read();
    })
    .add('mpls l2vc', ({ statement, no, args, to }) => {
      const destination = canonicalIp(args[0] ?? '');
      if (destination && !no)
        push(to, statement, { name: to.face.name, mode: 'mpls pseudowire', destination });
      statement.read();
    })
    .add('vni', ({ statement, no, args, to }) => {
      const from = args.indexOf('peer-list') + 1;
      for (const text of from > 0 && !no ? args.slice(from) : []) {
        const destination = canonicalIp(text);
        if (destination)
          push(to, statement, { name: `${to.face.name} vni ${args[0] ?? ''}`, mode: 'vxlan', destination });
      }
      statement.read();
    });
}

function push(
  { face, scope, tunnel }: OpenInterface,
  statement: Line['statement'],
  what: { name: string; mode: string; destination: string },
): void {
  scope.draft.tunnels.push({ ...at(statement), ...what, source: tunnel.source, shutdown: face.shutdown });
}

/** Adds the tunnel of a tunnel interface once all its statements are read. */
export function finishTunnel({ face, tunnel, scope }: OpenInterface): void {
  if (face.role !== 'tunnel') return;
  const { line, lineEnd, name, shutdown } = face;
  scope.draft.tunnels.push({ line, lineEnd, name, ...tunnel, shutdown });
}

/** Tunnels that are no interfaces: L2TP groups, and the pseudowires of VPLS. */
export function addTunnels(book: RuleBook<Scope>): void {
  book.add('l2tp-group', readGroup).add('vsi', readVsi).aside('L2TP setting', 'l2tp');
}

function readGroup({ statement, no, args, to }: Line): void {
  if (no) return;
  statement.read();
  for (const child of statement.children) {
    const words = child.words;
    const password = words.indexOf('password') + 1;
    const peer = words[0] === 'start' ? canonicalIp(wordAfter(words, 'ip') ?? '') : null;
    if (words[0] === 'tunnel' && words[1] === 'password' && password > 0) {
      secretAt(to, child, { words, from: password, use: 'l2tp' });
      child.read();
    } else if (peer) {
      const tunnel = {
        name: `l2tp ${args[0] ?? ''}`,
        mode: 'l2tp',
        source: null,
        destination: peer,
        shutdown: false,
      };
      to.draft.tunnels.push({ ...at(child.read()), ...tunnel });
    } else to.tree.setAside(child, 'L2TP setting');
  }
}

function readVsi({ statement, args, to }: Line): void {
  statement.read();
  for (const each of to.tree.block(statement)) {
    const destination = each.words[0] === 'peer' ? canonicalIp(each.words[1] ?? '') : null;
    if (!destination) continue;
    const tunnel = {
      name: `vsi ${args[0] ?? ''}`,
      mode: 'mpls pseudowire',
      source: null,
      destination,
      shutdown: false,
    };
    to.draft.tunnels.push({ ...at(each.read()), ...tunnel });
  }
  to.tree.setAside(statement, 'service setting');
}
