/** Writes a 16-bit number in either byte order. */
function w16(value: number, little = false): Buffer {
  const out = Buffer.alloc(2);
  if (little) out.writeUInt16LE(value);
  else out.writeUInt16BE(value);
  return out;
}

function w32(value: number, little = false): Buffer {
  const out = Buffer.alloc(4);
  if (little) out.writeUInt32LE(value >>> 0);
  else out.writeUInt32BE(value >>> 0);
  return out;
}

/** Ends of a forged packet: IPv4 as numbers in dotted text, IPv6 as 16 bytes in hexadecimal. */
export interface ForgedEnds {
  readonly src: string;
  readonly dst: string;
}

function ipBytes(text: string): Buffer {
  return text.includes('.') ? Buffer.from(text.split('.').map(Number)) : Buffer.from(text, 'hex');
}

/** An IP packet around a payload; IPv6 when the ends are. `fragment` is the field of that name (IPv4 only). */
export function forgeIp(
  ends: ForgedEnds,
  of: { protocol: number; payload: Uint8Array; fragment?: number },
): Buffer {
  const { protocol, payload, fragment = 0 } = of;
  if (!ends.src.includes('.')) {
    const head = Buffer.concat([w32(0x60000000), w16(payload.length), Buffer.from([protocol, 64])]);
    return Buffer.concat([head, ipBytes(ends.src), ipBytes(ends.dst), payload]);
  }
  const head = Buffer.concat([
    w16(0x4500),
    w16(payload.length + 20),
    w16(1),
    w16(fragment),
    Buffer.from([64, protocol]),
    w16(0),
  ]);
  return Buffer.concat([head, ipBytes(ends.src), ipBytes(ends.dst), payload]);
}

/** A UDP datagram. */
export function forgeUdp(srcPort: number, dstPort: number, payload: Uint8Array): Buffer {
  return Buffer.concat([w16(srcPort), w16(dstPort), w16(payload.length + 8), w16(0), payload]);
}

/** A TCP segment; flags 0x18 (push, acknowledge) where not given. */
export function forgeTcp(
  of: { srcPort: number; dstPort: number; sequence?: number; flags?: number },
  payload: Uint8Array | string = '',
): Buffer {
  const { srcPort, dstPort, sequence = 1, flags = 0x18 } = of;
  const head = [
    w16(srcPort),
    w16(dstPort),
    w32(sequence),
    w32(1),
    Buffer.from([0x50, flags]),
    w16(1024),
    w32(0),
  ];
  return Buffer.concat([...head, Buffer.from(payload)]);
}

/** An Ethernet frame; `tags` are VLAN tags as [type, number]. */
export function forgeFrame(
  type: number,
  payload: Uint8Array,
  tags: readonly (readonly [number, number])[] = [],
): Buffer {
  const addresses = Buffer.from('020000000001020000000002', 'hex');
  return Buffer.concat([addresses, ...tags.flatMap(([t, n]) => [w16(t), w16(n)]), w16(type), payload]);
}

/** A packet to be written: milliseconds UTC and the bytes of the link layer. */
export type ForgedPacket = readonly [at: number, bytes: Uint8Array];

/** A pcap file. */
export function forgePcap(
  packets: readonly ForgedPacket[],
  form: { little?: boolean; nano?: boolean; link?: number } = {},
): Buffer {
  const { little = true, nano = false, link = 1 } = form;
  const magic = nano ? 0xa1b23c4d : 0xa1b2c3d4;
  const head = [
    w32(magic, little),
    w16(2, little),
    w16(4, little),
    w32(0),
    w32(0),
    w32(65_535, little),
    w32(link, little),
  ];
  const records = packets.map(([at, bytes]) => {
    const fraction = (at % 1000) * (nano ? 1_000_000 : 1000);
    const length = w32(bytes.length, little);
    return Buffer.concat([w32(Math.floor(at / 1000), little), w32(fraction, little), length, length, bytes]);
  });
  return Buffer.concat([...head, ...records]);
}

/** A block of pcapng with its two lengths. */
export function forgeBlock(type: number, body: Uint8Array, little = true): Buffer {
  const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
  const length = w32(padded.length + 12, little);
  return Buffer.concat([w32(type, little), length, padded, length]);
}

/** A pcapng file with one interface whose times are in milliseconds. */
export function forgePcapng(
  packets: readonly ForgedPacket[],
  form: { little?: boolean; link?: number } = {},
): Buffer {
  const { little = true, link = 1 } = form;
  const section = Buffer.concat([w32(0x1a2b3c4d, little), w16(1, little), w16(0), Buffer.alloc(8, 0xff)]);
  const options = Buffer.concat([w16(9, little), w16(1, little), Buffer.from([3, 0, 0, 0]), w32(0)]);
  const on = Buffer.concat([w16(link, little), w16(0), w32(0), options]);
  const blocks = packets.map(([at, bytes]) => {
    const high = Math.floor(at / 4_294_967_296);
    const head = [
      w32(0),
      w32(high, little),
      w32(at % 4_294_967_296, little),
      w32(bytes.length, little),
      w32(bytes.length, little),
    ];
    return forgeBlock(6, Buffer.concat([...head, bytes]), little);
  });
  return Buffer.concat([forgeBlock(0x0a0d0d0a, section, little), forgeBlock(1, on, little), ...blocks]);
}
