import { formatIp4, formatIp6 } from '../../../base/ip.ts';
import type { Batches } from '../../kit/netflow/batches.ts';
import { addressBytes, type Layers } from './layers.ts';
import type { Packet } from './packet.ts';

/** Exporter under which flows that we made of packets appear. */
export const SENSOR = 'sensor:capture';

interface Entry {
  readonly v6: boolean;
  readonly src: { readonly four: number; readonly six: bigint };
  readonly dst: { readonly four: number; readonly six: bigint };
  readonly srcPort: number;
  readonly dstPort: number;
  readonly protocol: number;
  readonly offset: number;
  flags: number;
  first: number;
  last: number;
  packets: number;
  bytes: number;
}

/** Flows that are kept open at once. */
const MOST = 50_000;
/** A pause as long as this ends a flow, in milliseconds. */
const IDLE = 300_000;

/** Adds packets up to flows, one for each direction. */
export class Conversations {
  private readonly batches: Batches;
  private readonly open = new Map<string, Entry>();

  /** Ended flows go to the batches. */
  constructor(batches: Batches) {
    this.batches = batches;
  }

  /** Counts one packet. */
  add(packet: Packet, layers: Layers): void {
    const src = addressBytes(packet.bytes, layers.src, layers.v6);
    const dst = addressBytes(packet.bytes, layers.dst, layers.v6);
    const { v6, srcPort, dstPort, protocol } = layers;
    const ends = v6 ? `${src.six}|${dst.six}` : `${src.four}|${dst.four}`;
    const key = `${v6}|${ends}|${protocol}|${srcPort}|${dstPort}`;
    let entry = this.open.get(key);
    if (entry && packet.at - entry.last > IDLE) {
      this.emit(entry);
      this.open.delete(key);
      entry = undefined;
    }
    if (!entry) {
      if (this.open.size >= MOST) this.flush();
      const { at, offset } = packet;
      entry = {
        v6,
        src,
        dst,
        srcPort,
        dstPort,
        protocol,
        offset,
        flags: 0,
        first: at,
        last: at,
        packets: 0,
        bytes: 0,
      };
      this.open.set(key, entry);
    }
    entry.flags |= layers.tcpFlags;
    if (packet.at < entry.first) entry.first = packet.at;
    if (packet.at > entry.last) entry.last = packet.at;
    entry.packets += 1;
    entry.bytes += layers.length;
  }

  /** Hands over all open flows in the order in which they began. */
  flush(): void {
    for (const entry of this.open.values()) this.emit(entry);
    this.open.clear();
  }

  private emit(entry: Entry): void {
    const columns = this.batches.take(SENSOR, 1);
    const row = columns.length;
    columns.v6[row] = entry.v6 ? 1 : 0;
    columns.src4[row] = entry.src.four;
    columns.dst4[row] = entry.dst.four;
    columns.src6[row * 2] = entry.src.six >> 64n;
    columns.src6[row * 2 + 1] = entry.src.six & 0xffffffffffffffffn;
    columns.dst6[row * 2] = entry.dst.six >> 64n;
    columns.dst6[row * 2 + 1] = entry.dst.six & 0xffffffffffffffffn;
    columns.srcPort[row] = entry.srcPort;
    columns.dstPort[row] = entry.dstPort;
    columns.protocol[row] = entry.protocol;
    columns.tcpFlags[row] = entry.flags;
    columns.first[row] = entry.first;
    columns.last[row] = entry.last;
    columns.packets[row] = entry.packets;
    columns.bytes[row] = entry.bytes;
    columns.inIf[row] = 0;
    columns.outIf[row] = 0;
    columns.offset[row] = entry.offset;
    columns.line[row] = 0;
    columns.length = row + 1;
  }
}

/** Text of one side of a packet. */
export function sideText(packet: Packet, at: number, v6: boolean): string {
  const { four, six } = addressBytes(packet.bytes, at, v6);
  return v6 ? formatIp6(six) : formatIp4(four);
}
