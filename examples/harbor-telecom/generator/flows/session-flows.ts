import { SERVERS } from '../fleet/people.ts';
import { rngFor } from '../fleet/rng.ts';
import type { Session } from '../sessions/session.ts';
import { bothWays, type Flow, PROTOCOL } from './flow.ts';

/** The SSH conversation of a login and the device's questions to its AAA server. */
export function sessionFlows(session: Session): Flow[] {
  const { device, from, start, end } = session;
  if (device.flow === 'none' || !session.seen.flow) return [];
  const rng = rngFor(`session-flow/${device.name}/${start}`);
  const seconds = Math.ceil((end - start) / 1000) + 2;
  const questions = session.commands.length + 2;
  const shell = bothWays({
    exporter: device,
    at: start - 2000,
    seconds: seconds + 2,
    client: from,
    server: device.mgmt,
    clientPort: rng.int(32_768, 60_999),
    serverPort: 22,
    protocol: PROTOCOL.tcp,
    bytesUp: 3200 + 220 * questions,
    bytesDown: 4100 + rng.int(900, 4000) * questions,
  });
  const asking = bothWays({
    exporter: device,
    at: start - 1000,
    seconds,
    client: device.mgmt,
    server: rng.pick(SERVERS.aaa),
    clientPort: rng.int(11_000, 64_000),
    serverPort: 49,
    protocol: PROTOCOL.tcp,
    bytesUp: 240 * questions,
    bytesDown: 180 * questions,
  });
  // The nightly backup is frequent: its answers from the AAA server were sampled away.
  return session.user === 'rancid' ? [...shell, ...asking.slice(0, 1)] : [...shell, ...asking];
}
