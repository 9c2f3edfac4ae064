import { end, network } from '../address.ts';
import {
  atBlock,
  type FortiScope,
  type Row,
  rowsOf,
  secretOf,
  switched,
  value,
  wholeNumber,
  words,
} from '../scope.ts';
import type { Table } from '../table.ts';

const STATIC = 'dst gateway device blackhole status vrf dynamic-gateway dstaddr internet-service sdwan';

const KNOWN = {
  'routing setting':
    'distance priority weight comment comments virtual-wan-link sdwan-zone link-monitor-exempt bfd tag devindex ' +
    'preferred-source start-port end-port start-source-port end-source-port protocol tos tos-mask users groups ' +
    'internet-service-id internet-service-custom internet-service-fortiguard',
};

/** Static and policy routes, and the neighbours and keys of routing protocols. */
export const ROUTING_TABLES: readonly Table[] = [
  { path: 'router static *', read: STATIC, aside: KNOWN },
  { path: 'router static6 *', read: STATIC, aside: KNOWN },
  ...['router policy *', 'router policy6 *'].map((path) => ({
    path,
    read:
      'input-device src dst srcaddr dstaddr gateway output-device action status input-device-negate ' +
      'src-negate dst-negate',
    aside: KNOWN,
  })),
  {
    path: 'router bgp',
    read: 'as',
    rest: 'routing setting',
  },
  {
    path: 'router bgp neighbor *',
    read: 'remote-as password shutdown auth-options',
    rest: 'routing setting',
  },
  {
    path: 'router bgp neighbor-group *',
    read: 'remote-as password shutdown auth-options remote-as-filter',
    rest: 'routing setting',
  },
  {
    path: 'router ospf ospf-interface *',
    read: 'authentication authentication-key md5-key md5-keychain',
    rest: 'routing setting',
  },
  { path: 'router ospf ospf-interface * md5-keys *', read: 'key-string' },
  {
    path: 'router ospf area *',
    read: 'authentication',
    rest: 'routing setting',
  },
  {
    path: 'router ospf area * virtual-link *',
    read: 'authentication authentication-key md5-key',
    rest: 'routing setting',
  },
  {
    path: 'router rip interface *',
    read: 'auth-mode auth-string auth-keychain',
    rest: 'routing setting',
  },
  {
    path: 'router key-chain * key *',
    read: 'key-string algorithm',
    rest: 'routing setting',
  },
  {
    path: 'router isis isis-interface *',
    read: 'auth-mode-l1 auth-mode-l2 auth-password-l1 auth-password-l2',
    rest: 'routing setting',
  },
];

/** Makes routes and neighbours. */
export function buildRouting(to: FortiScope): void {
  for (const [table, all] of [
    ['router static *', '0.0.0.0/0'],
    ['router static6 *', '::/0'],
  ] as const)
    for (const row of rowsOf(to, table)) addRoute(to, row, all);
  for (const table of ['router policy *', 'router policy6 *'])
    for (const row of rowsOf(to, table)) addPolicy(to, row, table.split(' ')[1] ?? '');
  for (const table of ['router bgp neighbor *', 'router bgp neighbor-group *'])
    for (const row of rowsOf(to, table)) addNeighbour(to, row, table.endsWith('neighbor *'));
  for (const [table, attributes, use] of KEYS)
    for (const row of rowsOf(to, table))
      for (const attribute of attributes.split(' ')) secretOf(to, row, { attribute, use, purpose: 'key' });
}

/** Keys of routing protocols: table, attributes, use. */
const KEYS: readonly (readonly [string, string, string])[] = [
  ['router ospf ospf-interface *', 'authentication-key', 'ospf'],
  ['router ospf ospf-interface * md5-keys *', 'key-string', 'ospf'],
  ['router ospf area * virtual-link *', 'authentication-key', 'ospf'],
  ['router rip interface *', 'auth-string', 'rip'],
  ['router key-chain * key *', 'key-string', 'key chain'],
  ['router isis isis-interface *', 'auth-password-l1 auth-password-l2', 'isis'],
];

function addRoute(to: FortiScope, row: Row, all: string): void {
  const named = value(row, 'dstaddr') ?? value(row, 'internet-service');
  const found = network(words(row, 'dst'));
  const prefix = found === 'any' || (found === null && named === null) ? all : (found ?? `${named}`);
  const hop = end(value(row, 'gateway'));
  const via = [value(row, 'device'), hop].filter((part) => part !== null).join(' ');
  if (value(row, 'status') === 'disable') return;
  const vrf = value(row, 'vrf') ?? row.vdom;
  const empty = switched(row, 'blackhole') ? 'blackhole' : switched(row, 'sdwan') ? 'sdwan' : '';
  to.draft.routes.push({
    ...atBlock(row.block, to.tree),
    prefix,
    via: via || empty,
    vrf: vrf === '0' ? row.vdom : vrf,
  });
}

function addPolicy(to: FortiScope, row: Row, map: string): void {
  const via = [value(row, 'output-device'), end(value(row, 'gateway'))].filter((part) => part !== null);
  const traffic = ['src', 'dst', 'srcaddr', 'dstaddr'].flatMap((attribute) => {
    const said = value(row, attribute);
    return said === null ? [] : [`${attribute} ${said}`];
  });
  to.draft.policyRoutes.push({
    ...atBlock(row.block, to.tree),
    map,
    sequence: wholeNumber(row.names[0]) ?? 0,
    acls: traffic,
    via: value(row, 'action') === 'deny' ? [] : via,
    where: [...words(row, 'input-device')],
  });
}

function addNeighbour(to: FortiScope, row: Row, listed: boolean): void {
  const secret = secretOf(to, row, { attribute: 'password', use: 'bgp', purpose: 'key' });
  const address = row.names[0] ?? '';
  const place = atBlock(row.block, to.tree);
  if (listed)
    to.draft.routingPeers.push({
      ...place,
      protocol: 'bgp',
      address: end(address) ?? address,
      remoteAs: value(row, 'remote-as'),
      authenticated: secret !== null || row.values.has('auth-options'),
    });
}
