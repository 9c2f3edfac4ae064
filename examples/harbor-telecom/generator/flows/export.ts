import { at, DAY, END, HOUR, START } from '../fleet/clock.ts';
import type { Device } from '../fleet/device.ts';
import { FLEET } from '../fleet/fleet.ts';
import { SERVERS } from '../fleet/people.ts';
import { gzipped, type OutputFile } from '../output.ts';
import type { Session } from '../sessions/session.ts';
import { storyFlows } from '../story/flows.ts';
import type { Flow } from './flow.ts';
import { ipfix } from './ipfix.ts';
import { netflow5 } from './netflow5.ts';
import { netflow9 } from './netflow9.ts';
import { ordinaryFlows } from './ordinary.ts';
import { type Datagram, pcap } from './pcap.ts';
import { sessionFlows } from './session-flows.ts';

const PER_DATAGRAM = 24;
// Exporters whose first template arrives hours after their first data.
const LATE_TEMPLATE = new Set(['pe-det-01', 'agg-cmh-01', 'p-msp-01']);
const TEMPLATE_EVERY = 4;

const bootedAt = (device: Device): number => at('2026-10-01T04:00:00Z') + device.index * HOUR;

interface Batch {
  device: Device;
  at: number;
  flows: readonly Flow[];
}

// An exporter sends what ended in an hour at the end of that hour.
const batches = (device: Device, flows: readonly Flow[]): Batch[] => {
  const byHour = new Map<number, Flow[]>();
  for (const flow of flows) {
    const hour = Math.floor(flow.end / HOUR);
    const list = byHour.get(hour);
    if (list === undefined) byHour.set(hour, [flow]);
    else list.push(flow);
  }
  return [...byHour.entries()]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([hour, list]) => {
      const sent = (hour + 1) * HOUR + device.index * 911;
      const ordered = list.sort((a, b) => a.end - b.end);
      const count = Math.ceil(ordered.length / PER_DATAGRAM);
      return Array.from({ length: count }, (_, i) => ({
        device,
        at: sent + i * 13,
        flows: ordered.slice(i * PER_DATAGRAM, (i + 1) * PER_DATAGRAM),
      }));
    });
};

const withTemplates = (device: Device, number: number): boolean => {
  if (LATE_TEMPLATE.has(device.name) && number < 7) return false;
  return number % TEMPLATE_EVERY === (LATE_TEMPLATE.has(device.name) ? 3 : 0);
};

const encode = (batch: Batch, number: number, sent: number): Uint8Array => {
  const { device, flows } = batch;
  const head = { at: batch.at, bootedAt: bootedAt(device), withTemplates: withTemplates(device, number) };
  if (device.flow === 'v5') return netflow5(flows, { ...head, sequence: sent });
  if (device.flow === 'ipfix') return ipfix(flows, { ...head, sequence: sent, domain: 256 });
  return netflow9(flows, { ...head, sequence: number, sourceId: 256 + device.index });
};

const datagramsOf = (device: Device, flows: readonly Flow[]): Datagram[] => {
  let sent = 0;
  return batches(device, flows).map((batch, number) => {
    const payload = encode(batch, number, sent);
    sent += batch.flows.length;
    return {
      at: batch.at + 4,
      source: device.loopback,
      destination: SERVERS.flowCollector,
      sourcePort: 52_000 + device.index,
      destinationPort: device.flow === 'ipfix' ? 4739 : 2055,
      payload,
    };
  });
};

/** Every flow of the example. */
export function allFlows(sessions: readonly Session[]): Flow[] {
  return [...ordinaryFlows(), ...sessions.flatMap(sessionFlows), ...storyFlows()].filter(
    (flow) => flow.start >= START,
  );
}

/** The captured export datagrams in five files of six days each. */
export function flowFiles(sessions: readonly Session[]): OutputFile[] {
  const flows = allFlows(sessions);
  const datagrams = FLEET.flatMap((device) =>
    datagramsOf(
      device,
      flows.filter((flow) => flow.exporter === device),
    ),
  )
    .filter((one) => one.at < END + HOUR)
    .sort((a, b) => a.at - b.at);
  return [0, 6, 12, 18, 24].map((first) => {
    const from = START + first * DAY;
    const to = first === 24 ? END + HOUR : from + 6 * DAY;
    const own = datagrams.filter((one) => one.at >= from && one.at < to);
    const day = new Date(from).toISOString().slice(0, 10).replaceAll('-', '');
    return { path: `evidence/flows/edge-netflow-${day}.pcap.gz`, bytes: gzipped(pcap(own)) };
  });
}
