import { parseIp4 } from '../../src/base/ip.ts';

/** One flow of a case file; times as ISO text. */
export interface FlowRow {
  readonly exporter: string;
  readonly src: string;
  readonly dst: string;
  readonly protocol: number;
  readonly srcPort?: number;
  readonly dstPort?: number;
  readonly bytes?: number;
  readonly packets?: number;
  readonly first: string;
  readonly last?: string;
  /** Number of the interface that it came in by; left out: not told. */
  readonly inIf?: number;
  /** How many records of this exporter were lost on the way before this one. */
  readonly lost?: number;
}

const UPTIME = 3_600_000;

function record(row: FlowRow, base: number): Buffer {
  const out = Buffer.alloc(48);
  out.writeUInt32BE(parseIp4(row.src), 0);
  out.writeUInt32BE(parseIp4(row.dst), 4);
  out.writeUInt16BE(row.inIf ?? 0, 12);
  out.writeUInt32BE(row.packets ?? 10, 16);
  out.writeUInt32BE(row.bytes ?? 1000, 20);
  out.writeUInt32BE(Date.parse(row.first) - base, 24);
  out.writeUInt32BE(Date.parse(row.last ?? row.first) - base, 28);
  out.writeUInt16BE(row.srcPort ?? 0, 32);
  out.writeUInt16BE(row.dstPort ?? 0, 34);
  out.writeUInt8(row.protocol, 38);
  return out;
}

/** A NetFlow v5 datagram of one flow, exported one second after its end. */
function datagram(row: FlowRow, sequence: number): { payload: Buffer; at: number } {
  const at = Date.parse(row.last ?? row.first) + 1000;
  const base = Date.parse(row.first) - UPTIME;
  const head = Buffer.alloc(24);
  head.writeUInt16BE(5, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(at - base, 4);
  head.writeUInt32BE(Math.floor(at / 1000), 8);
  head.writeUInt32BE((at % 1000) * 1_000_000, 12);
  head.writeUInt32BE(sequence, 16);
  return { payload: Buffer.concat([head, record(row, base)]), at };
}

function packet(exporter: string, payload: Buffer): Buffer {
  const ethernet = Buffer.from('02005e10000102005e1000020800', 'hex');
  const ip = Buffer.alloc(20);
  ip.writeUInt8(0x45, 0);
  ip.writeUInt16BE(28 + payload.length, 2);
  ip.writeUInt8(64, 8);
  ip.writeUInt8(17, 9);
  ip.writeUInt32BE(parseIp4(exporter), 12);
  ip.writeUInt32BE(parseIp4('10.250.0.51'), 16);
  const udp = Buffer.alloc(8);
  udp.writeUInt16BE(50_000, 0);
  udp.writeUInt16BE(2055, 2);
  udp.writeUInt16BE(8 + payload.length, 4);
  return Buffer.concat([ethernet, ip, udp, payload]);
}

/** Makes a capture (pcap) of NetFlow v5 datagrams out of the flows of a case file. */
export function flowCapture(rows: readonly FlowRow[]): Uint8Array {
  const head = Buffer.from('d4c3b2a1020004000000000000000000ffff000001000000', 'hex');
  const sequences = new Map<string, number>();
  const sorted = [...rows].sort((a, b) => Date.parse(a.last ?? a.first) - Date.parse(b.last ?? b.first));
  const packets = sorted.map((row) => {
    const sequence = (sequences.get(row.exporter) ?? 0) + (row.lost ?? 0);
    sequences.set(row.exporter, sequence + 1);
    const { payload, at } = datagram(row, sequence);
    const data = packet(row.exporter, payload);
    const meta = Buffer.alloc(16);
    meta.writeUInt32LE(Math.floor(at / 1000), 0);
    meta.writeUInt32LE((at % 1000) * 1000, 4);
    meta.writeUInt32LE(data.length, 8);
    meta.writeUInt32LE(data.length, 12);
    return Buffer.concat([meta, data]);
  });
  return Buffer.concat([head, ...packets]);
}
