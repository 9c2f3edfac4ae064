import { canonicalIp } from '../../../../base/ip.ts';
import type { PathBook } from '../../kit/path-book.ts';
import { on, onLeaf } from '../leaf.ts';
import { at, type Line, type OpenPeer, removed, type Scope, secretAt, wordAfter } from '../scope.ts';

const PEERS = ['router * bgp group * neighbor *', 'router * bgp neighbor *'];
const GROUP = 'router * bgp group *';

/** Neighbours of BGP and LDP and how the routing protocols prove who they are. */
export function addRouting(book: PathBook<Scope>): void {
  for (const base of [...PEERS, GROUP]) {
    book.add(base, (line) => void (line.args.length === 0 && peer(line)));
    onLeaf(book, `${base} peer-as`, (line, value) => {
      peer(line).remoteAs = value;
    });
    onLeaf(book, `${base} authentication-key`, (line) => keyed(line, 'md5'));
    onLeaf(book, `${base} auth-keychain, ${base} authentication-keychain`, (line, value) =>
      keyed(line, `keychain ${value}`),
    );
    onLeaf(book, `${base} tcp-ao, ${base} tcp-authentication-option`, (line) => keyed(line, 'tcp-ao'));
  }
  onLeaf(book, 'router * bgp neighbor * group', (line, value) => {
    peer(line).group = value;
  });
  onLeaf(book, 'router * bgp authentication-key', (line) =>
    protect(line, { protocol: 'bgp', value: 'md5', subject: 'bgp' }),
  );
  onLeaf(book, 'router * bgp auth-keychain, router * bgp authentication-keychain', (line, value) =>
    protect(line, { protocol: 'bgp', value: `keychain ${value}`, subject: 'bgp' }),
  );
  for (const base of [...PEERS, GROUP])
    book.aside(
      'routing process setting',
      SETTINGS.split(' ')
        .map((word) => `${base} ${word}`)
        .join(', '),
    );
  addInterior(book);
  addLdp(book);
  addChains(book);
}

const SETTINGS =
  'add-paths advertise-external advertise-inactive advertise-ipv6-next-hops advertise-label advertise-ldp-prefix aigp aggregator-id-zero ' +
  'as-override asn-4-byte bfd-enable bfd-liveness bfd-strict-mode bgp-tunnel-metric capability client-reflect cluster connect-retry convergence ' +
  'damp-peer-oscillations damping default-label-preference default-preference def-recv-evpn-encap def-recv-evpn-encapsulation description ' +
  'disable-4byte-asn disable-capability-negotiation disable-client-reflect disable-communities disable-fast-external-failover dynamic-neighbor ' +
  'ebgp-default-reject-policy eibgp-loadbalance enable-origin-validation enable-peer-tracking enforce-first-as error-handling ' +
  'evpn-link-bandwidth export export-policy extended-nh-encoding family fast-external-failover flowspec-validate graceful-restart hold-time import ' +
  'import-policy initial-send-delay-zero keepalive l2vpn-cisco-interop label-preference legacy-mode link-bandwidth local-address local-as ' +
  'local-preference loop-detect loop-detect-threshold med-out metric-out min-as-origination min-route-advertisement monitor mss-adjust multihop ' +
  'multipath-eligible mvpn-vrf-import-subtype-new next-hop-self next-hop-unchanged origin-validation outbound-route-filtering ' +
  'path-mtu-discovery passive peer-creation-type peer-ip-tracking peer-tracking-policy preference prefix-limit private-tcp ' +
  'remove-private rib-management route-refresh route-target-list selective-label-ipv4-install send-communities send-default shutdown admin-state ' +
  'split-horizon static-group tcp-mss third-party-nexthop third-party-nexthop-check tie-break tracking transport ttl-security type ' +
  'updated-error-handling vpn-apply-export vpn-apply-import block-prefix-sid egress-engineering egress-peer-engineering session-stop-time';

/** The neighbour or group that a statement speaks of. */
function peer(line: Line): OpenPeer {
  const { names, path, statement, to } = line;
  statement.read();
  const among = path[3] === 'group';
  const [router = '', first = '', second] = names;
  const isGroup = among && path[5] !== 'neighbor';
  const name = among && !isGroup ? (second ?? '') : first;
  const make = (place: { line: number; lineEnd: number }): OpenPeer => ({
    ...place,
    protocol: 'bgp',
    address: canonicalIp(name) ?? name,
    remoteAs: null,
    authenticated: false,
    group: among && !isGroup ? first : null,
  });
  return (isGroup ? to.groups : to.peers).open(`${router} ${name}`, statement, make);
}

function keyed(line: Line, value: string): void {
  if (removed(line)) return;
  const open = peer(line);
  open.authenticated = true;
  if (value === 'md5') secretAt(line, line.args, { use: 'bgp' });
  use(line, `bgp ${open.address}`, value);
}

function use({ statement, to }: Line, subject: string, value: string): void {
  to.draft.crypto.push({ ...at(statement), area: 'routing', subject, part: 'authentication', value });
}

function protect(
  line: Line,
  { protocol, value, subject }: { protocol: string; value: string; subject: string },
): void {
  if (removed(line)) return;
  if (!value.startsWith('keychain')) secretAt(line, line.args, { use: protocol });
  use(line, subject, value);
  line.statement.read();
}

