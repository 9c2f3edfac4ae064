import { canonicalIp } from '../../../base/ip.ts';
import type { OpenInterface, OpenTunnel } from './cisco-open-interface.ts';
import { at, type CiscoLine, type CiscoScope } from './cisco-scope.ts';
import { maskBits } from './mask.ts';
import type { RuleBook } from './rules.ts';

/** A tunnel as IOS makes it when no line says otherwise. */
export function newTunnel(): OpenTunnel {
  return { mode: 'gre ip', source: null, destination: null };
}

const end = (text: string | undefined): string | null => (text ? (canonicalIp(text) ?? text) : null);

/** Statements of tunnel interfaces. */
export function addTunnelRules(book: RuleBook<OpenInterface>): void {
  for (const family of ['ip', 'ipv6']) addNhrp(book, family);
  book
    .add('tunnel mode', ({ statement, no, args, to }) => {
      if (!no) to.tunnel.mode = args.join(' ');
      statement.read();
    })
    .add('tunnel source', ({ statement, no, args, to }) => {
      if (!no) to.tunnel.source = end(args.join(''));
      statement.read();
    })
    .add('tunnel destination', ({ statement, no, args, to }) => {
      if (!no) to.tunnel.destination = end(args[0] === 'dynamic' ? undefined : args[0]);
      statement.read();
    })
    .aside(
      'tunnel setting',
      'tunnel key, tunnel protection, tunnel vrf, tunnel path-mtu-discovery, tunnel checksum, tunnel tos, ' +
        'tunnel ttl, tunnel bandwidth, tunnel sequence-datagrams, tunnel mpls, tunnel flow, tunnel entropy, ' +
        'tunnel rbscp, tunnel udlr, tunnel endpoint, tunnel raw-packet, tunnel route-via, ip nhrp, ipv6 nhrp, nhrp',
    );
}

/** NHRP (RFC 2332) names the far end of multipoint tunnels. */
function addNhrp(book: RuleBook<OpenInterface>, family: string): void {
  book
    .add(`${family} nhrp nhs`, ({ statement, args, to }) => {
      const server = args.indexOf('nbma');
      if (server >= 0) to.nhrp ??= end(args[server + 1]);
      statement.read();
    })
    .add(`${family} nhrp map`, ({ statement, args, to }) => {
      // `map 10.0.0.0 255.255.255.0 NBMA` names a network, `map group NAME` a policy.
      const server = args[2] !== undefined && maskBits(args[1] ?? '') >= 0 ? args[2] : args[1];
      if (server !== 'dynamic' && args[0] !== 'group') to.nhrp ??= end(server);
      statement.read();
    })
    .add(`${family} nhrp authentication`, ({ statement, args, to }) => {
      const text = args[0];
      if (!text) return;
      to.scope.secrets.keep({ use: 'nhrp', type: '0', strength: 'plaintext', text }, at(statement));
      statement.read();
    });
}

/** Adds the tunnel of a tunnel interface once all its statements are read. */
export function finishTunnel({ face, tunnel, nhrp, scope }: OpenInterface): void {
  if (face.role !== 'tunnel') return;
  const { line, lineEnd, name, shutdown } = face;
  const destination = tunnel.destination ?? nhrp;
  scope.draft.tunnels.push({ line, lineEnd, name, ...tunnel, destination, shutdown });
}

/** Tunnels that are no interfaces: the peers of crypto maps. */
export function addCryptoTunnel(
  to: CiscoScope,
  statement: CiscoLine['statement'],
  tunnel: { name: string; peer: string },
): void {
  const peer = end(tunnel.peer);
  const facts = { name: tunnel.name, mode: 'ipsec', source: null, destination: peer, shutdown: false };
  to.draft.tunnels.push({ ...at(statement), ...facts });
}

/** Groups of a virtual private dial network: those that call out are tunnels. */
export function addDialTunnels<S extends CiscoScope>(book: RuleBook<S>): void {
  book.add('vpdn-group', ({ statement, args, to }) => {
    for (const child of statement.children) {
      const [first, second, peer] = child.words;
      if (first !== 'initiate-to' || second !== 'ip' || !peer) continue;
      const facts = {
        name: `vpdn-group ${args[0] ?? ''}`,
        mode: 'l2tp',
        source: null,
        destination: end(peer),
      };
      to.draft.tunnels.push({ ...at(child.read()), ...facts, shutdown: false });
    }
    to.tree.setAside(statement, 'dial-in network');
  });
}
