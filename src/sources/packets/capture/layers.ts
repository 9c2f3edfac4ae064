import { type Packet, read16 } from './packet.ts';

/** An IP packet taken apart; the same object is used for every packet. */
export interface Layers {
  v6: boolean;
  /** Place of the source and the destination address; each 4 or 16 bytes long. */
  src: number;
  dst: number;
  protocol: number;
  /** Length of the IP packet as its header says. */
  length: number;
  srcPort: number;
  dstPort: number;
  tcpFlags: number;
  tcpSequence: number;
  /** Payload of UDP or TCP as far as it was captured. */
  payload: number;
  payloadEnd: number;
  /** True when the packet had more payload than was captured, or is the first of several fragments. */
  cut: boolean;
}

/** Why a packet gives no IP packet: known and without use here (`aside`), or not readable (`broken`). */
export type NoLayers = { readonly aside: string } | { readonly broken: string };

const CUT: NoLayers = { broken: 'packet cut short' };
const FRAGMENT: NoLayers = { aside: 'later IP fragments' };

const ETHERTYPES: ReadonlyMap<number, string> = new Map([
  [0x0806, 'ARP'],
  [0x8035, 'RARP'],
  [0x8847, 'MPLS'],
  [0x8848, 'MPLS'],
  [0x8863, 'PPPoE'],
  [0x8864, 'PPPoE'],
  [0x88cc, 'LLDP'],
  [0x888e, '802.1X'],
  [0x8809, 'LACP and other slow protocols'],
  [0x88e5, 'MACsec'],
  [0x88f7, 'PTP'],
  [0x8902, 'Ethernet OAM'],
  [0x9000, 'Ethernet loopback test'],
]);

/** One set of layers, to be used again and again. */
export function newLayers(): Layers {
  return {
    v6: false,
    src: 0,
    dst: 0,
    protocol: 0,
    length: 0,
    srcPort: 0,
    dstPort: 0,
    tcpFlags: 0,
    tcpSequence: 0,
    payload: 0,
    payloadEnd: 0,
    cut: false,
  };
}

/** Takes a packet apart into `out`; null when that went well. */
export function takeApart(packet: Packet, out: Layers): NoLayers | null {
  const { bytes, start, end, link } = packet;
  if (link === 1) return ethernet(packet, out);
  if (link === 12 || link === 14 || link === 101 || link === 228 || link === 229)
    return ip(bytes, { at: start, end }, out);
  if (link === 0 || link === 108) return end - start < 4 ? CUT : ip(bytes, { at: start + 4, end }, out);
  if (link === 113) return typed(bytes, { type: read16(bytes, start + 14, false), at: start + 16, end }, out);
  if (link === 276) return typed(bytes, { type: read16(bytes, start, false), at: start + 20, end }, out);
  return { broken: `link type ${link}` };
}

function ethernet(packet: Packet, out: Layers): NoLayers | null {
  const { bytes, start, end } = packet;
  if (end - start < 14) return CUT;
  const type = read16(bytes, start + 12, false);
  if (type < 1536) return { aside: 'LLC (spanning tree, CDP and others)' };
  return typed(bytes, { type, at: start + 14, end }, out);
}

function typed(
  bytes: Uint8Array,
  of: { type: number; at: number; end: number },
  out: Layers,
): NoLayers | null {
  let { type, at } = of;
  for (let tags = 0; tags < 4 && (type === 0x8100 || type === 0x88a8 || type === 0x9100); tags += 1) {
    if (at + 4 > of.end) return CUT;
    type = read16(bytes, at + 2, false);
    at += 4;
  }
  if (at > of.end) return CUT;
  if (type === 0x0800 || type === 0x86dd) return ip(bytes, { at, end: of.end }, out);
  return { aside: ETHERTYPES.get(type) ?? 'Ethernet frames of another kind' };
}

