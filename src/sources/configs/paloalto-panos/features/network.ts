import type { Interface } from '../../../../model/device-facts.ts';
import { maskBits } from '../../kit/mask.ts';
import { end, network } from '../address.ts';
import { first, type PanScope, place, type Row, rowsOf, secretOf, switched, value, words } from '../scope.ts';
import type { Table } from '../table.ts';
import { buildProfiles } from './services.ts';
import { addTunnels } from './tunnels.ts';

const FACE =
  'ip, ip *, ipv6 address *, interface-management-profile, comment, lldp enable, netflow-profile, decrypt-forward, tag';
const PORT = 'comment, link-state, tap, decrypt-mirror, ha, virtual-wire, aggregate-group, layer2';
const KINDS = ['ethernet', 'aggregate-ethernet'];

/** Every place in which an interface with an address may stand. */
const FACES: readonly string[] = [
  ...KINDS.flatMap((kind) => [
    `network interface ${kind} * layer3`,
    `network interface ${kind} * layer3 units *`,
  ]),
  ...['loopback', 'vlan', 'tunnel'].flatMap((kind) => [
    `network interface ${kind} units *`,
    `network interface ${kind}`,
  ]),
];

/** Interfaces, routers, tunnels and neighbours. */
export const NETWORK_TABLES: readonly Table[] = [
  ...KINDS.map((kind) => ({
    path: `network interface ${kind} *`,
    read: PORT,
    aside: {
      'interface setting':
        'link-speed, link-duplex, lacp, poe, layer2 units, layer2 lldp, virtual-wire units',
    },
  })),
  ...FACES.map((path) => ({ path, read: FACE, rest: 'interface setting' })),
  {
    path: 'network virtual-router *',
    read: 'interface',
    aside: { 'routing setting': 'ecmp, admin-dists, multicast, protocol, routing-table' },
  },
  ...['ip', 'ipv6'].map((family) => ({
    path: `network virtual-router * routing-table ${family} static-route *`,
    read: 'destination, nexthop, interface',
    rest: 'routing setting',
  })),
  {
    path: 'network virtual-router * protocol bgp peer-group * peer *',
    read: 'peer-as, peer-address ip, peer-address fqdn, connection-options authentication, enable',
    rest: 'routing setting',
  },
  ...['bgp', 'ospf', 'ospfv3', 'rip'].map((protocol) => ({
    path: `network virtual-router * protocol ${protocol} auth-profile *`,
    read: 'secret, password, md5 * key, esp authentication, ah',
    rest: 'routing setting',
  })),
  {
    path: 'network ike gateway *',
    read: 'authentication pre-shared-key key, local-address interface, local-address ip, peer-address ip, peer-address fqdn, peer-address dynamic, protocol version, protocol ikev1 exchange-mode, protocol ikev1 ike-crypto-profile, protocol ikev2 ike-crypto-profile, disabled',
    rest: 'setting of IKE or IPsec',
  },
  {
    path: 'network ike crypto-profiles ike-crypto-profiles *',
    read: 'encryption, hash, dh-group',
    rest: 'setting of IKE or IPsec',
  },
  {
    path: 'network ike crypto-profiles ipsec-crypto-profiles *',
    read: 'esp encryption, esp authentication, ah authentication, dh-group',
    rest: 'setting of IKE or IPsec',
  },
  {
    path: 'network ike crypto-profiles global-protect-app-crypto-profiles *',
    read: 'encryption, authentication',
    rest: 'setting of IKE or IPsec',
  },
  {
    path: 'network tunnel ipsec *',
    read: 'tunnel-interface, auto-key ike-gateway *, auto-key ipsec-crypto-profile, disabled, manual-key peer-address ip, manual-key local-address interface, manual-key esp authentication, manual-key esp encryption',
    rest: 'setting of IKE or IPsec',
  },
  {
    path: 'network tunnel gre *',
    read: 'peer-address ip, local-address interface, tunnel-interface, disabled',
    rest: 'tunnel setting',
  },
  {
    path: 'network tunnel global-protect-gateway *',
    read: 'tunnel-interface, local-address interface',
    rest: 'setting of GlobalProtect',
  },
  {
    path: 'rulebase pbf rules *',
    read: 'action forward, action discard, from zone, from interface, source, destination, disabled',
    rest: 'routing setting',
  },
  { path: 'server-profile netflow *', read: 'server * host', rest: 'flow setting' },
];

/** Makes the facts of the network, and the services that interfaces let in. */
export function buildNetwork(to: PanScope): void {
  const routers = new Map(
    rowsOf(to, 'network virtual-router *').flatMap((row) =>
      words(row, 'interface').map((face) => [face, row.names[0] ?? null] as const),
    ),
  );
  const profiles = new Map<string, string[]>();
  for (const path of FACES)
    for (const row of rowsOf(to, path))
      if (row.names.length > 0 && row.values.size > 0) addFace(to, row, { routers, profiles, path });
  addManagement(to);
  for (const kind of KINDS) for (const row of rowsOf(to, `network interface ${kind} *`)) addPort(to, row);
  buildProfiles(to, profiles);
  addRoutes(to);
  addPeers(to);
  addTunnels(to);
  for (const row of rowsOf(to, 'server-profile netflow *')) {
    const found = first(row, 'server * host');
    if (found)
      to.draft.flowCollectors.push({
        ...place(row),
        address: end(found.words.join(' ')) ?? '',
        source: null,
      });
  }
}

