import { end } from '../address.ts';
import { at, type FortiScope, type Row, rowsOf, secretOf, switched, value } from '../scope.ts';
import type { Table } from '../table.ts';

const SYSLOG = ['syslogd', 'syslogd2', 'syslogd3', 'syslogd4'];
const ANALYZERS = ['fortianalyzer', 'fortianalyzer2', 'fortianalyzer3', 'fortianalyzer-cloud', 'fortiguard'];
const FILTERS =
  'severity filter filter-type forward-traffic local-traffic multicast-traffic sniffer-traffic event ' +
  'admin cli-cmd-audit ' +
  'login-audit config-change-audit';
const FILTER_ASIDE = {
  'logging setting':
    'ztna-traffic http-transaction anomaly voip gtp forti-switch dlp-archive free-style netscan-discovery ' +
    'netscan-vulnerability dns ssh ssl vpn system wireless-activity ippool dhcp ppp pattern sslvpn-log-adm ' +
    'sslvpn-log-auth sslvpn-log-session vip-ssl ldb-monitor wan-opt cpu-memory-usage ha auth radius ' +
    'nac-quarantine debug',
};
const SETTING =
  'status server mode port source-ip enc-algorithm ssl-min-proto-version reliable certificate interface ' +
  'monitor-failure-retry-period preshared-key psk';
const SETTING_ASIDE = {
  'logging setting':
    'facility format priority max-log-rate syslog-type interface-select-method upload-option ' +
    'upload-interval upload-day ' +
    'upload-time access-config hmac-algorithm ips-archive serial serials monitor-keepalive-period ' +
    'conn-timeout ' +
    'certificate-verification alt-server fallback-to-primary faz-type mgmt-name custom-field-name ' +
    'custom-log-fields vrf-select use-management-vdom __change_ip',
};

/** Where the device logs to, and what. */
export const LOGGING_TABLES: readonly Table[] = [
  ...[...SYSLOG, ...ANALYZERS].flatMap((kind) =>
    ['setting', 'override-setting'].map((form) => ({
      path: `log ${kind} ${form}`,
      read: `${SETTING} use-management-vdom override`,
      aside: SETTING_ASIDE,
    })),
  ),
  ...[...SYSLOG, ...ANALYZERS, 'memory', 'disk', 'null-device', 'webtrends'].flatMap((kind) =>
    ['filter', 'override-filter'].map((form) => ({
      path: `log ${kind} ${form}`,
      read: FILTERS,
      aside: FILTER_ASIDE,
    })),
  ),
  {
    path: 'log memory setting',
    read: 'status',
    aside: {
      'logging setting':
        'diskfull max-size full-first-warning-threshold full-second-warning-threshold ' +
        'full-final-warning-threshold',
    },
  },
  {
    path: 'log disk setting',
    read: 'status',
    aside: {
      'logging setting':
        'ips-archive max-log-file-size max-policy-packet-capture-size roll-schedule roll-day roll-time ' +
        'diskfull log-quota dlp-archive-quota report-quota maximum-log-age upload upload-destination uploadip ' +
        'uploadport source-ip uploaduser uploadpass uploaddir uploadtype uploadsched uploadtime ' +
        'upload-delete-files upload-ssl-conn full-first-warning-threshold full-second-warning-threshold ' +
        'full-final-warning-threshold interface interface-select-method',
    },
  },
  { path: 'log null-device setting', read: 'status' },
  {
    path: 'log eventfilter',
    read: 'event system user',
    aside: {
      'logging setting':
        'vpn router wireless-activity wan-opt endpoint ha security-rating fortiextender connector sdwan cifs ' +
        'switch-controller compliance-check rest-api web-svc webproxy',
    },
  },
  {
    path: 'log setting',
    read:
      'local-in-allow local-in-deny-unicast local-in-deny-broadcast log-user-in-upper brief-traffic-format ' +
      'rest-api-set rest-api-get',
    aside: {
      'logging setting':
        'resolve-ip resolve-port fwpolicy-implicit-log fwpolicy6-implicit-log log-invalid-packet daemon-log ' +
        'neighbor-event user-anonymize expolicy-implicit-log log-policy-comment faz-override syslog-override ' +
        'custom-log-fields log-policy-name long-live-session-stat local-out local-out-ioc-detection ' +
        'anonymization-hash extended-log zone-name extended-utm-log',
    },
  },
  { path: 'log tacacs+accounting setting', read: 'status server server-key source-ip' },
  { path: 'log tacacs+accounting2 setting', read: 'status server server-key source-ip' },
  { path: 'log tacacs+accounting3 setting', read: 'status server server-key source-ip' },
  { path: 'log tacacs+accounting filter', read: FILTERS },
];

