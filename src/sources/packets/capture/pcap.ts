import { MOST_RECORD, type PacketHandler, read16, read32 } from './packet.ts';

/** How the records of a pcap file are written. */
export interface PcapForm {
  readonly little: boolean;
  /** Fractions of a second in one millisecond: 1,000 (micro) or 1,000,000 (nano). */
  readonly perMs: number;
}

const MAGIC: ReadonlyMap<number, PcapForm> = new Map([
  [0xa1b2c3d4, { little: false, perMs: 1000 }],
  [0xd4c3b2a1, { little: true, perMs: 1000 }],
  [0xa1b23c4d, { little: false, perMs: 1_000_000 }],
  [0x4d3cb2a1, { little: true, perMs: 1_000_000 }],
]);

/** Form of a pcap file by its first four bytes; null when it is none. */
export function pcapForm(bytes: Uint8Array): PcapForm | null {
  return bytes.length < 4 ? null : (MAGIC.get(read32(bytes, 0, false)) ?? null);
}

/** Length of the header of a pcap file. */
export const PCAP_HEADER = 24;
const RECORD = 16;

/** A format reader: takes what is there and says how many bytes it used. -1 means that nothing more can be read. */
export interface Framing {
  take(bytes: Uint8Array, base: number): number;
}

/** Reads the records of a pcap file, from its first byte on. */
export class PcapFraming implements Framing {
  private readonly form: PcapForm;
  private readonly handler: PacketHandler;
  private link = -1;

  /** The form comes from the first four bytes. */
  constructor(form: PcapForm, handler: PacketHandler) {
    this.form = form;
    this.handler = handler;
  }

  /** See Framing. `base` is the offset in the evidence of the first byte. */
  take(bytes: Uint8Array, base: number): number {
    let at = 0;
    if (this.link < 0) {
      if (bytes.length < PCAP_HEADER) return 0;
      // The upper bits may hold the length of a frame check sequence.
      this.link = read16(bytes, this.form.little ? 20 : 22, this.form.little);
      this.handler.header(PCAP_HEADER);
      at = PCAP_HEADER;
    }
    while (at + RECORD <= bytes.length) {
      const size = read32(bytes, at + 8, this.form.little);
      if (size > MOST_RECORD) return -1 - at;
      if (at + RECORD + size > bytes.length) break;
      this.record(bytes, { at, size, base });
      at += RECORD + size;
    }
    return at;
  }

  private record(bytes: Uint8Array, of: { at: number; size: number; base: number }): void {
    const { at, size, base } = of;
    const { little, perMs } = this.form;
    const time = read32(bytes, at, little) * 1000 + Math.floor(read32(bytes, at + 4, little) / perMs);
    const start = at + RECORD;
    this.handler.packet({
      bytes,
      start,
      end: start + size,
      link: this.link,
      at: time === 0 ? Number.NaN : time,
      offset: base + at,
      size: RECORD + size,
      base,
    });
  }
}
