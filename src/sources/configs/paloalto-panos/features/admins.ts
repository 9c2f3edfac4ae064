import { keepSecret } from '../../kit/scope.ts';
import { first, type PanScope, place, type Row, rowsOf, switched, value } from '../scope.ts';
import { hashOf } from '../secrets.ts';
import type { Table } from '../table.ts';

/** Administrators, and the name and addresses of the device. */
export const ADMIN_TABLES: readonly Table[] = [
  {
    path: 'mgt-config users *',
    read: 'phash, password, permissions role-based, public-key, client-certificate-only, authentication-profile',
    aside: {
      'user interface': 'preferences, ui, saved-log-query, saved-acc-filters',
      'password rule': 'password-profile',
    },
  },
  { path: 'mgt-config password-complexity', read: 'enabled, minimum-length', rest: 'password rule' },
  {
    path: 'deviceconfig system',
    read:
      'hostname, ip-address, netmask, default-gateway, ipv6-address, permitted-ip *, authentication-profile, ' +
      'ssl-tls-service-profile, panorama local-panorama panorama-server, panorama local-panorama panorama-server-2, ' +
      'panorama-server, panorama-server-2, radius-server, lldp',
    aside: {
      'setting of updates':
        'update-server, update-schedule, server-verification, auto-download, secure-proxy-server, secure-proxy-port, secure-proxy-user',
      'clock of the device': 'timezone, locale, geo-location',
      'name resolution':
        'dns-setting, domain, fqdn-refresh-time, fqdn-stale-entry-timeout, domain-lookup-url, fqdn-forcerefresh-time',
      banner: 'login-banner, ack-login-banner, motd-and-banner',
      'platform setting':
        'type, speed-duplex, mtu, route, config-bundle-export-schedule, device-telemetry, ipv6-default-gateway, ' +
        'vm-mac-base-changed, eth1, eth2, eth3, eth4, eth5, tls-mode, hsm-settings, permitted-ip-negate, inline-cloud, lcaas-use-proxy, device-group, ' +
        'deployment-type, web-server-certificate, config-output-format, ha-ssh-version, mgmt-interface, service route',
    },
  },
];

/** Makes users of administrators, and names the device. */
export function buildAdmins(to: PanScope): void {
  const [system] = rowsOf(to, 'deviceconfig system');
  to.draft.hostname ??= value(system, 'hostname');
  for (const row of rowsOf(to, 'mgt-config users *')) addAdmin(to, row);
}

function addAdmin(to: PanScope, row: Row): void {
  const name = row.names[0] ?? '';
  const hash = first(row, 'phash') ?? first(row, 'password');
  const written = hash && hashOf(hash.words);
  const secret = written
    ? keepSecret(to, hash.statement, { ...written, use: `user ${name}`, purpose: 'password' })
    : null;
  const said = value(row, 'permissions role-based');
  // `superuser yes`, `deviceadmin localhost.localdomain`, `custom profile NAME`.
  const role = said?.startsWith('custom profile ') ? said.slice(15) : (said?.split(' ')[0] ?? null);
  to.draft.users.push({ ...place(row), name, privilege: null, role, secret });
  const key = first(row, 'public-key');
  if (key) service(to, key.statement, { name: 'ssh-key', enabled: true, detail: name });
  const list = value(row, 'authentication-profile');
  if (list && switched(row, 'client-certificate-only') !== true)
    to.draft.aaaMethods.push({
      ...place(row),
      phase: 'authentication',
      service: 'login',
      list: name,
      methods: [`group ${list}`],
    });
}

/** What one statement says of a service. */
export interface Stated {
  readonly name: string;
  readonly enabled: boolean | null;
  readonly port?: number | null;
  readonly acl?: string | null;
  readonly detail?: string | null;
}

/** Adds a service. */
export function service(
  to: PanScope,
  { line, lineEnd }: { line: number; lineEnd: number },
  { port = null, acl = null, detail = null, ...said }: Stated,
): void {
  to.draft.services.push({ line, lineEnd, ...said, port, acl, detail });
}
