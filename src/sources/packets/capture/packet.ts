/** One captured packet as the file formats hand it over; `bytes` may be used again after the call. */
export interface Packet {
  readonly bytes: Uint8Array;
  /** First byte of the link layer and end of what was captured. */
  readonly start: number;
  readonly end: number;
  /** Number of the link type (tcpdump.org/linktypes.html). */
  readonly link: number;
  /** Time in milliseconds UTC; NaN when the file gives none. */
  readonly at: number;
  /** Place of the whole record, file headers of the packet included, in the evidence. */
  readonly offset: number;
  readonly size: number;
  /** Offset in the evidence of `bytes[0]`. */
  readonly base: number;
}

/** What a file format reports while it is read. All bytes of the file arrive in one of these calls. */
export interface PacketHandler {
  packet(packet: Packet): void;
  /** Headers of the file itself. */
  header(bytes: number): void;
  /** Blocks that carry no packets, by name. */
  aside(what: string, bytes: number): void;
  /** The rest of the file cannot be read, or a stretch of it. */
  broken(why: string, stretch: { readonly byte: number; readonly length: number }): void;
}

/** Reads 16 bits. */
export function read16(bytes: Uint8Array, at: number, little: boolean): number {
  const a = bytes[at] ?? 0;
  const b = bytes[at + 1] ?? 0;
  return little ? a | (b << 8) : (a << 8) | b;
}

/** Reads 32 bits without sign. */
export function read32(bytes: Uint8Array, at: number, little: boolean): number {
  const low = read16(bytes, little ? at : at + 2, little);
  const high = read16(bytes, little ? at + 2 : at, little);
  return high * 65_536 + low;
}

/** Longest packet or block that is read. */
export const MOST_RECORD: number = 16 * 1024 * 1024;
