import type { Head, ReadContext, Reader, Sink, Source } from '../../kit/contract.ts';
import { ByteBook } from '../../kit/netflow/byte-book.ts';
import { hexStart, NetflowDecoder } from '../../kit/netflow/decoder.ts';
import { frameAt, hasTime, isSound } from '../../kit/netflow/framing.ts';

/** Exporter of datagrams whose sender the evidence does not name. */
const EXPORTER = 'unknown';

/** Reads UDP payloads of NetFlow v5, v9 and IPFIX that stand back to back in a file. */
class DatagramReader implements Reader {
  private readonly book: ByteBook;
  private readonly decoder: NetflowDecoder;
  private held: Uint8Array = new Uint8Array(0);
  private base: number;
  private walked = 0;
  private lostFrom = -1;
  private lostStart = '';

  constructor(context: ReadContext, sink: Sink) {
    this.book = new ByteBook(sink);
    this.decoder = new NetflowDecoder({ sink, book: this.book, templates: context.templates });
    this.base = context.start.byte;
  }

  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.held.length > 0) {
      bytes = new Uint8Array(this.held.length + chunk.length);
      bytes.set(this.held);
      bytes.set(chunk, this.held.length);
    }
    this.drain(bytes, false);
  }

  end(): void {
    this.drain(this.held, true);
    this.closeLost(this.base);
    this.decoder.end();
    this.book.close();
  }

  private drain(bytes: Uint8Array, last: boolean): void {
    let at = 0;
    while (at < bytes.length) {
      const frame = frameAt({ bytes, at, end: bytes.length, last, walked: this.walked });
      if (frame.kind === 'more') {
        this.walked = frame.walked;
        break;
      }
      this.walked = 0;
      if (frame.kind === 'none') {
        if (this.lostFrom < 0) this.openLost(bytes, at);
        at += 1;
        continue;
      }
      this.closeLost(this.base + at);
      const end = at + frame.length;
      this.decoder.datagram({ bytes, start: at, end, base: this.base, exporter: EXPORTER });
      at = end;
    }
    this.held = bytes.slice(at);
    this.base += at;
  }

  private openLost(bytes: Uint8Array, at: number): void {
    this.lostFrom = this.base + at;
    this.lostStart = hexStart(bytes, at, Math.min(bytes.length, at + 4));
  }

  private closeLost(to: number): void {
    if (this.lostFrom < 0) return;
    const length = to - this.lostFrom;
    const text = `${length} bytes, beginning ${this.lostStart}`;
    this.book.note('not-understood', 'no NetFlow header', { byte: this.lostFrom, length, text });
    this.lostFrom = -1;
  }
}

/** Walks the head datagram by datagram: how many there are, and how many bytes they leave. */
function walkHead(head: Head): { frames: number; sound: number; timed: number; rest: number } {
  const { bytes, whole } = head;
  let at = 0;
  let frames = 0;
  let sound = 0;
  let timed = 0;
  while (at < bytes.length && frames < 64) {
    const frame = frameAt({ bytes, at, end: bytes.length, last: whole, walked: 0 });
    if (frame.kind !== 'datagram')
      return { frames, sound, timed, rest: frame.kind === 'more' ? 0 : bytes.length - at };
    frames += 1;
    if (isSound(bytes, at, at + frame.length)) sound += 1;
    if (hasTime(bytes, at)) timed += 1;
    at += frame.length;
  }
  return { frames, sound, timed, rest: 0 };
}

function recognise(head: Head): number {
  const { frames, sound, timed, rest } = walkHead(head);
  if (sound === 0) return 0;
  const clean = rest <= 8 && sound === frames;
  if (timed === frames) return clean ? 0.95 : 0.7;
  return clean ? 0.5 : 0.2;
}

/** Files of NetFlow v5, v9 and IPFIX datagrams back to back, IPFIX files (RFC 5655) among them. */
export const netflowDatagrams: Source = {
  id: 'flows/netflow-datagrams',
  title: 'NetFlow v5, v9 and IPFIX datagrams, also IPFIX files',
  version: 2,
  kinds: ['flow'],
  recognise,
  open: (context, sink) => new DatagramReader(context, sink),
  split: null,
};
