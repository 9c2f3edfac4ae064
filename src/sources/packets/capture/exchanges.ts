import { printable } from '../../../base/printable.ts';
import type { HttpRecord } from '../../../model/record.ts';
import type { ReadContext, Sink } from '../../kit/contract.ts';
import { sideText } from './conversations.ts';
import { beginsHttp, bodyText, type HttpHead, readHead, scrubWeb } from './http-message.ts';
import type { Layers } from './layers.ts';
import type { Packet } from './packet.ts';
import { SplitHeads } from './split-heads.ts';

/** One direction of an exchange: what came so far, and where the next segment must begin. */
interface Side {
  body: string;
  next: number;
  /** Bytes still announced; Infinity when nothing says. */
  left: number;
}

interface Exchange {
  readonly client: string;
  readonly server: string;
  readonly serverPort: number;
  readonly head: HttpHead;
  readonly at: number;
  readonly offset: number;
  readonly size: number;
  readonly request: Side;
  status: number | null;
  answer: Side | null;
}

const MOST_OPEN = 5000;
/** Characters of a body that are kept while it grows; a record takes 2,000. */
const MOST_BODY = 4000;
const LATIN = new TextDecoder('latin1');
const FIN_OR_RST = 5;
const SYN = 2;
const SYN_OR_ACK = 18;

/** Joins HTTP/1 requests with their answers, by the four-tuple of the connection. */
export class Exchanges {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly open = new Map<string, Exchange>();
  private readonly heads = new SplitHeads();
  private readonly continues = (from: string, to: string, sequence: number): boolean => {
    const side = this.open.get(`${from} ${to}`)?.request;
    const answer = this.open.get(`${to} ${from}`)?.answer;
    return [side, answer].some((s) => s && s.left > 0 && s.next === sequence);
  };

  /** Records go to the sink. */
  constructor(context: ReadContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
  }

  /** Looks at one TCP segment. A head that comes in several is put together first. */
  segment(packet: Packet, layers: Layers): void {
    for (const whole of this.heads.take(packet, layers, this.continues))
      this.whole(whole.packet, whole.layers);
  }

  private whole(packet: Packet, layers: Layers): void {
    const { bytes } = packet;
    const { payload, payloadEnd, v6 } = layers;
    const empty = payload >= payloadEnd;
    const starts = !empty && beginsHttp(bytes, payload, payloadEnd);
    if (!starts && this.open.size === 0) return;
    const src = `${sideText(packet, layers.src, v6)} ${layers.srcPort}`;
    const dst = `${sideText(packet, layers.dst, v6)} ${layers.dstPort}`;
    // A client that opens a connection anew on the same ports begins with a number of its own.
    if ((layers.tcpFlags & SYN_OR_ACK) === SYN) this.close(`${src} ${dst}`);
    const head = starts ? readHead(bytes, payload, payloadEnd) : null;
    if (head && head.status === null) this.begin(`${src} ${dst}`, { packet, layers, head });
    else if (head) this.answer(`${dst} ${src}`, layers, head);
    else if (!empty) {
      const text = LATIN.decode(bytes.subarray(payload, Math.min(payloadEnd, payload + MOST_BODY)));
      grow(this.open.get(`${src} ${dst}`)?.request, { layers, text });
      grow(this.open.get(`${dst} ${src}`)?.answer, { layers, text });
    }
    if ((layers.tcpFlags & FIN_OR_RST) !== 0) this.close(`${dst} ${src}`);
  }

  /** Hands over what is still open. */
  flush(): void {
    for (const whole of this.heads.flush()) this.whole(whole.packet, whole.layers);
    for (const exchange of this.open.values()) this.emit(exchange);
    this.open.clear();
  }

  private begin(key: string, of: { packet: Packet; layers: Layers; head: HttpHead }): void {
    const { packet, layers, head } = of;
    const known = this.open.get(key);
    // Sequence numbers wrap (RFC 9293, 3.4): the sign of the distance tells what came before.
    if (known && ((layers.tcpSequence - known.request.next) | 0) < 0) return;
    this.close(key);
    if (this.open.size >= MOST_OPEN) {
      const oldest = this.open.keys().next().value;
      if (oldest !== undefined) this.close(oldest);
    }
    this.open.set(key, {
      client: sideText(packet, layers.src, layers.v6),
      server: sideText(packet, layers.dst, layers.v6),
      serverPort: layers.dstPort,
      head,
      at: packet.at,
      offset: packet.offset,
      size: packet.size,
      request: sideOf(head, layers),
      status: null,
      answer: null,
    });
  }

  private answer(key: string, layers: Layers, head: HttpHead): void {
    const exchange = this.open.get(key);
    if (!exchange || exchange.answer) return;
    // 100 (continue) and its like are not the answer.
    if (head.status !== null && head.status < 200) return;
    exchange.status = head.status;
    exchange.answer = sideOf(head, layers);
  }

  private close(key: string): void {
    const exchange = this.open.get(key);
    if (!exchange) return;
    this.open.delete(key);
    this.emit(exchange);
  }

  private emit(exchange: Exchange): void {
    const { head, client, server, serverPort, at, status } = exchange;
    const uri = printable(scrubWeb(head.uri), 2000);
    const record: HttpRecord = {
      kind: 'http',
      origin: `addr:${server}`,
      at: Number.isNaN(at) ? null : at,
      timeQuality: Number.isNaN(at) ? 'none' : 'exact',
      count: 1,
      last: null,
      ref: {
        evidence: this.context.evidence,
        line: 0,
        lineEnd: 0,
        byte: exchange.offset,
        length: exchange.size,
      },
      text: printable(`${head.method} ${uri} from ${client}: ${status ?? 'no answer'}`, 400),
      client,
      server,
      serverPort,
      method: head.method,
      uri,
      status,
      userAgent: head.userAgent === null ? null : printable(head.userAgent, 400),
      requestBody: bodyText(exchange.request.body),
      responseBody: bodyText(exchange.answer?.body ?? ''),
    };
    this.sink.record(record, 'http');
  }
}

function sideOf(head: HttpHead, layers: Layers): Side {
  const length = layers.payloadEnd - layers.payload;
  const announced = head.length ?? (head.status === null ? 0 : Number.POSITIVE_INFINITY);
  return {
    body: head.body.slice(0, Math.min(MOST_BODY, announced)),
    next: (layers.tcpSequence + length) % 4_294_967_296,
    left: Math.max(0, announced - head.body.length),
  };
}

/** Adds a segment that continues where the last one ended; repeated and later ones are left out. */
function grow(side: Side | null | undefined, of: { layers: Layers; text: string }): void {
  if (!side || side.left === 0 || of.layers.tcpSequence !== side.next) return;
  const length = of.layers.payloadEnd - of.layers.payload;
  side.next = (side.next + length) % 4_294_967_296;
  if (side.body.length < MOST_BODY) side.body += of.text.slice(0, Math.min(side.left, MOST_BODY));
  side.left = Math.max(0, side.left - length);
}
