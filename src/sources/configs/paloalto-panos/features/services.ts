import type { Acl } from '../../../../model/device-facts.ts';
import { network } from '../address.ts';
import {
  first,
  type PanScope,
  permit,
  place,
  type Row,
  rowsOf,
  secretOf,
  switched,
  type Value,
  value,
  wholeNumber,
} from '../scope.ts';
import type { Table } from '../table.ts';
import { service } from './admins.ts';

const NAMES = ['ssh', 'telnet', 'http', 'https', 'snmp'];
const OTHER = [
  'http-ocsp',
  'userid-service',
  'userid-syslog-listener-ssl',
  'userid-syslog-listener-udp',
  'response-pages',
];

/** What answers on the management port and on interfaces with a management profile. */
export const SERVICE_TABLES: readonly Table[] = [
  {
    path: 'deviceconfig system service',
    read: [...NAMES, ...OTHER, 'icmp'].map((name) => `disable-${name}`).join(','),
  },
  {
    path: 'network profiles interface-management-profile *',
    read: [...NAMES, ...OTHER, 'ping', 'permitted-ip *'].join(','),
  },
  {
    path: 'deviceconfig setting management',
    read: 'idle-timeout, admin-lockout failed-attempts, admin-lockout lockout-time, audit-tracking op-commands, audit-tracking ui-actions, audit-tracking send-syslog, api key lifetime, secure-conn-client, secure-conn-server',
    rest: 'management setting',
  },
  {
    path: 'deviceconfig high-availability',
    read: 'enabled, group mode, interface ha1 encryption enabled',
    rest: 'high availability setting',
  },
  {
    path: 'deviceconfig system log-export-schedule *',
    read: 'protocol ftp hostname, protocol scp hostname, protocol ftp password, protocol scp password, enable',
    rest: 'archive setting',
  },
  {
    path: 'global-protect global-protect-gateway *',
    read: 'ssl-tls-service-profile',
    rest: 'setting of GlobalProtect',
  },
  {
    path: 'global-protect global-protect-portal *',
    read: 'portal-config local-address interface',
    rest: 'setting of GlobalProtect',
  },
  { path: 'log-settings http *', read: 'server * address', rest: 'logging setting' },
];

/** Makes services with the access lists that guard them. */
export function buildServices(to: PanScope): void {
  const [system] = rowsOf(to, 'deviceconfig system');
  const acl = system ? listOf(to, system, 'permitted-ip') : null;
  if (acl)
    for (const where of ['vty 0 0', ...NAMES])
      to.draft.aclBindings.push({
        line: acl.line,
        lineEnd: acl.lineEnd,
        acl: acl.name,
        where,
        direction: 'in',
      });
  for (const row of rowsOf(to, 'deviceconfig system service'))
    for (const name of [...NAMES, ...OTHER]) {
      const found = first(row, `disable-${name}`);
      const off = switched(row, `disable-${name}`);
      if (found && off !== null)
        service(to, found.statement, { name, enabled: !off, acl: acl?.name ?? null, detail: 'management' });
    }
  for (const face of [
    'panorama local-panorama panorama-server',
    'panorama local-panorama panorama-server-2',
    'panorama-server',
    'panorama-server-2',
  ]) {
    const found = first(system, face);
    if (found)
      service(to, found.statement, {
        name: 'central-management',
        enabled: true,
        detail: found.words.join(' '),
      });
  }
  buildManagement(to, acl);
  for (const row of rowsOf(to, 'deviceconfig high-availability')) {
    const found = first(row, 'enabled');
    if (found)
      service(to, found.statement, {
        name: 'high-availability',
        enabled: switched(row, 'enabled'),
        detail: null,
      });
  }
  for (const row of rowsOf(to, 'deviceconfig system log-export-schedule *')) {
    const protocol = first(row, 'protocol ftp hostname') ? 'ftp' : 'scp';
    secretOf(to, row, { attribute: `protocol ${protocol} password`, use: 'ftp', purpose: 'password' });
    service(to, row, {
      name: 'archive',
      enabled: switched(row, 'enable'),
      detail: `${protocol} ${value(row, `protocol ${protocol} hostname`) ?? ''}`,
    });
  }
  for (const kind of ['gateway', 'portal'])
    for (const row of rowsOf(to, `global-protect global-protect-${kind} *`))
      service(to, row, { name: 'ssl-vpn', enabled: true, detail: `${kind} ${row.names[0] ?? ''}` });
}

function buildManagement(to: PanScope, acl: Acl | null): void {
  for (const row of rowsOf(to, 'mgt-config password-complexity')) {
    const found = first(row, 'minimum-length');
    if (found)
      service(to, found.statement, {
        name: 'password-min-length',
        enabled: switched(row, 'enabled'),
        detail: value(row, 'minimum-length'),
      });
  }
  for (const row of rowsOf(to, 'deviceconfig setting management')) {
    const tries = first(row, 'admin-lockout failed-attempts');
    if (tries)
      service(to, tries.statement, {
        name: 'authentication-failure-limit',
        enabled: true,
        detail: tries.words.join(' '),
      });
    if (
      ['audit-tracking op-commands', 'audit-tracking send-syslog'].some(
        (name) => value(row, name) && value(row, name) !== 'no',
      )
    )
      to.draft.logging.commandLogging = true;
    const idle = first(row, 'idle-timeout');
    const minutes = wholeNumber(value(row, 'idle-timeout'));
    if (idle)
      to.draft.lines.push({
        line: idle.statement.line,
        lineEnd: idle.statement.lineEnd,
        kind: 'vty',
        first: 0,
        last: 0,
        accessIn: acl?.name ?? null,
        accessInVrfAlso: false,
        accessOut: null,
        accessIn6: null,
        transportInput: null,
        transportOutput: null,
        login: null,
        execTimeout: minutes === null ? null : minutes * 60,
        rotary: null,
        privilege: null,
      });
  }
}

/** The networks of `permitted-ip` as an access list; null when there are none. */
export function listOf(to: PanScope, row: Row, name: string): Acl | null {
  const entries = (row.values.get('permitted-ip *') ?? []).flatMap((found: Value) => {
    const text = sourceOf(found);
    const source = network(text);
    return source ? [permit(source, found)] : [];
  });
  if (entries.length === 0) return null;
  const lines = entries.map((entry) => entry.line);
  const family = entries.every((entry) => entry.source.includes(':')) ? 'ipv6' : 'ipv4';
  const acl: Acl = {
    line: Math.min(...lines.slice(0, 1000)),
    lineEnd: Math.max(...lines.slice(-1000)),
    name,
    family,
    entries,
  };
  to.draft.acls.push(acl);
  return acl;
}

const sourceOf = ({ names }: Value): string => names.at(-1) ?? '';

/** The services of a management profile, for the interfaces that have it. */
export function buildProfiles(to: PanScope, faces: ReadonlyMap<string, readonly string[]>): void {
  for (const row of rowsOf(to, 'network profiles interface-management-profile *')) {
    const profile = row.names[0] ?? '';
    const acl = listOf(to, row, `interface-management-profile ${profile}`);
    for (const face of faces.get(profile) ?? []) {
      if (acl)
        to.draft.aclBindings.push({
          ...place(row),
          acl: acl.name,
          where: `interface ${face}`,
          direction: 'in',
        });
      for (const name of [...NAMES, ...OTHER]) {
        const found = first(row, name);
        if (found)
          service(to, found.statement, {
            name,
            enabled: switched(row, name),
            acl: acl?.name ?? null,
            detail: `interface ${face}`,
          });
      }
    }
  }
}
