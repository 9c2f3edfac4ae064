import type { Device } from '../fleet/device.ts';
import { SERVERS } from '../fleet/people.ts';
import { type Interface, uplinks } from './interfaces.ts';

/** A tunnel interface. */
export interface Tunnel {
  number: number;
  description?: string;
  address: string;
  source: string;
  destination: string;
}

/** What a device is set to do at one instant; the writer turns it into a running configuration. */
export interface ConfigState {
  device: Device;
  users: string[];
  interfaces: Interface[];
  tacacs: { name: string; address: string; key: boolean }[];
  loginMethods: string;
  loopback1?: string;
  sshSource?: string;
  tunnels: Tunnel[];
  routes: string[];
  acl20: string[];
  logHosts: string[];
  httpSecurePort?: number;
  mirror: string[];
  extra: string[];
  changed: { at: number; by?: string };
  saved: { at: number; by?: string };
}

const INSIDE = ['permit 10.250.0.21', 'permit 10.250.0.22', 'permit 10.250.0.31'];

const BASELINE_TUNNEL: Tunnel = {
  number: 10,
  description: 'partner interconnect Northwoods',
  address: '10.198.15.1',
  source: 'Loopback0',
  destination: '192.0.2.17',
};

// A feature that no vendor ships: the reader must say that it does not understand these lines.
const INVENTED = [
  'lumen-steering domain HARBOR-EAST',
  ' beacon-interval 1500',
  ' admission weave strict',
  ' cohort 11 members pe-cmh-01 agg-cmh-01',
  ' cohort 12 members pe-cin-01',
  ' relay-policy lumen-out',
  '  mirror-hint 10.17.24.2 rate 64',
  '  dampen factor 3 recover 90',
  ' no cohort-export',
  '!',
  'lumen-steering bind TenGigabitEthernet0/1/0 HARBOR-EAST',
  'lumen-steering bind TenGigabitEthernet0/1/1 HARBOR-EAST',
];

const mirrorSession = (): string[] => [
  'monitor session 1 type erspan-source',
  ' description quality probe',
  ' source interface GigabitEthernet0/0/4',
  ' destination',
  '  erspan-id 41',
  `  ip address ${SERVERS.mirrorCollector}`,
  '  origin ip address 10.255.10.4',
];

/** The configuration of a device before anything in this example happened to it. */
export function baseState(device: Device, changedAt: number): ConfigState {
  return {
    device,
    users: [],
    interfaces: uplinks(device),
    tacacs: SERVERS.aaa.map((address, i) => ({ name: `TAC${i + 1}`, address, key: true })),
    loginMethods: 'group HT-TACACS local',
    loopback1: device.name === 'pe-chi-02' ? '10.255.250.2' : undefined,
    tunnels: device.name === 'pe-msp-01' ? [BASELINE_TUNNEL] : [],
    routes: device.name === 'pe-msp-01' ? ['ip route 192.0.2.80 255.255.255.240 Tunnel10'] : [],
    acl20: [...INSIDE],
    logHosts: [...SERVERS.logHosts],
    mirror: device.name === 'agg-chi-01' ? mirrorSession() : [],
    extra: device.name === 'pe-cmh-01' ? INVENTED : [],
    changed: { at: changedAt, by: 'm.okafor' },
    saved: { at: changedAt + 42_000, by: 'm.okafor' },
  };
}
