import type { Service } from '../../../../model/device-facts.ts';
import {
  at,
  type FortiScope,
  type Row,
  rowsOf,
  secretOf,
  switched,
  type Value,
  value,
  wholeNumber,
  words,
} from '../scope.ts';
import type { Table } from '../table.ts';

/** Services of the device that have a table of their own. */
export const SERVICE_TABLES: readonly Table[] = [
  {
    path: 'system password-policy',
    read: 'status minimum-length apply-to expire-status expire-day reuse-password',
    rest: 'password rule',
  },
  {
    path: 'system auto-install',
    read: 'auto-install-config auto-install-image default-config-file default-image-file',
  },
  {
    path: 'system console',
    read: 'login',
    aside: { 'console setting': 'output baudrate mode fortiexplorer' },
  },
  {
    path: 'system central-management',
    read:
      'type fmg mode allow-push-configuration allow-remote-firmware-upgrade fmg-source-ip serial-number ' +
      'mgmtid',
    rest: 'central management setting',
  },
  {
    path: 'system csf',
    read:
      'status upstream upstream-ip group-name group-password accept-auth-by-cert configuration-sync ' +
      'downstream-access downstream-accprofile fabric-object-unification',
    rest: 'security fabric setting',
  },
  {
    path: 'system ha',
    read:
      'mode group-id group-name password hbdev authentication encryption ha-mgmt-status override unicast-hb ' +
      'unicast-hb-peerip key',
    rest: 'high availability setting',
  },
  {
    path: 'system dns-server *',
    read: 'mode',
    aside: { 'name resolution': 'dnsfilter-profile doh doh3 doq' },
  },
  {
    path: 'system ftm-push',
    read: 'status server-port server-ip server',
    aside: { 'service setting': 'server-cert proxy' },
  },
  {
    path: 'vpn ssl settings',
    read:
      'status port source-interface source-address servercert ssl-min-proto-ver ssl-max-proto-ver algorithm ' +
      'reqclientcert banned-cipher ciphersuite idle-timeout auth-timeout login-attempt-limit https-redirect',
    rest: 'setting of the SSL VPN',
  },
  {
    path: 'system settings',
    read: 'opmode status',
    rest: 'setting of a virtual domain',
  },
];

interface Stated {
  readonly name: string;
  readonly enabled?: boolean | null;
  readonly port?: number | null;
  readonly acl?: string | null;
  readonly detail?: string | null;
}

/** Makes services of what interfaces let in and of the tables of services. */
export function buildServices(to: FortiScope): void {
  const [global] = rowsOf(to, 'system global');
  for (const table of ['system interface *', 'system interface * secondaryip *', 'system interface * ipv6'])
    for (const row of rowsOf(to, table)) letIn(to, row, global);
  for (const [attribute, name] of GLOBAL)
    if (switched(global, attribute) !== null)
      push(to, valueOf(global, attribute), { name, enabled: switched(global, attribute) });
  buildNumbers(to, global);
  buildTables(to);
}

/** Settings that switch a thing on or off for the whole device, and its name. */
const GLOBAL: readonly (readonly [string, string])[] = [
  ['admin-telnet', 'telnet'],
  ['admin-scp', 'scp'],
  ['admin-maintainer', 'password-recovery'],
  ['admin-ssh-v1', 'ssh-v1'],
  ['admin-ssh-password', 'ssh-password'],
  ['admin-https-redirect', 'http-redirect'],
  ['admin-forticloud-sso-login', 'cloud-login'],
  ['admin-concurrent', 'concurrent-logins'],
  ['private-data-encryption', 'password-encryption-aes'],
  ['lldp-transmission', 'lldp'],
  ['strong-crypto', 'strong-crypto'],
];

const PORTS: Readonly<Record<string, string>> = {
  http: 'admin-port',
  https: 'admin-sport',
  ssh: 'admin-ssh-port',
  telnet: 'admin-telnet-port',
};

const valueOf = (row: Row | undefined, attribute: string): Value => row?.values.get(attribute) as Value;

function push(
  to: FortiScope,
  { statement }: Value,
  { name, enabled = true, port = null, acl = null, detail = null }: Stated,
): void {
  const service: Service = { ...at(statement), name, enabled, port, acl, detail };
  to.draft.services.push(service);
}

