import { canonicalIp } from '../../../../base/ip.ts';
import type { Tunnel } from '../../../../model/device-facts.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Open, type Path, type Scope, Store } from '../scope.ts';

const TUNNELS = new Store(() => new Map<string, Open<Tunnel>>());

/** Tunnel interfaces (gr-, ip-, fti), dynamic tunnels, and pseudowires. Those of IPsec are in ipsec.ts. */
export function addTunnels(book: PathBook<Scope>): void {
  book
    .add('interfaces * unit * tunnel', readTunnel)
    .add('interfaces * tunnel', readTunnel)
    .add('routing-options dynamic-tunnels *', readDynamic)
    .add('protocols l2circuit neighbor * interface *', readPseudowire)
    .add('switch-options remote-vtep-list', readVteps)
    .add('switch-options vtep-source-interface', ({ args, statement, to }) => {
      const tunnel = tunnelOf({ statement, to }, 'vtep', 'vxlan multipoint');
      tunnel.source = args[0] ?? null;
      statement.read();
    });
}

const end = (text: string | undefined): string | null => (text ? (canonicalIp(text) ?? text) : null);

/** The tunnel of a name; made when there is none. */
export function tunnelOf(line: Pick<Path, 'statement' | 'to'>, name: string, mode: string): Open<Tunnel> {
  const all = TUNNELS.in(line.to);
  let tunnel = all.get(name);
  if (!tunnel) {
    tunnel = { ...at(line.statement), name, mode, source: null, destination: null, shutdown: false };
    all.set(name, tunnel);
  }
  grow(tunnel, line);
  return tunnel;
}

const MODES: readonly (readonly [RegExp, string])[] = [
  [/^gre?[-\d]|^gre$/, 'gre ip'],
  [/^ip(?:ip|-)/, 'ipip'],
  [/^(?:mt|pe|pd)-/, 'multicast'],
];

function readTunnel(line: Path): void {
  const { args, names, statement } = line;
  const [name, unit] = names;
  const mode = MODES.find(([pattern]) => pattern.test(name as string))?.[1] ?? 'tunnel';
  const tunnel = tunnelOf(line, unit === undefined ? (name as string) : `${name}.${unit}`, mode);
  // Flexible tunnel interfaces write `encapsulation gre source address A`.
  const flexible = args[0] === 'encapsulation';
  if (flexible && args[1]) tunnel.mode = args[1] === 'gre' ? 'gre ip' : args[1];
  const [what, ...values] = flexible ? args.slice(2) : args;
  const value = values[0] === 'address' || values[0] === 'interface' ? values[1] : values[0];
  if (what === 'source') tunnel.source = end(value);
  else if (what === 'destination') {
    if (value !== 'port') tunnel.destination = end(value);
  } else if (what !== undefined && !SETTINGS.has(what)) return;
  statement.read();
}

const SETTINGS = new Set(
  'key ttl traffic-class routing-instance allow-fragmentation do-not-fragment backup-destination flow-label hop-limit path-mtu-discovery tunnel-routing-instance tunnel-endpoint vni udp'.split(
    ' ',
  ),
);

function readDynamic(line: Path): void {
  const { args, names, statement } = line;
  const name = names[0] as string;
  if (!DYNAMIC.has(args[0] ?? '')) {
    if (args.length === 0 || name === 'tunnel-attributes') statement.read();
    return;
  }
  const tunnel = tunnelOf(line, `dynamic-tunnels ${name}`, 'dynamic multipoint');
  if (args[0] === 'source-address') tunnel.source = end(args[1]);
  else if (args[0] === 'gre' || args[0] === 'ipip' || args[0] === 'udp')
    tunnel.mode = `${args[0]} multipoint`;
  statement.read();
}

const DYNAMIC = new Set(
  'source-address gre ipip udp destination-networks rsvp-te spring-te bgp-signal v4ov6 tunnel-attributes'.split(
    ' ',
  ),
);

function readPseudowire(line: Path): void {
  const [peer, face] = line.names;
  const tunnel = tunnelOf(line, `l2circuit ${face}`, 'mpls pseudowire');
  tunnel.destination = end(peer);
  line.statement.read();
}

function readVteps(line: Path): void {
  for (const word of line.args) tunnelOf(line, `vtep ${word}`, 'vxlan').destination = end(word);
  line.statement.read();
}

/** Hands the tunnels over; one is down when its interface is. */
export function settleTunnels(to: Scope): void {
  const down = new Set(to.draft.interfaces.filter((face) => face.shutdown).map((face) => face.name));
  to.draft.tunnels = [...TUNNELS.in(to).values()].map((tunnel) => ({
    ...tunnel,
    shutdown: tunnel.shutdown || down.has(tunnel.name),
  }));
}
