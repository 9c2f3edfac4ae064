import { MOST_RECORD, type PacketHandler, read16, read32 } from './packet.ts';
import type { Framing } from './pcap.ts';

/** First four bytes of a pcapng file, the same in both byte orders. */
export const PCAPNG_MAGIC = 0x0a0d0d0a;
const ORDER = 0x1a2b3c4d;

interface Interface {
  readonly link: number;
  readonly snap: number;
  /** Units of the time stamp in a millisecond. */
  readonly perMs: number;
  /** Added to times, in milliseconds. */
  readonly offset: number;
}

const ASIDE: ReadonlyMap<number, string> = new Map([
  [4, 'pcapng name resolution'],
  [5, 'pcapng interface statistics'],
  [9, 'pcapng systemd journal'],
  [10, 'pcapng decryption secrets'],
  [0xbad, 'pcapng custom block'],
  [0x40000bad, 'pcapng custom block'],
]);

/** Interfaces beyond these are not kept. */
const MOST_INTERFACES = 10_000;

/** Reads the blocks of a pcapng file, also when it has several sections. */
export class PcapngFraming implements Framing {
  private readonly handler: PacketHandler;
  private little = true;
  private interfaces: Interface[] = [];

  /** Packets and blocks go to the handler. */
  constructor(handler: PacketHandler) {
    this.handler = handler;
  }

  /** See Framing. */
  take(bytes: Uint8Array, base: number): number {
    let at = 0;
    while (at + 12 <= bytes.length) {
      const section = read32(bytes, at, false) === PCAPNG_MAGIC;
      if (section && !this.begin(bytes, at)) return -1 - at;
      const size = read32(bytes, at + 4, this.little);
      if (size < 12 || size % 4 !== 0 || size > MOST_RECORD) return -1 - at;
      if (at + size > bytes.length) break;
      if (section) this.handler.header(size);
      else this.block(bytes, { at, size, base });
      at += size;
    }
    return at;
  }

  private begin(bytes: Uint8Array, at: number): boolean {
    const big = read32(bytes, at + 8, false) === ORDER;
    if (!big && read32(bytes, at + 8, true) !== ORDER) return false;
    this.little = !big;
    this.interfaces = [];
    return true;
  }

  private block(bytes: Uint8Array, place: { at: number; size: number; base: number }): void {
    const { at, size, base } = place;
    const type = read32(bytes, at, this.little);
    const stretch = { byte: base + at, length: size };
    if (type === 1) {
      if (size >= 20 && this.interfaces.length < MOST_INTERFACES)
        this.interfaces.push(this.interface(bytes, at, size));
      this.handler.header(size);
    } else if (type === 6 && size >= 32) this.packet(bytes, place, read32(bytes, at + 8, this.little));
    else if (type === 2 && size >= 32) this.packet(bytes, place, read16(bytes, at + 8, this.little));
    else if (type === 3 && size >= 16) this.simple(bytes, place);
    else if (type === 1 || type === 2 || type === 3 || type === 6)
      this.handler.broken('block too short', stretch);
    else this.handler.aside(ASIDE.get(type) ?? 'pcapng block of another kind', size);
  }

  private interface(bytes: Uint8Array, from: number, size: number): Interface {
    const { little } = this;
    let perMs = 1000;
    let offset = 0;
    let at = from + 16;
    const end = from + size - 4;
    while (at + 4 <= end) {
      const code = read16(bytes, at, little);
      const length = read16(bytes, at + 2, little);
      if (code === 0 || at + 4 + length > end) break;
      if (code === 9 && length === 1) perMs = resolution(bytes[at + 4] as number);
      if (code === 14 && length === 8) offset = read32(bytes, little ? at + 4 : at + 8, little) * 1000;
      at += 4 + length + ((4 - (length % 4)) % 4);
    }
    return { link: read16(bytes, from + 8, little), snap: read32(bytes, from + 12, little), perMs, offset };
  }

  private packet(bytes: Uint8Array, place: { at: number; size: number; base: number }, number: number): void {
    const { at, size, base } = place;
    const on = this.interfaces[number];
    const length = read32(bytes, at + 20, this.little);
    if (!on || length > size - 32) {
      this.handler.broken('packet without interface or too long', { byte: base + at, length: size });
      return;
    }
    const stamp = read32(bytes, at + 12, this.little) * 4_294_967_296 + read32(bytes, at + 16, this.little);
    const time = Math.floor(stamp / on.perMs) + on.offset;
    const start = at + 28;
    this.handler.packet({
      bytes,
      start,
      end: start + length,
      link: on.link,
      at: valid(time),
      offset: base + at,
      size,
      base,
    });
  }

  private simple(bytes: Uint8Array, place: { at: number; size: number; base: number }): void {
    const { at, size, base } = place;
    const on = this.interfaces[0];
    if (!on) {
      this.handler.broken('packet without interface or too long', { byte: base + at, length: size });
      return;
    }
    const whole = read32(bytes, at + 8, this.little);
    const most = Math.min(size - 16, on.snap === 0 ? size : on.snap);
    const start = at + 12;
    const end = start + Math.min(whole, most);
    this.handler.packet({ bytes, start, end, link: on.link, at: Number.NaN, offset: base + at, size, base });
  }
}

function resolution(code: number): number {
  const perSecond = code >= 128 ? 2 ** (code - 128) : 10 ** code;
  return perSecond / 1000;
}

function valid(time: number): number {
  return time > 0 && time < Date.UTC(2200, 0, 1) ? time : Number.NaN;
}
