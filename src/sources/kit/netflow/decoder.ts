import type { Instant } from '../../../base/time.ts';
import { LOST_ON_THE_WAY } from '../../../model/ledger.ts';
import type { Sink } from '../contract.ts';
import { Batches } from './batches.ts';
import type { ByteBook } from './byte-book.ts';
import { u16, u32 } from './bytes.ts';
import { LossBook } from './losses.ts';
import { readFixed } from './rows.ts';
import { SetReader } from './set-reader.ts';
import type { Domain, Sequence } from './state.ts';
import { Domains } from './state.ts';
import type { TemplateVersion } from './template.ts';
import { V5_HEADER, V5_PLAN, V5_RECORD } from './v5.ts';

/** One UDP payload. */
export interface Datagram {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Offset in the evidence of `bytes[0]` (not of `start`). */
  readonly base: number;
  /** Address of the exporter in canonical text, or `unknown`. */
  readonly exporter: string;
}

/** What a decoder works with. */
export interface DecoderOptions {
  readonly sink: Sink;
  readonly book: ByteBook;
  /** Templates known from other evidence; see ReadContext. */
  readonly templates: ReadonlyMap<string, string>;
}

/** Jumps of sequence numbers above this may be restarts: the ledger gives no number then, the period is blind all the same. */
const MOST_LOST = 100_000;
/** A step this large is one back: the exporter counts anew. */
const BACKWARDS = 2 ** 31;
/** A datagram whose number is less than this behind came late. */
const MOST_LATE = 1000;

/** What a datagram says of its place in its stream; `units` null when nobody knows how many it holds. */
interface Numbered {
  readonly number: number;
  readonly units: number | null;
  readonly what: string;
  readonly at: Instant;
}

/**
 * Decodes NetFlow v5, v9 and IPFIX datagrams into flow batches. Accounts for every byte that it is given, at the
 * latest when `end` is called.
 */
export class NetflowDecoder {
  private readonly book: ByteBook;
  private readonly batches: Batches;
  private readonly domains = new Domains();
  private readonly sets: SetReader;
  private readonly v5 = new Map<string, Sequence>();
  private readonly losses = new LossBook();
  private readonly sink: Sink;

  /** The book is closed by whoever made it. */
  constructor(options: DecoderOptions) {
    this.book = options.book;
    this.sink = options.sink;
    this.batches = new Batches(options.sink);
    this.sets = new SetReader({
      ...options,
      batches: this.batches,
      domains: this.domains,
      losses: this.losses,
    });
  }

  /** Decodes one datagram; the bytes may be used again after the call. */
  datagram(given: Datagram): void {
    const version = given.end - given.start >= 4 ? u16(given.bytes, given.start) : 0;
    if (version === 5) this.five(given);
    else if (version === 9) this.nine(given);
    else if (version === 10) this.ten(given);
    else this.broken(given, { from: given.start, reason: 'no NetFlow header' });
  }

  /** Decodes what waited for templates, hands over open batches, accounts for the rest. */
  end(): void {
    this.sets.settle();
    this.batches.flush();
    this.losses.report(this.sink);
  }

  private five(given: Datagram): void {
    const { bytes, start, end } = given;
    const records = Math.floor((end - start - V5_HEADER) / V5_RECORD);
    const count = Math.min(u16(bytes, start + 2), records);
    if (count < 1) {
      this.broken(given, { from: start, reason: 'datagram cut short' });
      return;
    }
    const sampling = u16(bytes, start + 22) & 0x3fff;
    const exported = u32(bytes, start + 8) * 1000 + Math.floor(u32(bytes, start + 12) / 1e6);
    this.sequence5(given, exported === 0 ? Number.NaN : exported);
    const to = start + V5_HEADER + count * V5_RECORD;
    const set = {
      bytes,
      at: start + V5_HEADER,
      end: to,
      base: given.base,
      clock: { exported: exported === 0 ? Number.NaN : exported, uptime: u32(bytes, start + 4), init: null },
      sampling: sampling > 1 ? new Map([[null, sampling]]) : NO_SAMPLING,
    };
    readFixed(this.batches.take(given.exporter, count), V5_PLAN, set);
    this.book.add('read', 'NetFlow v5', { bytes: to - start, units: 1 });
    if (to < end) this.broken(given, { from: to, reason: 'bytes after the last record' });
  }

