import { canonicalIp } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { at, grow, type Path, type Scope, Store, secretIn } from '../scope.ts';
import { cryptoUse } from './crypto-use.ts';

/** What a neighbour, its group or the whole protocol says; what is null comes from above. */
interface Level {
  line: number;
  lineEnd: number;
  remoteAs: string | null;
  internal: boolean | null;
  authenticated: boolean;
}

interface Bgp {
  readonly levels: Map<string, Level>;
  /** Neighbours with the levels above them, most special first. */
  readonly peers: Map<
    string,
    { readonly address: string; readonly above: readonly string[]; readonly vrf: string }
  >;
  /** Number of the system of each instance. */
  readonly own: Map<string, string>;
}

const BGP = new Store<Bgp>(() => ({ levels: new Map(), peers: new Map(), own: new Map() }));

/** BGP neighbours: what they do not say themselves comes from their group and from the protocol. */
export function addBgp(book: PathBook<Scope>): void {
  book
    .add('protocols bgp', (line) => readLevel(line, [], line.args))
    .add('protocols bgp group *', (line) => readLevel(line, line.names, line.args))
    .add('protocols bgp group * neighbor *', (line) => readLevel(line, line.names, line.args))
    .add('routing-options autonomous-system', ({ args, statement, to }) => {
      if (args[0]) BGP.in(to).own.set(to.vrf ?? '', args[0]);
      statement.read();
    });
}

function readLevel(line: Path, names: readonly string[], args: readonly string[]): void {
  const { statement, to } = line;
  const bgp = BGP.in(to);
  const keys = [names.length, names.length - 1, names.length - 2]
    .filter((count) => count >= 0)
    .map((count) => [to.vrf ?? '', ...names.slice(0, count)].join('\n'));
  const key = keys[0] as string;
  let level = bgp.levels.get(key);
  if (!level) {
    level = { ...at(statement), remoteAs: null, internal: null, authenticated: false };
    bgp.levels.set(key, level);
  }
  grow(level, line);
  if (names.length === 2) bgp.peers.set(key, { address: names[1] as string, above: keys, vrf: to.vrf ?? '' });
  if (readSetting(line, level, args)) statement.read();
  else if (args.length === 0) statement.read();
  else if (SETTINGS.has(args[0] as string)) statement.aside('routing process setting');
}

function readSetting(line: Path, level: Level, [what, value]: readonly string[]): boolean {
  const subject = `bgp ${line.names.at(-1) ?? ''}`.trim();
  const part = { area: 'routing', subject, part: 'authentication' } as const;
  if (what === 'peer-as') level.remoteAs = value ?? null;
  else if (what === 'type') level.internal = value === 'internal';
  else if (what === 'authentication-key') {
    // Without an algorithm the key is that of the TCP MD5 option.
    secretIn(line, value, { use: 'bgp', purpose: 'key' });
    level.authenticated = true;
    cryptoUse(line, part, ['md5']);
  } else if (what === 'authentication-key-chain' || what === 'ipsec-sa') level.authenticated = true;
  else if (what === 'authentication-algorithm') cryptoUse(line, part, [value]);
  else if (what === 'secure-session' || what === 'tls')
    cryptoUse(line, { ...part, part: 'transport' }, ['tls']);
  else return false;
  return true;
}

const SETTINGS = new Set(
  (
    'accept-remote-nexthop add-path advertise-bgp-static advertise-external advertise-from-main-vpn-tables ' +
    'advertise-inactive advertise-peer-as advertise-prefix-sid aigp allow as-override bfd-liveness-detection bgp-error-tolerance ' +
    'bmp cluster damping defer-initial-multipath-build delay-route-advertisements description disable egress-te ' +
    'egress-te-node-segment egress-te-set-segment enforce-first-as explicit-null export family forwarding-context ' +
    'graceful-restart graceful-shutdown hold-time idle-after-switch-over import include-mp-next-hop keep keepalive ' +
    'local-address local-as local-interface local-preference log-updown loops metric-out minimum-hold-time mtu-discovery multihop ' +
    'multipath multipath-build-priority no-advertise-peer-as no-aggregator-id no-client-reflect no-nexthop-change no-prepend-global-as no-validate ' +
    'no-precision-timers optimal-route-reflection out-delay outbound-route-filter output-queue-priority passive path-selection ' +
    'peer-as-list precision-timers preference precision protocols remove-private rfc6514-compliant-safi129 ' +
    'route-server-client send-addpath-optimization session-mode shutdown snmp-options stale-labels-holddown-period tcp-aggressive-transmission tcp-connect-port ' +
    'tcp-mss third-party-route-instance-name traceoptions traffic-statistics-labeled-path unconfigured-peer-graceful-restart ' +
    'update-threading-group-limit use-mac-self validation vpn-apply-export vrf-use-inherited-auth ttl inet-mdt-msg ' +
    'drop-path-attributes disable-4byte-as disable-notification-extensions no-install ebgp-multihop dynamic-neighbor forwarding label local-domain-bgp-id group-split-size-recommended hostname-resolution ' +
    'sr-preference-override rib-sharding update-threading route-age-bgp-view rt-constrain traffic-engineering'
  ).split(' '),
);

/** Hands the neighbours over with what they inherit. */
export function settleBgp(to: Scope): void {
  const { levels, peers, own } = BGP.in(to);
  to.draft.routingPeers = to.draft.routingPeers.filter((peer) => peer.protocol !== 'bgp');
  for (const { address, above, vrf } of peers.values()) {
    const chain = above.map((key) => levels.get(key)).filter((level) => level !== undefined);
    const [self] = chain;
    const canonical = canonicalIp(address);
    if (!self || canonical === null) continue;
    const remoteAs = chain.find((level) => level.remoteAs !== null)?.remoteAs ?? null;
    const internal = chain.find((level) => level.internal !== null)?.internal ?? null;
    const { line, lineEnd } = self;
    to.draft.routingPeers.push({
      line,
      lineEnd,
      protocol: 'bgp',
      address: canonical,
      remoteAs: remoteAs ?? (internal ? (own.get(vrf) ?? own.get('') ?? null) : null),
      authenticated: chain.some((level) => level.authenticated),
    });
  }
}
