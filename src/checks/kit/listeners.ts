import { canonicalIp } from '../../base/ip.ts';
import type { Instant } from '../../base/time.ts';
import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { surelyOwns } from './own.ts';

const TCP = 6;
/** Ports below this belong to services: the other end is then the client, whatever its port looks like. */
const SERVICE_BELOW = 10_000;

/** Talks between one client and one TCP port of the device. */
export interface Talk {
  readonly client: string;
  readonly port: number;
  readonly conversations: readonly Conversation[];
  readonly first: Instant;
  readonly last: Instant;
  readonly flows: number;
  /** Bytes from the client, and from the device. */
  readonly received: number;
  readonly sent: number;
}

interface Ends {
  readonly client: string;
  readonly port: number;
}

function endsOf(view: DeviceView, talk: Conversation, wanted: (port: number) => boolean): Ends | null {
  const sides = [
    { server: talk.dst, port: talk.dstPort, client: talk.src, other: talk.srcPort },
    { server: talk.src, port: talk.srcPort, client: talk.dst, other: talk.dstPort },
  ];
  for (const { server, port, client, other } of sides) {
    // The flow store writes 0 for the many ports of a client.
    const isService = other > 0 && other < SERVICE_BELOW;
    if (wanted(port) && !isService && view.owns(server) && !surelyOwns(view, client)) return { client, port };
  }
  return null;
}

/**
 * Who talked to TCP ports of the device that are wanted, by client and port. A port counts only where the device is the
 * listener: the other end must have no service port, or any connection of the device out of such a port would count.
 */
export function talksTo(view: DeviceView, wanted: (port: number) => boolean): Talk[] {
  const groups = new Map<string, Ends & { talks: Conversation[] }>();
  for (const talk of view.conversations) {
    const ends = talk.protocol === TCP ? endsOf(view, talk, wanted) : null;
    if (!ends) continue;
    const key = `${ends.client} ${ends.port}`;
    const group = groups.get(key);
    if (group) group.talks.push(talk);
    else groups.set(key, { ...ends, talks: [talk] });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => summary(group));
}

function summary({ client, port, talks }: Ends & { talks: readonly Conversation[] }): Talk {
  const bytes = (list: readonly Conversation[]): number => list.reduce((sum, t) => sum + t.bytes, 0);
  const inward = talks.filter((t) => canonicalIp(t.src) === canonicalIp(client));
  return {
    client,
    port,
    conversations: talks,
    first: Math.min(...talks.map((t) => t.first)),
    last: Math.max(...talks.map((t) => t.last)),
    flows: talks.reduce((sum, t) => sum + t.flows, 0),
    received: bytes(inward),
    sent: bytes(talks) - bytes(inward),
  };
}