function ip(bytes: Uint8Array, of: { at: number; end: number }, out: Layers): NoLayers | null {
  if (of.at >= of.end) return CUT;
  const version = (bytes[of.at] as number) >> 4;
  if (version === 4) return four(bytes, of, out);
  if (version === 6) return six(bytes, of, out);
  return { aside: 'no IP packet' };
}

function four(bytes: Uint8Array, of: { at: number; end: number }, out: Layers): NoLayers | null {
  const { at, end } = of;
  const head = ((bytes[at] as number) & 15) * 4;
  if (head < 20 || at + head > end) return CUT;
  const fragment = read16(bytes, at + 6, false);
  if ((fragment & 0x1fff) !== 0) return FRAGMENT;
  out.v6 = false;
  out.src = at + 12;
  out.dst = at + 16;
  out.protocol = bytes[at + 9] as number;
  // Offloading network cards leave the length 0; what was captured is then all there is.
  out.length = read16(bytes, at + 2, false) || end - at;
  out.cut = (fragment & 0x2000) !== 0;
  transport(bytes, { at: at + head, end, packetEnd: at + out.length }, out);
  return null;
}

function six(bytes: Uint8Array, of: { at: number; end: number }, out: Layers): NoLayers | null {
  const { at, end } = of;
  if (at + 40 > end) return CUT;
  out.v6 = true;
  out.src = at + 8;
  out.dst = at + 24;
  out.length = (read16(bytes, at + 4, false) || end - at - 40) + 40;
  out.cut = false;
  let next = bytes[at + 6] as number;
  let place = at + 40;
  for (let i = 0; i < 8 && place + 8 <= end; i += 1) {
    let size = 0;
    if (next === 0 || next === 43 || next === 60) size = ((bytes[place + 1] as number) + 1) * 8;
    else if (next === 51) size = ((bytes[place + 1] as number) + 2) * 4;
    else if (next === 44) {
      const fragment = read16(bytes, place + 2, false);
      if (fragment >> 3 !== 0) return FRAGMENT;
      if ((fragment & 1) !== 0) out.cut = true;
      size = 8;
    } else break;
    next = bytes[place] as number;
    place += size;
  }
  out.protocol = next;
  transport(bytes, { at: place, end, packetEnd: at + out.length }, out);
  return null;
}

function transport(bytes: Uint8Array, of: { at: number; end: number; packetEnd: number }, out: Layers): void {
  const { at, packetEnd } = of;
  const end = Math.min(of.end, packetEnd);
  if (packetEnd > of.end) out.cut = true;
  out.srcPort = 0;
  out.dstPort = 0;
  out.tcpFlags = 0;
  out.payload = end;
  out.payloadEnd = end;
  const { protocol } = out;
  if (protocol === 1 || protocol === 58) {
    if (at + 2 <= end) out.dstPort = read16(bytes, at, false);
    return;
  }
  if ((protocol !== 6 && protocol !== 17 && protocol !== 132) || at + 4 > end) return;
  out.srcPort = read16(bytes, at, false);
  out.dstPort = read16(bytes, at + 2, false);
  if (protocol === 17 && at + 8 <= end) out.payload = at + 8;
  if (protocol !== 6 || at + 20 > end) return;
  out.tcpFlags = bytes[at + 13] as number;
  out.tcpSequence = read16(bytes, at + 4, false) * 65_536 + read16(bytes, at + 6, false);
  out.payload = Math.min(end, at + Math.max(20, ((bytes[at + 12] as number) >> 4) * 4));
}

/** Text of an address that `takeApart` found. */
export function addressBytes(bytes: Uint8Array, at: number, v6: boolean): { four: number; six: bigint } {
  if (!v6) return { four: read16(bytes, at, false) * 65_536 + read16(bytes, at + 2, false), six: 0n };
  let six = 0n;
  for (let i = 0; i < 16; i += 2) six = (six << 16n) | BigInt(read16(bytes, at + i, false));
  return { four: 0, six };
}
