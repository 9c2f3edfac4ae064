import { formatIp, type Ip, parseIp, sortOfAddress } from '../../../base/ip.ts';
import { printable } from '../../../base/printable.ts';
import type { Origin } from '../../../model/record.ts';
import { originOfHost } from '../../kit/clean.ts';
import type { DeviceHint } from '../../kit/contract.ts';
import type { TableForm, TableRow } from '../kit/table-reader.ts';

/** Columns of a device list, with names that inventories and network management systems give them. */
export const DEVICE_TABLE: TableForm = {
  columns: {
    hostname: ['host_name', 'host', 'device', 'device_name', 'name', 'node', 'node_name', 'fqdn', 'sysname'],
    management_address: [
      'management_ip',
      'mgmt_ip',
      'mgmt_address',
      'mgmt',
      'ip_address',
      'ip',
      'primary_ip',
      'address',
    ],
    loopback_address: ['loopback', 'loopback_ip', 'loopback0', 'lo0', 'router_id'],
    vendor: ['manufacturer', 'make', 'brand'],
    model: ['device_type', 'product', 'pid', 'hardware', 'platform', 'part_number'],
    serial: ['serial_number', 'serial_no', 'sn', 'chassis_serial'],
    site: ['location', 'site_name', 'pop', 'facility'],
    role: ['device_role', 'function', 'type', 'category'],
    status: ['state', 'lifecycle', 'operational_status'],
  },
  required: [['hostname'], ['management_address', 'loopback_address', 'serial']],
};

const SORTS: readonly (readonly [pattern: RegExp, sort: DeviceHint['sort']])[] = [
  [/\b(?:server|host|vm|hypervisor|jump|bastion|linux|workstation)/i, 'host'],
  [/\b(?:cdr|hlr|hss|udm|smsc|billing|mediation|intercept|admf|crm|warehouse)\b/i, 'system'],
  [
    /router|switch|\b(?:core|edge|provider|customer|aggregation|agg|access|pe|ce|p|rr|asbr|bng|bras|cpe)\b/i,
    'router',
  ],
];

/** What one row says: origins of one device, what is known of it, and the words that tie them. */
export interface DeviceRow {
  readonly origins: readonly Origin[];
  readonly about: DeviceHint;
  readonly because: string;
}

/** Reads one row; null when it names no device that could be found in other evidence. */
export function readDevice(row: TableRow, line: number): DeviceRow | null {
  const name = row('hostname');
  const origins: Origin[] = [];
  if (name !== null && /^[\w.:/-]{1,255}$/.test(name)) origins.push(originOfHost(name));
  for (const column of ['management_address', 'loopback_address'])
    origins.push(...addresses(row(column)).map((address) => `addr:${address}`));
  const serial = row('serial');
  // One character over and over (`0000000`) is no serial number.
  if (serial !== null && /^(?!(.)\1*$)[\w.-]{3,64}$/.test(serial))
    origins.push(`serial:${serial.toUpperCase()}`);
  if (origins.length === 0) return null;
  const status = row('status');
  const because = `The inventory lists them as one device in line ${line}${status ? `, with the status ${status}` : ''}.`;
  return { origins: [...new Set(origins)], about: hint(row), because };
}

// `192.0.2.1/24`, `192.0.2.1 255.255.255.0` and lists with blanks, commas or semicolons are common.
function addresses(text: string | null): string[] {
  return (text ?? '')
    .split(/[\s,;]+/, 16)
    .map((part) => parseIp(part.split('/')[0] ?? ''))
    .filter((ip) => ip !== null && canBeDevice(ip))
    .map((ip) => formatIp(ip as Ip));
}

/** Addresses that no device has for itself; rows that hold one (a mask, `0.0.0.0`) would all become one device. */
function canBeDevice(ip: Ip): boolean {
  if (['unspecified', 'loopback', 'multicast'].includes(sortOfAddress(ip))) return false;
  return ip.version === 6 || (ip.value >= 2 ** 24 && ip.value < 0xf0000000);
}

function hint(row: TableRow): DeviceHint {
  const role = row('role');
  const sort = SORTS.find(([pattern]) => role !== null && pattern.test(role.replaceAll('_', ' ')))?.[1];
  const about: Record<string, string> = {};
  for (const column of ['vendor', 'model', 'role', 'site']) {
    const value = row(column);
    if (value !== null) about[column] = printable(value, 120);
  }
  return { ...about, ...(sort ? { sort } : {}), inventoried: true };
}