const SEVERITIES = 'emergency alert critical error warning notification information debug'.split(' ');

/** Makes the facts of logging. */
export function buildLogging(to: FortiScope): void {
  const { logging } = to.draft;
  const [global] = rowsOf(to, 'system global');
  const audit = switched(global, 'cli-audit-log');
  if (audit !== null) logging.commandLogging = audit;
  for (const kind of [...SYSLOG, ...ANALYZERS])
    for (const form of ['setting', 'override-setting'])
      for (const row of rowsOf(to, `log ${kind} ${form}`)) addHost(to, row, SYSLOG.includes(kind));
  for (const kind of [...SYSLOG, ...ANALYZERS])
    for (const row of rowsOf(to, `log ${kind} filter`)) addFilter(to, row, kind);
  for (const row of rowsOf(to, 'log eventfilter'))
    for (const attribute of ['event', 'system', 'user'])
      addOff(to, row, { attribute, what: `eventfilter ${attribute}` });
  for (const place of ['memory', 'disk'])
    for (const row of rowsOf(to, `log ${place} setting`)) {
      const found = row.values.get('status');
      if (found)
        push(to, found.statement, {
          name: 'logging-buffer',
          enabled: switched(row, 'status'),
          detail: place,
        });
    }
}

type Stated = { name: string; enabled: boolean | null; detail: string };

function push(to: FortiScope, statement: Parameters<typeof at>[0], { name, enabled, detail }: Stated): void {
  to.draft.services.push({ ...at(statement), name, enabled, port: null, acl: null, detail });
}

function addHost(to: FortiScope, row: Row, syslog: boolean): void {
  const found = row.values.get('server') ?? row.values.get('status');
  secretOf(to, row, { attribute: 'preshared-key', use: 'logging', purpose: 'key' });
  secretOf(to, row, { attribute: 'psk', use: 'logging', purpose: 'key' });
  const address = end(value(row, 'server'));
  if (!found || !address || switched(row, 'status') === false) return;
  to.draft.logging.enabled = true;
  to.draft.logging.hosts.push({
    ...at(found.statement),
    address,
    transport: transportOf(row, syslog),
    vrf: row.vdom,
  });
  const source = value(row, 'interface') ?? value(row, 'source-ip');
  if (source) to.draft.logging.sourceInterface ??= source;
}

/** `tls` where a line asks for it; null where none tells, since the default differs between releases and collectors. */
function transportOf(row: Row, syslog: boolean): string | null {
  const cipher = value(row, 'enc-algorithm');
  if (cipher !== null && cipher !== 'disable') return 'tls';
  const mode = value(row, 'mode');
  if (mode === 'udp') return 'udp';
  if (mode !== null || switched(row, 'reliable') === true) return 'tcp';
  if (switched(row, 'reliable') === false) return 'udp';
  return cipher === 'disable' && !syslog ? 'tcp' : null;
}

function addFilter(to: FortiScope, row: Row, kind: string): void {
  const found = row.values.get('severity');
  const level = SEVERITIES.indexOf(value(row, 'severity') ?? '');
  const { logging } = to.draft;
  // The most that any collector gets is what the device sends.
  if (found && level >= 0 && (logging.trap === null || logging.trap.level < level))
    logging.trap = { ...at(found.statement), level };
  for (const attribute of ['event', 'admin', 'forward-traffic', 'local-traffic'])
    addOff(to, row, { attribute, what: `${kind} ${attribute}` });
  const filter = row.values.get('filter');
  if (filter)
    push(to, filter.statement, {
      name: 'logging-filter',
      enabled: true,
      detail: `${kind} ${value(row, 'filter') ?? ''}`,
    });
}

/** A kind of event that is not logged. */
function addOff(to: FortiScope, row: Row, { attribute, what }: { attribute: string; what: string }): void {
  const found = row.values.get(attribute);
  if (found && switched(row, attribute) === false)
    push(to, found.statement, { name: 'logging-filter', enabled: true, detail: `${what} disable` });
}
