import type { Device } from '../fleet/device.ts';

/** IP protocol numbers in use here. */
export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17, gre: 47 } as const;

/** One flow as the exporter counted it. */
export interface Flow {
  exporter: Device;
  /** First and last packet in milliseconds. */
  start: number;
  end: number;
  source: string;
  destination: string;
  sourcePort: number;
  destinationPort: number;
  protocol: number;
  bytes: number;
  packets: number;
  tcpFlags: number;
  input: number;
  output: number;
}

/** Both ends of a conversation. */
export interface Conversation {
  exporter: Device;
  at: number;
  seconds: number;
  client: string;
  server: string;
  clientPort: number;
  serverPort: number;
  protocol: number;
  bytesUp: number;
  bytesDown: number;
}

const packetsFor = (bytes: number): number => Math.max(1, Math.ceil(bytes / 640));

/** The two flows of a conversation; a side without bytes is left out. */
export function bothWays(talk: Conversation): Flow[] {
  const shared = {
    exporter: talk.exporter,
    start: talk.at,
    end: talk.at + talk.seconds * 1000,
    protocol: talk.protocol,
    tcpFlags: talk.protocol === PROTOCOL.tcp ? 0x1b : 0,
  };
  const up: Flow = {
    ...shared,
    source: talk.client,
    destination: talk.server,
    sourcePort: talk.clientPort,
    destinationPort: talk.serverPort,
    bytes: talk.bytesUp,
    packets: packetsFor(talk.bytesUp),
    input: 1,
    output: 2,
  };
  const down: Flow = {
    ...shared,
    source: talk.server,
    destination: talk.client,
    sourcePort: talk.serverPort,
    destinationPort: talk.clientPort,
    bytes: talk.bytesDown,
    packets: packetsFor(talk.bytesDown),
    input: 2,
    output: 1,
  };
  return [up, down].filter((flow) => flow.bytes > 0);
}
