import { end } from '../address.ts';
import { atBlock, type FortiScope, type Row, rowsOf, secretOf, value, words } from '../scope.ts';
import type { Table } from '../table.ts';

const PHASE1 =
  'type interface remote-gw remotegw-ddns local-gw psksecret psksecret-remote proposal dhgrp ' +
  'ike-version authmethod mode ' +
  'certificate status ppk-secret authpasswd authusr';
const PHASE2 = 'phase1name proposal dhgrp pfs';
const PLAIN_TUNNEL =
  'interface remote-gw local-gw source destination remote-ip remote-ip6 ip-version vni status ' +
  'ip-version type remote-gw6 local-gw6';

/** Kinds of tunnels without keys: table and the name of the mode. */
const PLAIN: readonly (readonly [string, string])[] = [
  ['system gre-tunnel *', 'gre ip'],
  ['system ipip-tunnel *', 'ipip'],
  ['system sit-tunnel *', 'ipv6ip'],
  ['system ipv6-tunnel *', 'ip ipv6'],
  ['system vxlan *', 'vxlan'],
  ['system geneve *', 'geneve'],
];
const PHASE1_TABLES = ['vpn ipsec phase1-interface *', 'vpn ipsec phase1 *'];
const MANUAL_TABLES = ['vpn ipsec manualkey-interface *', 'vpn ipsec manualkey *'];

/** Tunnels of every kind; the ciphers of IPsec are read from the same rows. */
export const TUNNEL_TABLES: readonly Table[] = [
  ...PHASE1_TABLES.map((path) => ({ path, read: PHASE1, rest: 'setting of IKE or IPsec' })),
  ...['vpn ipsec phase2-interface *', 'vpn ipsec phase2 *'].map((path) => ({
    path,
    read: PHASE2,
    rest: 'setting of IKE or IPsec',
  })),
  ...MANUAL_TABLES.map((path) => ({
    path,
    read:
      'interface remote-gw local-gw auth-alg enc-alg auth-key enc-key authentication encryption authkey ' +
      'enckey',
    rest: 'tunnel setting',
  })),
  ...PLAIN.map(([path]) => ({ path, read: PLAIN_TUNNEL, rest: 'tunnel setting' })),
  {
    path: 'vpn l2tp',
    read: 'status sip eip usrgrp',
    rest: 'tunnel setting',
  },
  { path: 'vpn pptp', read: 'status sip eip usrgrp ip-mode local-ip' },
];

/** Makes tunnels and keeps their keys. */
export function buildTunnels(to: FortiScope): void {
  for (const table of PHASE1_TABLES) for (const row of rowsOf(to, table)) addIpsec(to, row);
  for (const table of MANUAL_TABLES)
    for (const row of rowsOf(to, table)) {
      for (const attribute of ['auth-key', 'enc-key', 'authkey', 'enckey'])
        secretOf(to, row, { attribute, use: 'ipsec', purpose: 'key' });
      add(to, row, { mode: 'ipsec manual', destination: value(row, 'remote-gw') });
    }
  for (const [table, mode] of PLAIN)
    for (const row of rowsOf(to, table)) {
      const ends = words(row, 'remote-ip').length > 0 ? words(row, 'remote-ip') : words(row, 'remote-ip6');
      const gateway = value(row, 'remote-gw') ?? value(row, 'destination') ?? value(row, 'remote-gw6');
      for (const destination of ends.length > 0 ? ends : [gateway]) add(to, row, { mode, destination });
    }
  for (const mode of ['l2tp', 'pptp'])
    for (const row of rowsOf(to, `vpn ${mode}`)) {
      const found = row.values.get('status');
      if (!found) continue;
      const { line, lineEnd } = found.statement;
      const enabled = found.words[0] === 'enable';
      to.draft.services.push({ line, lineEnd, name: mode, enabled, port: null, acl: null, detail: null });
    }
}

function addIpsec(to: FortiScope, row: Row): void {
  for (const attribute of ['psksecret', 'psksecret-remote', 'ppk-secret'])
    secretOf(to, row, { attribute, use: 'ike', purpose: 'key' });
  secretOf(to, row, { attribute: 'authpasswd', use: 'ike', purpose: 'password' });
  const dynamic = value(row, 'type') === 'dynamic';
  const destination = dynamic ? null : (value(row, 'remote-gw') ?? value(row, 'remotegw-ddns'));
  add(to, row, { mode: dynamic ? 'ipsec dynamic' : 'ipsec', destination });
}

function add(
  to: FortiScope,
  row: Row,
  { mode, destination }: { mode: string; destination: string | null },
): void {
  const source = value(row, 'local-gw') ?? value(row, 'source');
  to.draft.tunnels.push({
    ...atBlock(row.block, to.tree),
    name: row.names[0] ?? '',
    mode,
    source: end(source) ?? value(row, 'interface'),
    destination: end(destination),
    shutdown: value(row, 'status') === 'disable',
  });
}
