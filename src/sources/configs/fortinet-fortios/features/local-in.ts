import type { Acl, AclEntry } from '../../../../model/device-facts.ts';
import { network } from '../address.ts';
import { atBlock, type FortiScope, permit, type Row, rowsOf, switched, value, words } from '../scope.ts';
import type { Table } from '../table.ts';

/** Policies for traffic to the device itself, and the addresses that they name. */
export const LOCAL_IN_TABLES: readonly Table[] = [
  {
    path: 'firewall address *',
    read: 'subnet type start-ip end-ip fqdn wildcard-fqdn',
    rest: 'firewall object',
  },
  {
    path: 'firewall address6 *',
    read: 'ip6 type fqdn',
    rest: 'firewall object',
  },
  { path: 'firewall addrgrp *', read: 'member', rest: 'firewall object' },
  { path: 'firewall addrgrp6 *', read: 'member', rest: 'firewall object' },
  ...['firewall local-in-policy *', 'firewall local-in-policy6 *'].map((path) => ({
    path,
    read: 'intf srcaddr srcaddr-negate dstaddr action service status',
    aside: {
      'firewall object':
        'uuid schedule comments ha-mgmt-intf-only dstaddr-negate service-negate virtual-patch logtraffic',
    },
  })),
];

/** Depth and number beyond which groups are not followed. */
const DEEPEST = 16;
const MOST = 4000;

/** Makes access lists of local-in policies: they guard the device itself. */
export function buildLocalIn(to: FortiScope): void {
  const objects = objectsOf(to);
  for (const [table, name] of [
    ['firewall local-in-policy *', 'local-in-policy'],
    ['firewall local-in-policy6 *', 'local-in-policy6'],
  ] as const) {
    const rows = rowsOf(to, table).filter((row) => switched(row, 'status') !== false);
    if (rows.length === 0) continue;
    const entries = rows.flatMap((row) => entriesOf(row, objects));
    const first = atBlock((rows[0] as Row).block, to.tree);
    const last = atBlock((rows.at(-1) as Row).block, to.tree);
    const place = { line: first.line, lineEnd: Math.max(first.lineEnd, last.lineEnd) };
    const acl: Acl = { ...place, name, family: name.endsWith('6') ? 'ipv6' : 'ipv4', entries };
    to.draft.acls.push(acl);
    for (const face of new Set(rows.flatMap((row) => [...words(row, 'intf')])))
      to.draft.aclBindings.push({ ...place, acl: name, where: `interface ${face}`, direction: 'in' });
  }
}

/** Networks by the name of the object or group; what cannot be told stays out. */
function objectsOf(to: FortiScope): ReadonlyMap<string, Row> {
  const objects = new Map<string, Row>();
  for (const table of [
    'firewall address *',
    'firewall address6 *',
    'firewall addrgrp *',
    'firewall addrgrp6 *',
  ])
    for (const row of rowsOf(to, table)) objects.set(row.names[0] ?? '', row);
  return objects;
}

function entriesOf(row: Row, objects: ReadonlyMap<string, Row>): AclEntry[] {
  const action = value(row, 'action') === 'accept' ? 'permit' : 'deny';
  const ports = words(row, 'service').join(' ') || null;
  const destination = words(row, 'dstaddr').join(' ');
  const base = {
    action,
    ports,
    destination: /^(?:all)?$/.test(destination) ? 'any' : `host-group ${destination}`,
  } as const;
  const negated = switched(row, 'srcaddr-negate') === true;
  return words(row, 'srcaddr').flatMap((name) => {
    if (negated) return [{ ...permit(`host-group not ${name}`, row), ...base }];
    return networksOf(name, objects, DEEPEST).map((source) => {
      const entry = { ...permit(source, row), ...base };
      return source === 'any' || source === `host-group ${name}` ? entry : { ...entry, through: name };
    });
  });
}

function networksOf(name: string, objects: ReadonlyMap<string, Row>, depth: number): string[] {
  if (name === 'all' || name === 'any') return ['any'];
  const row = objects.get(name);
  const members = words(row, 'member');
  if (!row || depth === 0) return [`host-group ${name}`];
  if (members.length > 0)
    return members
      .slice(0, MOST)
      .flatMap((member) => networksOf(member, objects, depth - 1))
      .slice(0, MOST);
  const found = network(words(row, 'subnet')) ?? network(words(row, 'ip6'));
  const single = value(row, 'start-ip') !== null && value(row, 'start-ip') === value(row, 'end-ip');
  return [found ?? (single ? `${value(row, 'start-ip')}/32` : `host-group ${name}`)];
}
