import { uplinks } from '../configs/interfaces.ts';
import { END, HOUR, START } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { deviceNamed, FLEET } from '../fleet/fleet.ts';
import { SERVERS } from '../fleet/people.ts';
import { type Rng, rngFor } from '../fleet/rng.ts';
import { SILENCE } from '../story/moments.ts';
import { bothWays, type Flow, PROTOCOL } from './flow.ts';

type Maker = (device: Device, at: number, rng: Rng) => Flow[];

const ephemeral = (rng: Rng): number => rng.int(32_768, 60_999);

const syslog: Maker = (device, at, rng) => {
  const silent =
    device.logFrom === null || (device.name === 'pe-chi-02' && at > SILENCE[0] && at < SILENCE[1]);
  if (silent) return [];
  return bothWays({
    exporter: device,
    at,
    seconds: rng.int(20, 900),
    client: device.loopback,
    server: device.name === 'pe-chi-02' && at > SILENCE[0] ? SERVERS.logHosts[0] : rng.pick(SERVERS.logHosts),
    clientPort: 50_000 + device.index,
    serverPort: 514,
    protocol: PROTOCOL.udp,
    bytesUp: rng.int(300, 2400),
    bytesDown: 0,
  });
};

const polling: Maker = (device, at, rng) =>
  bothWays({
    exporter: device,
    at,
    seconds: rng.int(1, 12),
    client: SERVERS.nms,
    server: device.mgmt,
    clientPort: ephemeral(rng),
    serverPort: 161,
    protocol: PROTOCOL.udp,
    bytesUp: rng.int(1800, 5200),
    bytesDown: rng.int(4000, 16_000),
  });

const time: Maker = (device, at, rng) =>
  bothWays({
    exporter: device,
    at,
    seconds: 1,
    client: device.mgmt,
    server: rng.pick(SERVERS.ntp),
    clientPort: 123,
    serverPort: 123,
    protocol: PROTOCOL.udp,
    bytesUp: 76,
    bytesDown: 76,
  });

const routing: Maker = (device, at, rng) => {
  const peer = uplinks(device).find((link) => link.kind === 'peer');
  const outside = peer?.neighbour !== undefined && rng.chance(0.5);
  const reflector = deviceNamed(device.name === 'p-chi-01' ? 'p-det-01' : 'p-chi-01').loopback;
  return bothWays({
    exporter: device,
    at,
    seconds: rng.int(600, 1700),
    client: outside ? (peer?.address ?? device.loopback) : device.loopback,
    server: outside ? (peer?.neighbour ?? reflector) : reflector,
    clientPort: 20_000 + device.index,
    serverPort: 179,
    protocol: PROTOCOL.tcp,
    bytesUp: rng.int(900, 4800),
    bytesDown: rng.int(900, 9600),
  });
};

const outsideHost = (rng: Rng): string =>
  rng.chance(0.5) ? `198.51.100.${rng.int(193, 254)}` : `192.0.2.${rng.int(193, 254)}`;

const transit: Maker = (device, at, rng) => {
  const udp = rng.chance(0.3);
  return bothWays({
    exporter: device,
    at,
    seconds: rng.int(1, 400),
    client: `100.${64 + device.index}.${rng.int(0, 7)}.${rng.int(2, 250)}`,
    server: outsideHost(rng),
    clientPort: ephemeral(rng),
    serverPort: udp ? rng.pick([53, 443, 5060, 3478]) : rng.pick([443, 443, 443, 80, 993, 25, 8080]),
    protocol: udp ? PROTOCOL.udp : PROTOCOL.tcp,
    bytesUp: rng.int(200, 60_000),
    bytesDown: rng.int(400, 2_000_000),
  }).filter(() => rng.chance(0.8));
};

const hourly = (device: Device, hour: number, rng: Rng): Flow[] => {
  const moment = (): number => hour + rng.int(0, HOUR - 1);
  const flows = [syslog(device, moment(), rng), (rng.chance(0.3) ? polling : time)(device, moment(), rng)];
  if (device.role !== 'ce' && device.role !== 'sw' && rng.chance(0.25))
    flows.push(routing(device, moment(), rng).slice(0, 1));
  if (rng.chance(0.55)) flows.push(transit(device, moment(), rng));
  return flows.flat();
};

/** Polling, logging, time, routing and the traffic of customers, for every exporter and hour. */
export function ordinaryFlows(): Flow[] {
  return FLEET.filter((device) => device.flow !== 'none').flatMap((device) => {
    const rng = rngFor(`flows/${device.name}`);
    const flows: Flow[] = [];
    for (let hour = START; hour < END; hour += HOUR) flows.push(...hourly(device, hour, rng));
    return flows;
  });
}
