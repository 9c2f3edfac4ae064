import { end } from '../address.ts';
import { atBlock, type FortiScope, type Row, rowsOf, secretOf, switched, value, words } from '../scope.ts';
import type { Table } from '../table.ts';

/** Copies of traffic that leave the device, captures on it, and collectors of flows. */
export const MIRROR_TABLES: readonly Table[] = [
  {
    path: 'firewall sniffer *',
    read: 'interface host port protocol status logtraffic max-packet-count non-ip ipv6',
    rest: 'setting of a sniffer',
  },
  {
    path: 'firewall on-demand-sniffer *',
    read: 'interface hosts ports protocols max-packet-count advanced-filter non-ip-packet',
  },
  { path: 'firewall decrypted-traffic-mirror *', read: 'interface dstmac traffic-type traffic-source' },
  {
    path: 'switch-controller traffic-sniffer',
    read: 'mode erspan-ip target-mac target-ip target-port',
    aside: {},
  },
  {
    path: 'system sflow',
    read: 'collector-ip collector-port source-ip',
    rest: 'flow setting',
  },
  {
    path: 'system vdom-sflow',
    read: 'collector-ip collector-port source-ip vdom-sflow',
    rest: 'flow setting',
  },
  {
    path: 'system netflow',
    read: 'collector-ip collector-port source-ip',
    rest: 'flow setting',
  },
  {
    path: 'system vdom-netflow',
    read: 'collector-ip collector-port source-ip vdom-netflow',
    rest: 'flow setting',
  },
  ...['system netflow', 'system vdom-netflow', 'system sflow', 'system vdom-sflow'].map((table) => ({
    path: `${table} collectors *`,
    read: 'collector-ip collector-port source-ip',
    aside: { 'flow setting': 'source-ip-interface interface interface-select-method' },
  })),
  { path: 'system acme accounts *', read: 'privatekey' },
  {
    path: 'vpn certificate local *',
    read:
      'password private-key source enroll-protocol scep-url scep-password cmp-server cmp-server-cert ' +
      'acme-domain range',
    rest: 'certificate',
  },
];

/** Makes mirrors and flow collectors, and keeps the secrets of certificates. */
export function buildMirrors(to: FortiScope): void {
  for (const row of rowsOf(to, 'firewall sniffer *'))
    if (switched(row, 'status') !== false)
      add(to, row, {
        name: `sniffer ${row.names[0] ?? ''}`,
        type: 'sniffer',
        source: sourceOf(row, 'interface host port'),
        destination: null,
      });
  for (const row of rowsOf(to, 'firewall on-demand-sniffer *'))
    add(to, row, {
      name: row.names[0] ?? '',
      type: 'sniffer',
      source: sourceOf(row, 'interface hosts ports'),
      destination: null,
    });
  for (const row of rowsOf(to, 'firewall decrypted-traffic-mirror *'))
    add(to, row, {
      name: row.names[0] ?? '',
      type: 'decrypted-traffic',
      source: value(row, 'traffic-source'),
      destination: sourceOf(row, 'interface dstmac'),
    });
  for (const row of rowsOf(to, 'switch-controller traffic-sniffer'))
    if (row.values.size > 0)
      add(to, row, {
        name: 'traffic-sniffer',
        type: value(row, 'mode') ?? 'erspan',
        source: sourceOf(row, 'target-mac target-ip target-port'),
        destination: end(value(row, 'erspan-ip')),
      });
  for (const table of ['system netflow', 'system vdom-netflow', 'system sflow', 'system vdom-sflow'])
    for (const row of [...rowsOf(to, table), ...rowsOf(to, `${table} collectors *`)]) {
      const address = end(value(row, 'collector-ip'));
      if (address)
        to.draft.flowCollectors.push({
          ...atBlock(row.block, to.tree),
          address,
          source: value(row, 'source-ip'),
        });
    }
  for (const row of rowsOf(to, 'vpn certificate local *')) {
    secretOf(to, row, { attribute: 'password', use: 'certificate', purpose: 'key' });
    secretOf(to, row, { attribute: 'scep-password', use: 'certificate', purpose: 'key' });
  }
}

function sourceOf(row: Row, attributes: string): string | null {
  return (
    attributes
      .split(' ')
      .flatMap((attribute) => words(row, attribute))
      .join(' ') || null
  );
}

type Named = { name: string; type: string; source: string | null; destination: string | null };

function add(to: FortiScope, row: Row, mirror: Named): void {
  to.draft.mirrors.push({ ...atBlock(row.block, to.tree), ...mirror });
}