/** OSPF, IS-IS and RSVP: keys of interfaces, areas and levels. */
function addInterior(book: PathBook<Scope>): void {
  for (const [protocol, bases] of Object.entries(INTERIOR))
    for (const base of bases) {
      const subject = (line: Line): string => [protocol, line.names.at(-1) ?? ''].join(' ').trim();
      onLeaf(book, `${base} authentication-key, ${base} hello-authentication-key`, (line) =>
        protect(line, { protocol, value: 'key', subject: subject(line) }),
      );
      onLeaf(book, `${base} authentication-type, ${base} hello-authentication-type`, (line, value) => {
        use(line, subject(line), value);
        line.statement.read();
      });
      onLeaf(
        book,
        `${base} auth-keychain, ${base} authentication-keychain, ${base} hello-auth-keychain, ${base} hello-authentication-keychain`,
        (line, value) => protect(line, { protocol, value: `keychain ${value}`, subject: subject(line) }),
      );
      on(book, `${base} message-digest-key`, (line) => {
        // `message-digest-key 1 md5 TEXT hash2`: the subject is the interface, which stands before the number.
        const from = line.args.indexOf('md5') + 1;
        if (from === 0) return;
        secretAt(line, line.args, { from, use: protocol });
        use(line, subject(line), 'md5');
        line.statement.read();
      });
    }
}

const INTERIOR: Readonly<Record<string, readonly string[]>> = {
  ospf: [
    'router * ospf * area * interface *',
    'router * ospf area * interface *',
    'router * ospf * area * virtual-link *',
  ],
  ospf3: ['router * ospf3 * area * interface *', 'router * ospf3 area * interface *'],
  isis: [
    'router * isis',
    'router * isis *',
    'router * isis interface *',
    'router * isis * interface *',
    'router * isis level *',
    'router * isis * level *',
    'router * isis interface * level *',
    'router * isis * interface * level *',
  ],
  rsvp: ['router * rsvp interface *'],
  rip: ['router * rip group * neighbor *', 'router * rip group *'],
  vrrp: [
    'router * interface * vrrp *',
    'router * interface * ipv4 vrrp *',
    'router * interface * ipv6 vrrp *',
  ],
};

function addLdp(book: PathBook<Scope>): void {
  const bases = ['tcp-session-parameters peer-transport *', 'peer-parameters peer *'];
  for (const base of bases) {
    onLeaf(book, `router * ldp ${base} authentication-key`, (line) => ldpPeer(line, 'md5'));
    onLeaf(
      book,
      `router * ldp ${base} auth-keychain, router * ldp ${base} authentication-keychain`,
      (line, value) => ldpPeer(line, `keychain ${value}`),
    );
  }
  on(book, 'router * ldp targeted-session peer *', (line) => {
    line.statement.read();
    targeted(line);
  });
}

function targeted({ names, statement, to }: Line): OpenPeer {
  const address = canonicalIp(names[1] ?? '') ?? names[1] ?? '';
  return to.peers.open(`ldp ${names[0] ?? ''} ${address}`, statement, (place) => ({
    ...place,
    protocol: 'ldp',
    address,
    remoteAs: null,
    authenticated: false,
    group: null,
  }));
}

function ldpPeer(line: Line, value: string): void {
  const open = targeted(line);
  open.authenticated = !removed(line);
  protect(line, { protocol: 'ldp', value, subject: `ldp ${open.address}` });
}

/** Keychains: `entry 0 key TEXT hash2 algorithm aes-128-cmac-96`, or parts of it. */
function addChains(book: PathBook<Scope>): void {
  const bases = [
    'system security keychain * direction bi entry *',
    'system security keychain * direction uni * entry *',
    'system security keychains keychain * bidirectional entry *',
    'system security keychains keychain * send entry *',
    'system security keychains keychain * receive entry *',
  ];
  for (const base of bases) {
    book.add(base, (line) => {
      const { args, statement } = line;
      const from = Math.max(args.indexOf('key'), args.indexOf('authentication-key')) + 1;
      if (from > 0) secretAt(line, args, { from, use: 'key chain' });
      const value = wordAfter(args, 'algorithm');
      if (value) use(line, `keychain ${line.names[0] ?? ''}`, value);
      if (args.length === 0 || from > 0 || value) statement.read();
    });
    book.aside(
      'setting of a key chain',
      ['begin-time', 'end-time', 'tolerance', 'option', 'shutdown', 'admin-state']
        .map((word) => `${base} ${word}`)
        .join(', '),
    );
  }
  book.aside('setting of a key chain', 'system security keychain, system security keychains keychain');
}

/** Neighbours of the facts; what one does not say itself it takes from its group. */
export function settleRouting(to: Scope): void {
  const groups = new Map(to.groups.all.map((each) => [each.address, each]));
  for (const { group, line, lineEnd, protocol, address, ...own } of to.peers.all) {
    if (canonicalIp(address) === null) continue;
    const from = group === null ? undefined : groups.get(group);
    const remoteAs = own.remoteAs ?? from?.remoteAs ?? null;
    const authenticated = own.authenticated || (from?.authenticated ?? false);
    to.draft.routingPeers.push({ line, lineEnd, protocol, address, remoteAs, authenticated });
  }
}