interface Around {
  readonly routers: ReadonlyMap<string, string | null>;
  readonly profiles: Map<string, string[]>;
  readonly path: string;
}

function addFace(to: PanScope, row: Row, { routers, profiles, path }: Around): void {
  const name = row.names.at(-1) ?? '';
  const addresses = ['ip', 'ip *', 'ipv6 address *'].flatMap((attribute) =>
    (row.values.get(attribute) ?? []).flatMap(({ words: said, names }) =>
      attribute === 'ip' ? said.slice(0, 1) : names.slice(-1),
    ),
  );
  const lldp = switched(row, 'lldp enable');
  const vrf = routers.get(name) ?? null;
  const role = name.startsWith('loopback') ? 'loopback' : path.includes(' tunnel') ? 'tunnel' : 'other';
  const flow = value(row, 'netflow-profile');
  const face: Interface = {
    ...place(row),
    name,
    role,
    addresses: addresses.filter((text) => network(text) !== null),
    vrf: vrf === 'default' ? null : vrf,
    description: value(row, 'comment'),
    shutdown: false,
    discovery: lldp === null ? {} : { lldp },
    flow: flow ? [flow] : [],
  };
  to.draft.interfaces.push(face);
  const profile = value(row, 'interface-management-profile');
  if (profile) profiles.set(profile, [...(profiles.get(profile) ?? []), name]);
}

/** The management port has its address in the settings of the system. */
function addManagement(to: PanScope): void {
  const [system] = rowsOf(to, 'deviceconfig system');
  const found = first(system, 'ip-address');
  const address = value(system, 'ip-address');
  const bits = maskBits(value(system, 'netmask') ?? '');
  if (!found || address === null) return;
  const { line, lineEnd } = found.statement;
  const rest = { vrf: null, description: null, shutdown: false, discovery: {}, flow: [] };
  to.draft.interfaces.push({
    line,
    lineEnd,
    name: 'management',
    role: 'management',
    addresses: [`${address}/${bits < 0 ? 32 : bits}`],
    ...rest,
  });
}

/** A port that is down, that copies deciphered traffic, or that listens to what others send it. */
function addPort(to: PanScope, row: Row): void {
  const name = row.names[0] ?? '';
  const i = to.draft.interfaces.findIndex((face) => face.name === name);
  const face = to.draft.interfaces[i];
  if (face) {
    const shutdown = face.shutdown || value(row, 'link-state') === 'down';
    to.draft.interfaces[i] = { ...face, shutdown, description: value(row, 'comment') ?? face.description };
  }
  for (const type of ['tap', 'decrypt-mirror'])
    if (row.values.has(type))
      to.draft.mirrors.push({
        ...place(row),
        name,
        type,
        source: type === 'tap' ? name : null,
        destination: type === 'tap' ? null : name,
      });
}

function addRoutes(to: PanScope): void {
  for (const family of ['ip', 'ipv6'])
    for (const row of rowsOf(to, `network virtual-router * routing-table ${family} static-route *`)) {
      const said = words(row, 'nexthop');
      const hop = said.length > 1 ? end(said.at(-1) ?? null) : (said[0] ?? null);
      const via = [value(row, 'interface'), hop].filter((part) => part !== null).join(' ');
      const vrf = row.names[0] ?? null;
      to.draft.routes.push({
        ...place(row),
        prefix: value(row, 'destination') ?? '',
        via,
        vrf: vrf === 'default' ? null : vrf,
      });
    }
  for (const [i, row] of rowsOf(to, 'rulebase pbf rules *').entries()) {
    if (switched(row, 'disabled') === true) continue;
    const forward = words(row, 'action forward');
    const via = forward.filter((_word, at) =>
      ['egress-interface', 'ip-address'].includes(forward[at - 1] ?? ''),
    );
    const acls = ['source', 'destination'].flatMap((attribute) =>
      value(row, attribute) ? [`${attribute} ${value(row, attribute)}`] : [],
    );
    const where = [...words(row, 'from interface'), ...words(row, 'from zone')];
    to.draft.policyRoutes.push({
      ...place(row),
      map: row.names[0] ?? 'pbf',
      sequence: i + 1,
      acls,
      via,
      where,
    });
  }
}

function addPeers(to: PanScope): void {
  for (const protocol of ['bgp', 'ospf', 'ospfv3', 'rip'])
    for (const row of rowsOf(to, `network virtual-router * protocol ${protocol} auth-profile *`))
      for (const attribute of ['secret', 'password', 'md5 * key'])
        secretOf(to, row, { attribute, use: protocol, purpose: 'key' });
  for (const row of rowsOf(to, 'network virtual-router * protocol bgp peer-group * peer *')) {
    const address =
      end(value(row, 'peer-address ip') ?? value(row, 'peer-address fqdn')) ?? row.names.at(-1) ?? '';
    if (switched(row, 'enable') === false) continue;
    to.draft.routingPeers.push({
      ...place(row),
      protocol: 'bgp',
      address,
      remoteAs: value(row, 'peer-as'),
      authenticated: row.values.has('connection-options authentication'),
    });
  }
}