  private sequence5(given: Datagram, at: Instant): void {
    const { bytes, start, exporter } = given;
    const key = `${exporter}|${u16(bytes, start + 20)}`;
    let sequence = this.v5.get(key);
    if (!sequence) {
      sequence = { expected: null, at: Number.NaN };
      if (this.v5.size < 20_000) this.v5.set(key, sequence);
    }
    const of = { number: u32(bytes, start + 16), units: u16(bytes, start + 2), what: 'flow records', at };
    this.follow(given, sequence, of);
  }

  private nine(given: Datagram): void {
    const { bytes, start, end } = given;
    if (end - start < 20) {
      this.broken(given, { from: start, reason: 'datagram cut short' });
      return;
    }
    const domain = this.domain(given, { version: 9, number: u32(bytes, start + 16), header: 20 });
    if (!domain) return;
    const clock = { exported: seconds(bytes, start + 8), uptime: u32(bytes, start + 4) };
    const of = { number: u32(bytes, start + 12), units: 1, what: 'datagrams', at: clock.exported };
    this.follow(given, domain.sequence, of);
    this.sets.message(domain, { ...given, at: start + 20, ...clock });
  }

  private ten(given: Datagram): void {
    const { bytes, start } = given;
    const length = u16(bytes, start + 2);
    const end = Math.min(given.end, start + length);
    if (end - start < 16) {
      this.broken(given, { from: start, reason: 'datagram cut short' });
      return;
    }
    const domain = this.domain(given, { version: 10, number: u32(bytes, start + 12), header: 16 });
    if (!domain) return;
    const clock = { exported: seconds(bytes, start + 4), uptime: null };
    const units = this.sets.message(domain, { ...given, end, at: start + 16, ...clock });
    const of = { number: u32(bytes, start + 8), units, what: 'data records', at: clock.exported };
    this.follow(given, domain.sequence, of);
    if (end < given.end) this.broken(given, { from: end, reason: 'bytes after the message' });
  }

  private domain(
    given: Datagram,
    of: { version: TemplateVersion; number: number; header: number },
  ): Domain | null {
    const domain = this.domains.find(given.exporter, of.version, of.number);
    if (domain) {
      const reason = of.version === 9 ? 'NetFlow v9' : 'IPFIX';
      this.book.add('read', reason, { bytes: of.header, units: 1 });
    } else this.broken(given, { from: given.start, reason: 'too many observation domains' });
    return domain;
  }

  /** Follows the numbers of a stream: notes what is missing before this datagram, and what came late after all. */
  private follow(given: Datagram, sequence: Sequence, of: Numbered): void {
    const { exporter } = given;
    const { number, units, at } = of;
    const behind = sequence.expected === null ? 0 : (sequence.expected - number) >>> 0;
    if (behind > 0 && behind < MOST_LATE) {
      this.losses.late(exporter, at, units ?? 0);
      return;
    }
    if (sequence.expected !== null && behind > 0) this.missing(given, sequence, of);
    if (units !== null) this.losses.heard(exporter, at, units);
    sequence.expected = units === null ? null : (number + units) >>> 0;
    sequence.at = at;
  }

  private missing(given: Datagram, { expected, at }: Sequence, { number, what, at: to }: Numbered): void {
    const { exporter } = given;
    const units = (number - (expected as number)) >>> 0;
    if (units >= BACKWARDS) return;
    this.losses.lost(exporter, { from: at, to, units });
    if (units > MOST_LOST) return;
    const text = `${units} ${what} of ${exporter} are missing before sequence number ${number}`;
    const reason = `${what}${LOST_ON_THE_WAY}`;
    this.book.note('failed', reason, { byte: given.base + given.start, length: 0, units, text });
  }

  private broken(given: Datagram, at: { from: number; reason: string }): void {
    const length = given.end - at.from;
    const text = `${length} bytes, beginning ${hexStart(given.bytes, at.from, given.end)}`;
    this.book.note('not-understood', at.reason, { byte: given.base + at.from, length, text });
  }
}

const NO_SAMPLING: ReadonlyMap<number | null, number> = new Map();

function seconds(bytes: Uint8Array, at: number): Instant {
  const value = u32(bytes, at);
  return value === 0 ? Number.NaN : value * 1000;
}

/** First bytes of a stretch in hexadecimal, for samples in the ledger. */
export function hexStart(bytes: Uint8Array, from: number, to: number): string {
  const part = bytes.subarray(from, Math.min(to, from + 16));
  return Buffer.from(part.buffer, part.byteOffset, part.length).toString('hex');
}
