import type { AclEntry } from '../../../../model/device-facts.ts';
import { end, network } from '../address.ts';
import {
  at,
  atBlock,
  type FortiScope,
  permit,
  type Row,
  rowsOf,
  secretOf,
  switched,
  value,
  words,
} from '../scope.ts';
import type { Table } from '../table.ts';

const HOSTS = 'ip ipv6 host-type source-ip source-ipv6 ha-direct interface';

/** SNMP: communities with the hosts that may ask, and users of version 3. */
export const SNMP_TABLES: readonly Table[] = [
  {
    path: 'system snmp sysinfo',
    read: 'status',
    rest: 'SNMP setting',
  },
  {
    path: 'system snmp community *',
    read: 'name status query-v1-status query-v2c-status query-v1-port query-v2c-port mib-view',
    aside: {
      'SNMP setting':
        'events trap-v1-status trap-v2c-status trap-v1-lport trap-v1-rport trap-v2c-lport trap-v2c-rport ' +
        'vdoms',
    },
  },
  { path: 'system snmp community * hosts *', read: HOSTS },
  { path: 'system snmp community * hosts6 *', read: HOSTS },
  {
    path: 'system snmp user *',
    read:
      'status security-level auth-proto auth-pwd priv-proto priv-pwd queries notify-hosts notify-hosts6 ' +
      'mib-view',
    aside: {
      'SNMP setting':
        'events trap-status trap-lport trap-rport query-port source-ip source-ipv6 ha-direct vdoms interface ' +
        'interface-select-method',
    },
  },
  { path: 'system snmp mib-view *', read: 'include exclude' },
];

const LEVELS: Readonly<Record<string, 'noauth' | 'auth' | 'priv'>> = {
  'no-auth-no-priv': 'noauth',
  'auth-no-priv': 'auth',
  'auth-priv': 'priv',
};

/** Makes SNMP facts. FortiOS lets nobody write; a user has its level by itself, so it stands as a group of its own. */
export function buildSnmp(to: FortiScope): void {
  for (const row of rowsOf(to, 'system snmp sysinfo')) {
    const found = row.values.get('status');
    if (!found) continue;
    const enabled = switched(row, 'status');
    to.draft.services.push({
      ...at(found.statement),
      name: 'snmp',
      enabled,
      port: null,
      acl: null,
      detail: 'agent',
    });
  }
  for (const row of rowsOf(to, 'system snmp community *')) addCommunity(to, row);
  for (const row of rowsOf(to, 'system snmp user *')) addUser(to, row);
  for (const row of rowsOf(to, 'system snmp mib-view *'))
    for (const attribute of ['include', 'exclude'])
      for (const oid of words(row, attribute))
        to.draft.snmp.views.push({
          ...at(row.block),
          name: row.names[0] ?? '',
          oid,
          included: attribute === 'include',
        });
}

function addCommunity(to: FortiScope, row: Row): void {
  const id = row.names[0] ?? '';
  const found = row.values.get('name');
  const text = value(row, 'name');
  if (!found || text === null || value(row, 'status') === 'disable') return;
  const place = atBlock(row.block, to.tree);
  const secret = to.secrets.keep(
    { use: 'snmp community', type: 'community', strength: 'plaintext', text },
    at(found.statement),
  );
  const acl = addHosts(to, row, id);
  const wellKnown = /^(?:public|private)$/i.test(text);
  to.draft.snmp.communities.push({
    ...place,
    secret,
    access: 'ro',
    acl,
    view: value(row, 'mib-view'),
    wellKnown,
  });
}

/** The hosts of a community: who may ask, and who gets traps. */
function addHosts(to: FortiScope, community: Row, id: string): string | null {
  const entries: AclEntry[] = [];
  for (const table of ['system snmp community * hosts *', 'system snmp community * hosts6 *'])
    for (const row of rowsOf(to, table)) {
      if (row.names[0] !== id || row.block.parent?.parent !== community.block) continue;
      const source = network(words(row, 'ip')) ?? network(words(row, 'ipv6'));
      if (!source) continue;
      const kind = value(row, 'host-type');
      if (kind !== 'trap') entries.push(permit(source, row));
      const address = source.replace(/\/(?:32|128)$/, '');
      if (kind !== 'query' && source !== 'any' && !address.includes('/'))
        to.draft.snmp.hosts.push({ ...at(row.block), address, version: 'v2c' });
    }
  if (entries.length === 0) return null;
  const name = `snmp community ${id}`;
  const place = atBlock(community.block, to.tree);
  const family = entries.every((entry) => entry.source.includes(':')) ? 'ipv6' : 'ipv4';
  to.draft.acls.push({ ...place, name, family, entries });
  to.draft.aclBindings.push({ ...place, acl: name, where: 'snmp community', direction: 'in' });
  return name;
}

function addUser(to: FortiScope, row: Row): void {
  const name = row.names[0] ?? '';
  const place = atBlock(row.block, to.tree);
  const said = value(row, 'security-level');
  const level = said === null ? null : (LEVELS[said] ?? null);
  for (const attribute of ['auth-pwd', 'priv-pwd'])
    secretOf(to, row, { attribute, use: 'snmp user', purpose: 'key' });
  const [auth, priv] = [value(row, 'auth-proto'), value(row, 'priv-proto')];
  to.draft.snmp.users.push({ ...place, name, group: name, auth, priv });
  const group = { version: 'v3', level, read: value(row, 'mib-view'), write: null, acl: null } as const;
  to.draft.snmp.groups.push({ ...place, name, ...group });
  for (const address of [...words(row, 'notify-hosts'), ...words(row, 'notify-hosts6')]) {
    const host = end(address);
    if (host) to.draft.snmp.hosts.push({ ...at(row.block), address: host, version: 'v3' });
  }
}
