import { sideText } from './conversations.ts';
import type { Layers } from './layers.ts';
import type { Packet } from './packet.ts';

/** A segment, or several put together as if they had been one. */
export interface Segment {
  readonly packet: Packet;
  readonly layers: Layers;
}

/** Tells whether a segment goes on with a body that is being read, so that no head begins there. */
export type Continues = (from: string, to: string, sequence: number) => boolean;

const BEGINNINGS = 'GET |POST |PUT |HEAD |DELETE |OPTIONS |PATCH |CONNECT |TRACE |HTTP/1.'.split('|');
const GAP = /\r?\n\r?\n/;
/** Longest head that is put together, and directions in which one may wait. */
const MOST_HEAD = 16_384;
const MOST_WAITING = 1000;
const SYN_FIN_RST = 7;
const LATIN = new TextDecoder('latin1');

/**
 * Puts heads of HTTP/1 messages together that come in several segments: whoever attacks may send a request byte by byte
 * so that no single packet shows it. All other segments pass at once and unchanged.
 */
export class SplitHeads {
  private readonly waiting = new Map<string, Segment>();

  /** Takes a segment and gives those that can be read now, in order. */
  take(packet: Packet, layers: Layers, continues: Continues): readonly Segment[] {
    const { payload, payloadEnd } = layers;
    const empty = payload >= payloadEnd;
    const begins = !empty && !layers.cut && opensHead(packet.bytes, payload, payloadEnd);
    const ends = (layers.tcpFlags & SYN_FIN_RST) !== 0;
    if (!begins && (this.waiting.size === 0 || (empty && !ends))) return [{ packet, layers }];
    const from = `${sideText(packet, layers.src, layers.v6)} ${layers.srcPort}`;
    const to = `${sideText(packet, layers.dst, layers.v6)} ${layers.dstPort}`;
    const out = this.release(`${to} ${from}`);
    const key = `${from} ${to}`;
    const known = this.waiting.get(key);
    if (known && !empty) {
      const distance = (layers.tcpSequence - nextOf(known.layers)) | 0;
      if (distance < 0) return out;
      if (distance === 0) return [...out, ...this.hold(key, join(known, { packet, layers }))];
    }
    out.push(...this.release(key));
    if (begins && !continues(from, to, layers.tcpSequence) && this.waiting.size < MOST_WAITING)
      return [...out, ...this.hold(key, join(null, { packet, layers }))];
    return [...out, { packet, layers }];
  }

  /** Gives up all that waits. */
  flush(): readonly Segment[] {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    return all;
  }

  private release(key: string): Segment[] {
    const known = this.waiting.get(key);
    this.waiting.delete(key);
    return known ? [known] : [];
  }

  /** Keeps what is no whole head yet; otherwise gives it back. */
  private hold(key: string, segment: Segment): readonly Segment[] {
    const { bytes } = segment.packet;
    const { payload, payloadEnd, tcpFlags } = segment.layers;
    const text = LATIN.decode(bytes.subarray(payload, payloadEnd));
    const whole = GAP.test(text) || text.length >= MOST_HEAD || (tcpFlags & SYN_FIN_RST) !== 0;
    this.waiting.delete(key);
    if (whole) return [segment];
    this.waiting.set(key, segment);
    return [];
  }
}

/** True when a payload begins like a message, as far as it goes, and its head does not end in it. */
function opensHead(bytes: Uint8Array, at: number, end: number): boolean {
  const first = bytes[at] as number;
  if (first < 67 || first > 84) return false;
  const start = LATIN.decode(bytes.subarray(at, Math.min(end, at + 8)));
  if (!BEGINNINGS.some((word) => word.startsWith(start) || start.startsWith(word))) return false;
  return !GAP.test(LATIN.decode(bytes.subarray(at, Math.min(end, at + MOST_HEAD))));
}

const nextOf = (layers: Layers): number => (layers.tcpSequence + layers.payloadEnd - layers.payload) | 0;

/** One segment out of two, with place and time of the first; bytes are copied, since packets live in shared memory. */
function join(old: Segment | null, { packet, layers }: Segment): Segment {
  const width = layers.v6 ? 16 : 4;
  const { bytes } = packet;
  const parts = [
    bytes.subarray(layers.src, layers.src + width),
    bytes.subarray(layers.dst, layers.dst + width),
    ...(old ? [old.packet.bytes.subarray(old.layers.payload, old.layers.payloadEnd)] : []),
    bytes.subarray(layers.payload, layers.payloadEnd),
  ];
  const joined = Uint8Array.from(Buffer.concat(parts));
  const place = { src: 0, dst: width, payload: width * 2, payloadEnd: joined.length };
  const tcpSequence = old?.layers.tcpSequence ?? layers.tcpSequence;
  return {
    packet: { ...(old?.packet ?? packet), bytes: joined, start: 0, end: joined.length },
    layers: { ...layers, ...place, tcpSequence },
  };
}