function letIn(to: FortiScope, row: Row, global: Row | undefined): void {
  const attribute = row.values.has('ip6-allowaccess') ? 'ip6-allowaccess' : 'allowaccess';
  const face = row.names[0] ?? '';
  const guarded = to.draft.acls.some((list) => list.name === 'trusted hosts');
  for (const name of words(row, attribute)) {
    if (name === 'ping') continue;
    const port = wholeNumber(value(global, PORTS[name] ?? ''));
    const acl = name in PORTS && guarded ? 'trusted hosts' : null;
    const enabled = name !== 'telnet' || switched(global, 'admin-telnet') !== false;
    push(to, valueOf(row, attribute), { name, enabled, port, acl, detail: `interface ${face}` });
  }
}

function buildNumbers(to: FortiScope, global: Row | undefined): void {
  const tries = value(global, 'admin-lockout-threshold');
  if (tries)
    push(to, valueOf(global, 'admin-lockout-threshold'), {
      name: 'authentication-failure-limit',
      detail: tries,
    });
  const seconds = value(global, 'admin-lockout-duration');
  if (seconds) push(to, valueOf(global, 'admin-lockout-duration'), { name: 'login-block', detail: seconds });
}

/** Tables whose presence or mode says that a service runs: table, attribute that says so, name. */
function buildTables(to: FortiScope): void {
  for (const row of rowsOf(to, 'system password-policy'))
    if (value(row, 'minimum-length'))
      push(to, valueOf(row, 'minimum-length'), {
        name: 'password-min-length',
        enabled: switched(row, 'status'),
        detail: value(row, 'minimum-length'),
      });
  for (const row of rowsOf(to, 'system auto-install'))
    for (const [attribute, name] of [
      ['auto-install-config', 'config-autoload'],
      ['auto-install-image', 'network-boot'],
    ] as const)
      if (switched(row, attribute) !== null)
        push(to, valueOf(row, attribute), { name, enabled: switched(row, attribute), detail: 'usb' });
  for (const row of rowsOf(to, 'system central-management'))
    if (row.values.has('type') || row.values.has('fmg'))
      push(to, row.values.get('fmg') ?? valueOf(row, 'type'), {
        name: 'central-management',
        enabled: value(row, 'type') !== 'none',
        detail: [value(row, 'type'), value(row, 'fmg')].filter(Boolean).join(' '),
      });
  for (const row of rowsOf(to, 'system csf'))
    if (switched(row, 'status') !== null)
      push(to, valueOf(row, 'status'), {
        name: 'security-fabric',
        enabled: switched(row, 'status'),
        detail: value(row, 'upstream') ?? value(row, 'upstream-ip'),
      });
  for (const row of rowsOf(to, 'system ha')) buildHa(to, row);
  for (const row of rowsOf(to, 'system dns-server *'))
    to.draft.services.push({
      ...at(row.block),
      name: 'dns',
      enabled: true,
      port: null,
      acl: null,
      detail: `interface ${row.names[0] ?? ''}`,
    });
  for (const row of rowsOf(to, 'vpn ssl settings')) buildSslVpn(to, row);
  for (const row of rowsOf(to, 'system csf'))
    secretOf(to, row, { attribute: 'group-password', use: 'security fabric', purpose: 'key' });
}

function buildHa(to: FortiScope, row: Row): void {
  secretOf(to, row, { attribute: 'password', use: 'high availability', purpose: 'key' });
  secretOf(to, row, { attribute: 'key', use: 'high availability', purpose: 'key' });
  const mode = value(row, 'mode');
  if (mode)
    push(to, valueOf(row, 'mode'), {
      name: 'high-availability',
      enabled: mode !== 'standalone',
      detail: mode,
    });
}

/** The web portal answers where it has an interface. */
function buildSslVpn(to: FortiScope, row: Row): void {
  const where = words(row, 'source-interface');
  const place = row.values.get('source-interface') ?? row.values.get('port') ?? row.values.get('status');
  if (!place) return;
  const enabled = switched(row, 'status') ?? (where.length > 0 ? true : null);
  push(to, place, {
    name: 'ssl-vpn',
    enabled,
    port: wholeNumber(value(row, 'port')),
    detail: where.length > 0 ? `interface ${where.join(' ')}` : null,
  });
}
