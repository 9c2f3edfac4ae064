import { FLEET } from '../fleet/fleet.ts';
import { SERVERS } from '../fleet/people.ts';
import type { OutputFile } from '../output.ts';
import { PLANNED_PEER } from '../sessions/planned.ts';
import { csv } from './csv.ts';

const YEAR = ['2026-01-01T00:00:00Z', ''] as const;

// What holds all year, for the whole network; a device narrows it.
const standing = (kind: string, value: string, note: string): string[] => [
  kind,
  value,
  '',
  ...YEAR,
  '',
  note,
];

const onDevice = (device: string, row: readonly string[]): string[] => row.with(2, device);

const change = (what: {
  value: string;
  device: string;
  from: string;
  to: string;
  ticket: string;
  note: string;
}): string[] => ['change', what.value, what.device, what.from, what.to, what.ticket, what.note];

const servers = (): string[][] => [
  ...SERVERS.aaa.map((address) => standing('aaa-server', address, 'TACACS+')),
  standing('nms', SERVERS.nms, 'polls every device with SNMPv3'),
  ...SERVERS.jump.map((address, i) => standing('jump-host', address, `jump-0${i + 1}`)),
  standing('management-network', '10.250.0.0/16', 'out-of-band management'),
  standing(
    'management-network',
    '10.20.4.0/24',
    'workstations of network operations; they reach the jump hosts only',
  ),
  onDevice('pe-msp-01', standing('tunnel-peer', '192.0.2.17', 'partner interconnect Northwoods')),
  onDevice('agg-chi-01', standing('mirror-collector', SERVERS.mirrorCollector, 'quality probe')),
  standing('automation-account', 'rancid', 'daily 02:00Z'),
  onDevice('cdr-warehouse', standing('automation-account', 'etl_batch', 'daily 01:30Z')),
  ...SERVERS.logHosts.map((address) => standing('log-host', address, 'syslog')),
  standing('flow-collector', SERVERS.flowCollector, 'NetFlow 2055, IPFIX 4739'),
  standing('record-store', 'cdr-warehouse', 'rows=48200000 persons=1310000'),
];

const changes = (): string[][] => [
  change({
    value: `tunnel ${PLANNED_PEER}`,
    device: 'pe-mil-01',
    from: '2026-10-22T14:00:00Z',
    to: '2026-10-22T18:00:00Z',
    ticket: 'CHG-20611',
    note: 'Lakeshore partner interconnect; stays in place',
  }),
  [
    'tunnel-peer',
    PLANNED_PEER,
    'pe-mil-01',
    '2026-10-22T14:00:00Z',
    '',
    'CHG-20611',
    'Lakeshore partner interconnect',
  ],
  change({
    value: 'packet-capture',
    device: 'agg-tol-01',
    from: '2026-10-28T15:30:00Z',
    to: '2026-10-28T18:00:00Z',
    ticket: 'CHG-20644',
    note: 'one-way audio on a customer trunk',
  }),
  change({
    value: 'reload',
    device: 'ce-racine-01',
    from: '2026-11-07T06:00:00Z',
    to: '2026-11-07T07:00:00Z',
    ticket: 'CHG-20701',
    note: 'memory leak',
  }),
  change({
    value: 'aaa-server rename',
    device: 'p-msp-01',
    from: '2026-11-05T17:00:00Z',
    to: '2026-11-05T18:00:00Z',
    ticket: 'CHG-20688',
    note: 'TAC1 becomes AAA-CHI-1; same address',
  }),
  change({
    value: 'acl 20',
    device: 'pe-det-01',
    from: '2026-11-09T18:00:00Z',
    to: '2026-11-09T20:00:00Z',
    ticket: 'CHG-20719',
    note: 'third jump host 10.250.0.23',
  }),
];

/** The list of devices and the register of what is approved. */
export function inventoryFiles(): OutputFile[] {
  const devices = FLEET.map((one) => [
    one.name,
    one.mgmt,
    one.loopback,
    'Cisco',
    one.model,
    one.serial,
    one.site.toUpperCase(),
    { pe: 'provider-edge', p: 'core', agg: 'aggregation', ce: 'customer-edge', sw: 'switch' }[one.role],
    'active',
  ]);
  const list = csv(
    'hostname,management_address,loopback_address,vendor,model,serial,site,role,status',
    devices,
  );
  const register = csv('kind,value,device,valid_from,valid_until,ticket,note', [...servers(), ...changes()]);
  return [
    { path: 'evidence/inventory/devices.csv', bytes: Buffer.from(list) },
    { path: 'evidence/inventory/register.csv', bytes: Buffer.from(register) },
  ];
}
