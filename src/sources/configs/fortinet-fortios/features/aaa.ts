import { end } from '../address.ts';
import {
  at,
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

/** Servers that decide who may log in, and groups of them. */
export const AAA_TABLES: readonly Table[] = [
  {
    path: 'user tacacs+ *',
    read:
      'server secondary-server tertiary-server key secondary-key tertiary-key port authen-type ' +
      'authorization source-ip interface',
    rest: 'setting of an AAA server',
  },
  {
    path: 'user radius *',
    read:
      'server secondary-server tertiary-server secret secondary-secret tertiary-secret radius-port ' +
      'auth-type source-ip interface transport-protocol tls-min-proto-version ca-cert rsso-secret',
    rest: 'setting of an AAA server',
  },
  {
    path: 'user radius * accounting-server *',
    read: 'status server secret port source-ip',
    rest: 'setting of an AAA server',
  },
  {
    path: 'user ldap *',
    read:
      'server secondary-server tertiary-server username password secure port type ssl-min-proto-version ' +
      'ca-cert server-identity-check',
    rest: 'setting of an AAA server',
  },
  {
    path: 'user group *',
    read: 'member group-type',
    rest: 'setting of a user group',
  },
  { path: 'user group * match *', read: 'server-name group-name' },
];

const SERVERS = [
  ['user tacacs+ *', 'tacacs+', 'key', 'port'],
  ['user radius *', 'radius', 'secret', 'radius-port'],
] as const;

/** Makes the facts of AAA. */
export function buildAaa(to: FortiScope): void {
  const names = new Map<string, 'tacacs+' | 'radius'>();
  for (const [table, protocol, key, port] of SERVERS)
    for (const row of rowsOf(to, table)) {
      names.set(row.names[0] ?? '', protocol);
      for (const rank of ['', 'secondary-', 'tertiary-']) addServer(to, row, { protocol, rank, key, port });
      const source = value(row, 'interface') ?? value(row, 'source-ip');
      if (source) to.draft.sourceInterfaces[protocol] ??= source;
    }
  for (const row of rowsOf(to, 'user ldap *'))
    secretOf(to, row, { attribute: 'password', use: 'ldap', purpose: 'password' });
  for (const row of rowsOf(to, 'user radius * accounting-server *'))
    secretOf(to, row, { attribute: 'secret', use: 'radius', purpose: 'key' });
  for (const row of rowsOf(to, 'user radius *'))
    secretOf(to, row, { attribute: 'rsso-secret', use: 'radius', purpose: 'key' });
  for (const row of rowsOf(to, 'user group *')) addGroup(to, row, names);
  buildAccounting(to);
}

interface Rank {
  readonly protocol: 'tacacs+' | 'radius';
  readonly rank: string;
  readonly key: string;
  readonly port: string;
}

function addServer(to: FortiScope, row: Row, { protocol, rank, key, port }: Rank): void {
  const found = row.values.get(`${rank}server`);
  const address = end(value(row, `${rank}server`));
  if (!found || !address) return;
  const use = protocol === 'radius' ? 'radius' : 'tacacs';
  const secret = secretOf(to, row, { attribute: `${rank}${key}`, use, purpose: 'key' });
  const name = `${row.names[0] ?? ''}${rank === '' ? '' : ` ${rank.slice(0, -1)}`}`;
  const place = rank === '' ? atBlock(row.block, to.tree) : at(found.statement);
  to.draft.aaaServers.push({
    ...place,
    name,
    protocol,
    address,
    port: wholeNumber(value(row, port)),
    secret,
  });
}

function addGroup(to: FortiScope, row: Row, names: ReadonlyMap<string, 'tacacs+' | 'radius'>): void {
  const members = words(row, 'member').filter((member) => names.has(member));
  const protocol = names.get(members[0] ?? '');
  if (protocol)
    to.draft.aaaGroups.push({
      ...atBlock(row.block, to.tree),
      name: row.names[0] ?? '',
      protocol,
      members,
      vrf: row.vdom,
    });
}

/** `log tacacs+accounting` sends what administrators type to a server. */
function buildAccounting(to: FortiScope): void {
  for (const nth of ['', '2', '3'])
    for (const row of rowsOf(to, `log tacacs+accounting${nth} setting`)) {
      const address = end(value(row, 'server'));
      const secret = secretOf(to, row, { attribute: 'server-key', use: 'tacacs', purpose: 'key' });
      const name = `accounting${nth}`;
      const place = at(row.block);
      if (address)
        to.draft.aaaServers.push({ ...place, name, protocol: 'tacacs+', address, port: null, secret });
    }
  for (const row of rowsOf(to, 'log tacacs+accounting filter'))
    for (const [attribute, service] of [
      ['cli-cmd-audit', 'commands'],
      ['login-audit', 'exec'],
      ['config-change-audit', 'config'],
    ] as const) {
      const found = row.values.get(attribute);
      if (found && switched(row, attribute))
        to.draft.aaaMethods.push({
          ...at(found.statement),
          phase: 'accounting',
          service,
          list: 'default',
          methods: ['start-stop', 'group tacacs+'],
        });
    }
}
