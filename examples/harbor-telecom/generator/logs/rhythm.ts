import { uplinks } from '../configs/interfaces.ts';
import { DAY, END, SECOND } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { SERVERS } from '../fleet/people.ts';
import { type Rng, rngFor } from '../fleet/rng.ts';
import { type LogEvent, logEvent } from './event.ts';

type Maker = (device: Device, rng: Rng) => string[];

const scanner = (rng: Rng): string => `192.0.2.${rng.int(20, 60)}`;

const linkFlap: Maker = (device, rng) => {
  const customers = uplinks(device).filter((link) => link.kind !== 'core');
  const name = rng.pick(customers.length > 0 ? customers : uplinks(device)).name;
  return [
    `%LINK-3-UPDOWN: Interface ${name}, changed state to down`,
    `%LINEPROTO-5-UPDOWN: Line protocol on Interface ${name}, changed state to down`,
    `%LINK-3-UPDOWN: Interface ${name}, changed state to up`,
    `%LINEPROTO-5-UPDOWN: Line protocol on Interface ${name}, changed state to up`,
  ];
};

const peerFlap: Maker = (device, rng) => {
  const peers = uplinks(device).filter((link) => link.neighbour !== undefined);
  const link = rng.pick(peers);
  if (link.kind === 'peer') {
    return [
      `%BGP-3-NOTIFICATION: received from neighbor ${link.neighbour} 4/0 (hold time expired) 0 bytes`,
      `%BGP-5-ADJCHANGE: neighbor ${link.neighbour} Down BGP Notification received`,
      `%BGP-5-ADJCHANGE: neighbor ${link.neighbour} Up`,
    ];
  }
  const state = (words: string): string =>
    `%OSPF-5-ADJCHG: Process 100, Nbr ${link.neighbour} on ${link.name} from ${words}`;
  return [state('FULL to DOWN, Neighbor Down: Dead timer expired'), state('LOADING to FULL, Loading Done')];
};

const denied: Maker = (_device, rng) => [
  `%SEC-6-IPACCESSLOGS: list 20 denied ${scanner(rng)} ${rng.int(1, 4)} packet${rng.chance(0.5) ? '' : 's'}`,
];

const deniedEdge: Maker = (device, rng) => [
  `%SEC-6-IPACCESSLOGP: list EDGE-IN denied ${rng.pick(['tcp', 'udp'])} ${scanner(rng)}(${rng.int(1024, 65000)}) -> ${device.loopback}(${rng.pick([22, 23, 80, 161, 179, 443])}), 1 packet`,
];

const snmpDenied: Maker = () => [
  `%SNMP-3-AUTHFAIL: Authentication failure for SNMP req from host ${SERVERS.strayPoller}`,
];

const ntp: Maker = (_device, rng) => [
  `%NTP-6-PEER${rng.chance(0.5) ? 'REACH' : 'UNREACH'}: Peer ${rng.pick(SERVERS.ntp)} is ${rng.chance(0.5) ? 'reachable' : 'unreachable'}`,
];

const cpu: Maker = (_device, rng) => [
  `%SYS-6-PROCUTIL: Total CPU Utilization(Total/Intr): ${rng.int(8, 46)}%/${rng.int(1, 7)}%, synthetic monitor`,
];

const optics: Maker = (device, rng) => [
  `%SFF8472-5-THRESHOLD_VIOLATION: ${rng.pick(uplinks(device)).name}: Rx power low warning; Operating value: -${rng.int(14, 19)}.${rng.int(0, 9)} dBm, Threshold value: -14.0 dBm.`,
];

const ldp: Maker = (device, rng) => {
  const link = uplinks(device)[rng.int(0, 1)] ?? uplinks(device)[0];
  return [`%LDP-5-NBRCHG: LDP Neighbor ${link?.neighbour}:0 (${rng.int(1, 6)}) is UP`];
};

const MAKERS: readonly (readonly [weight: number, maker: Maker])[] = [
  [10, linkFlap],
  [6, peerFlap],
  [24, denied],
  [22, deniedEdge],
  [8, snmpDenied],
  [8, ntp],
  [16, cpu],
  [12, optics],
  [4, ldp],
];

const TOTAL = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

const pickMaker = (rng: Rng): Maker => {
  let left = rng.next() * TOTAL;
  for (const [weight, maker] of MAKERS) {
    left -= weight;
    if (left < 0) return maker;
  }
  return denied;
};

/** The ordinary messages of a device: 60 to 100 a day, at most about forty minutes apart. */
export function rhythm(device: Device): LogEvent[] {
  if (device.logFrom === null) return [];
  const rng = rngFor(`rhythm/${device.name}`);
  const mean = (DAY / rng.int(60, 85)) * 1.45;
  const events: LogEvent[] = [];
  let now = device.logFrom + rng.int(1, 600) * SECOND;
  while (now < END) {
    let shift = 0;
    for (const text of pickMaker(rng)(device, rng)) {
      if (now + shift < END) events.push(logEvent(device, now + shift, text));
      shift += rng.int(300, 9000);
    }
    now += Math.round(mean * (0.4 + 1.2 * rng.next()));
  }
  return events;
}
