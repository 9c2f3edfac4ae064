import type { Head, ReadContext, Reader, Sink, Source } from '../../kit/contract.ts';
import { Batches } from '../../kit/netflow/batches.ts';
import { ByteBook } from '../../kit/netflow/byte-book.ts';
import { NetflowDecoder } from '../../kit/netflow/decoder.ts';
import { hasTime, isPayload } from '../../kit/netflow/framing.ts';
import { Conversations, sideText } from './conversations.ts';
import { Exchanges } from './exchanges.ts';
import { type Layers, newLayers, takeApart } from './layers.ts';
import { type Packet, type PacketHandler, read16, read32 } from './packet.ts';
import { type Framing, PcapFraming, pcapForm } from './pcap.ts';
import { PCAPNG_MAGIC, PcapngFraming } from './pcapng.ts';

/** Sorts packets: NetFlow to the decoder, HTTP to the exchanges, all others to flows. */
class PacketSorter implements PacketHandler {
  private readonly book: ByteBook;
  private readonly batches: Batches;
  private readonly decoder: NetflowDecoder;
  private readonly conversations: Conversations;
  private readonly exchanges: Exchanges;
  private readonly layers: Layers = newLayers();

  constructor(context: ReadContext, sink: Sink) {
    this.book = new ByteBook(sink);
    this.batches = new Batches(sink);
    this.decoder = new NetflowDecoder({ sink, book: this.book, templates: context.templates });
    this.conversations = new Conversations(this.batches);
    this.exchanges = new Exchanges(context, sink);
  }

  packet(packet: Packet): void {
    const { layers } = this;
    const none = takeApart(packet, layers);
    if (none) {
      if ('aside' in none) this.aside(none.aside, packet.size);
      else this.broken(none.broken, { byte: packet.offset, length: packet.size });
      return;
    }
    if (layers.protocol === 17 && this.netflow(packet)) return;
    this.conversations.add(packet, layers);
    if (layers.protocol === 6) this.exchanges.segment(packet, layers);
    this.book.add('read', 'packets', { bytes: packet.size, units: 1 });
  }

  header(bytes: number): void {
    this.book.add('read', 'file headers', { bytes, units: 1 });
  }

  aside(what: string, bytes: number): void {
    this.book.add('set-aside', what, { bytes, units: 1 });
  }

  broken(why: string, stretch: { readonly byte: number; readonly length: number }): void {
    this.book.note('not-understood', why, {
      ...stretch,
      text: `${stretch.length} bytes at byte ${stretch.byte}`,
    });
  }

  /** Says that nothing from here on can be reached: unlike a broken packet, nobody knows what is missing. */
  unreached(why: string, { byte, length }: { readonly byte: number; readonly length: number }): void {
    this.book.note('failed', why, { byte, length, text: `${length} bytes at byte ${byte}` });
  }

  end(): void {
    this.exchanges.flush();
    this.conversations.flush();
    this.batches.flush();
    this.decoder.end();
    this.book.close();
  }

  private netflow(packet: Packet): boolean {
    const { bytes, offset, size } = packet;
    const { payload, payloadEnd, cut } = this.layers;
    if (isPayload(bytes, payload, payloadEnd)) {
      const exporter = sideText(packet, this.layers.src, this.layers.v6);
      this.decoder.datagram({ bytes, start: payload, end: payloadEnd, base: packet.base, exporter });
      this.book.add('read', 'packets that carry NetFlow', { bytes: size - (payloadEnd - payload), units: 1 });
      return true;
    }
    if (!cut || !looksCut(bytes, payload, payloadEnd)) return false;
    this.conversations.add(packet, this.layers);
    this.broken('NetFlow datagram cut by the capture', { byte: offset, length: size });
    return true;
  }
}

const VERSIONS: ReadonlySet<number> = new Set([5, 9, 10]);

function looksCut(bytes: Uint8Array, at: number, end: number): boolean {
  return end - at >= 16 && VERSIONS.has(read16(bytes, at, false)) && hasTime(bytes, at);
}

class CaptureReader implements Reader {
  private readonly sorter: PacketSorter;
  private framing: Framing | null = null;
  private held: Uint8Array = new Uint8Array(0);
  private base: number;
  /** Where reading stopped for good; -1 while it goes on. */
  private stopped = -1;

  constructor(context: ReadContext, sink: Sink) {
    this.sorter = new PacketSorter(context, sink);
    this.base = context.start.byte;
  }

  push(chunk: Uint8Array): void {
    if (this.stopped >= 0) {
      this.base += chunk.length;
      return;
    }
    const bytes = new Uint8Array(this.held.length + chunk.length);
    bytes.set(this.held);
    bytes.set(chunk, this.held.length);
    this.framing ??= framingOf(bytes, this.sorter);
    const used = this.framing ? this.framing.take(bytes, this.base) : bytes.length < 4 ? 0 : -1;
    if (used < 0) {
      this.stopped = this.base + (-1 - used);
      this.base += bytes.length;
      return;
    }
    this.base += used;
    this.held = bytes.slice(used);
  }

  end(): void {
    const from = this.stopped >= 0 ? this.stopped : this.base;
    const length = this.stopped >= 0 ? this.base - this.stopped : this.held.length;
    const why = this.stopped >= 0 ? 'capture damaged' : 'capture cut short';
    if (length > 0) this.sorter.unreached(why, { byte: from, length });
    this.sorter.end();
  }
}

function framingOf(bytes: Uint8Array, handler: PacketHandler): Framing | null {
  if (bytes.length < 4) return null;
  if (read32(bytes, 0, false) === PCAPNG_MAGIC) return new PcapngFraming(handler);
  const form = pcapForm(bytes);
  return form ? new PcapFraming(form, handler) : null;
}

function recognise(head: Head): number {
  const { bytes } = head;
  if (bytes.length < 24) return 0;
  if (read32(bytes, 0, false) === PCAPNG_MAGIC) {
    const order = read32(bytes, 8, false);
    return order === 0x1a2b3c4d || order === 0x4d3c2b1a ? 1 : 0;
  }
  const form = pcapForm(bytes);
  return form && read16(bytes, 4, form.little) === 2 ? 1 : 0;
}

/** Packet captures: pcap and pcapng. */
export const capture: Source = {
  id: 'packets/capture',
  title: 'Packet captures (pcap, pcapng)',
  version: 2,
  kinds: ['flow', 'http'],
  recognise,
  open: (context, sink) => new CaptureReader(context, sink),
  split: null,
};
