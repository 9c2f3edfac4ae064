import { writer } from './bytes.ts';

/** One UDP datagram on the wire. */
export interface Datagram {
  /** Capture instant in milliseconds. */
  at: number;
  source: string;
  destination: string;
  sourcePort: number;
  destinationPort: number;
  payload: Uint8Array;
}

const checksum = (header: Uint8Array): number => {
  let sum = 0;
  for (let i = 0; i < header.length; i += 2) sum += ((header[i] ?? 0) << 8) | (header[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
};

const ipHeader = (datagram: Datagram, length: number, sum: number): Uint8Array =>
  writer()
    .u8(0x45)
    .u8(0)
    .u16(length)
    .u16(datagram.at % 65_536)
    .u16(0x4000)
    .u8(252)
    .u8(17)
    .u16(sum)
    .ip4(datagram.source)
    .ip4(datagram.destination)
    .bytes();

const frame = (datagram: Datagram): Uint8Array => {
  const udpLength = 8 + datagram.payload.length;
  const sum = checksum(ipHeader(datagram, 20 + udpLength, 0));
  return writer()
    .raw(Uint8Array.from([0x02, 0, 0, 0, 0, 0x51, 0x02, 0, 0, 0, 0, 0x01, 0x08, 0x00]))
    .raw(ipHeader(datagram, 20 + udpLength, sum))
    .u16(datagram.sourcePort)
    .u16(datagram.destinationPort)
    .u16(udpLength)
    .u16(0)
    .raw(datagram.payload)
    .bytes();
};

const littleEndian = (values: readonly number[]): Uint8Array =>
  new Uint8Array(Uint32Array.from(values).buffer);

/** A classic little-endian pcap file of Ethernet frames, in the order given. */
export function pcap(datagrams: readonly Datagram[]): Uint8Array {
  const parts: Uint8Array[] = [littleEndian([0xa1b2c3d4, 0x00040002, 0, 0, 65_535, 1])];
  for (const datagram of datagrams) {
    const bytes = frame(datagram);
    parts.push(
      littleEndian([Math.floor(datagram.at / 1000), (datagram.at % 1000) * 1000, bytes.length, bytes.length]),
      bytes,
    );
  }
  return Buffer.concat(parts);
}
