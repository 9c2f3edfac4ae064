import type { Device } from '../fleet/device.ts';
import { rngFor } from '../fleet/rng.ts';

/** One routed interface of a device. */
export interface Interface {
  name: string;
  description: string;
  address: string;
  mask: string;
  /** The address at the other end of the link, where there is one. */
  neighbour?: string;
  kind: 'core' | 'peer' | 'customer';
}

const LINK = '255.255.255.252';

const portName = (device: Device, kind: Interface['kind'], port: number): string => {
  if (device.role === 'sw') return `GigabitEthernet1/0/${port + 1}`;
  if (device.os === 'ios') return `GigabitEthernet0/${port}`;
  return kind === 'core' && device.role !== 'agg'
    ? `TenGigabitEthernet0/1/${port}`
    : `GigabitEthernet0/0/${port}`;
};

const coreLink = (device: Device, port: number): Interface => {
  const subnet = `10.${16 + (device.index % 16)}.${device.index}.`;
  return {
    name: portName(device, 'core', port),
    description: `core link ${port + 1} HT-${4000 + device.index * 10 + port}`,
    address: `${subnet}${port * 4 + 1}`,
    mask: LINK,
    neighbour: `${subnet}${port * 4 + 2}`,
    kind: 'core',
  };
};

// Peers live in the upper halves of two documentation networks, away from the addresses of the intruder.
const peerLink = (device: Device): Interface => {
  const block = 128 + (device.index % 16) * 4;
  const network = device.index < 16 ? '198.51.100' : '192.0.2';
  return {
    name: portName(device, 'peer', 3),
    description: `eBGP peer AS64${500 + device.index}`,
    address: `${network}.${block + 1}`,
    mask: LINK,
    neighbour: `${network}.${block + 2}`,
    kind: 'peer',
  };
};

const customerLink = (device: Device, port: number): Interface => ({
  name: portName(device, 'customer', port),
  description: `customer access HT-${7000 + device.index * 10 + port}`,
  address: `100.${64 + device.index}.${port}.1`,
  mask: '255.255.255.0',
  kind: 'customer',
});

/** The links of a device; the first ones lead into the core. */
export function uplinks(device: Device): Interface[] {
  const core = device.role === 'ce' ? 1 : device.role === 'p' ? 4 : 2;
  const links = Array.from({ length: core }, (_, port) => coreLink(device, port));
  if (device.role === 'p') return links;
  if (device.role === 'pe') links.push(peerLink(device));
  const first = device.role === 'agg' || device.role === 'sw' ? 4 : device.role === 'ce' ? 1 : 5;
  const customers = device.role === 'ce' ? 1 : rngFor(`links/${device.name}`).int(2, 4);
  return [...links, ...Array.from({ length: customers }, (_, i) => customerLink(device, first + i))];
}

/** The port that leads into the management network. */
export function managementPort(device: Device): string {
  if (device.role === 'sw') return device.os === 'ios' ? 'FastEthernet0' : 'GigabitEthernet0/0';
  return device.os === 'ios' ? 'GigabitEthernet0/2' : 'GigabitEthernet0';
}

/** The command that puts an interface into a routing instance, which differs between the two systems. */
export function vrfCommand(device: Device): string {
  return device.os === 'ios' ? 'ip vrf forwarding' : 'vrf forwarding';
}
