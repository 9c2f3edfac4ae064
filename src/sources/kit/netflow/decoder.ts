import type { Instant } from '../../../base/time.ts';
import type { Sink } from '../contract.ts';
import { Batches } from './batches.ts';
import type { ByteBook } from './byte-book.ts';
import { u16, u32 } from './bytes.ts';
import { readFixed } from './rows.ts';
import { SetReader } from './set-reader.ts';
import type { Domain } from './state.ts';
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

/** Jumps of sequence numbers above this are restarts or damage, not loss. */
const MOST_LOST = 100_000;

/**
 * Decodes NetFlow v5, v9 and IPFIX datagrams into flow batches. Accounts for every byte that it is given, at the
 * latest when `end` is called.
 */
export class NetflowDecoder {
  private readonly book: ByteBook;
  private readonly batches: Batches;
  private readonly domains = new Domains();
  private readonly sets: SetReader;
  private readonly v5Expected = new Map<string, number>();

  /** The book is closed by whoever made it. */
  constructor(options: DecoderOptions) {
    this.book = options.book;
    this.batches = new Batches(options.sink);
    this.sets = new SetReader({ ...options, batches: this.batches, domains: this.domains });
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
  }

  private five(given: Datagram): void {
    const { bytes, start, end } = given;
    const records = Math.floor((end - start - V5_HEADER) / V5_RECORD);
    const count = Math.min(u16(bytes, start + 2), records);
    if (count < 1) {
      this.broken(given, { from: start, reason: 'datagram cut short' });
      return;
    }
    const engine = u16(bytes, start + 20);
    this.sequence5(given, { engine, count: u16(bytes, start + 2) });
    const sampling = u16(bytes, start + 22) & 0x3fff;
    const exported = u32(bytes, start + 8) * 1000 + Math.floor(u32(bytes, start + 12) / 1e6);
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

  private sequence5(given: Datagram, of: { engine: number; count: number }): void {
    const number = u32(given.bytes, given.start + 16);
    const key = `${given.exporter}|${of.engine}`;
    this.lost(given, { expected: this.v5Expected.get(key) ?? null, number, what: 'flow records' });
    if (this.v5Expected.size < 20_000) this.v5Expected.set(key, (number + of.count) >>> 0);
  }

  private nine(given: Datagram): void {
    const { bytes, start, end } = given;
    if (end - start < 20) {
      this.broken(given, { from: start, reason: 'datagram cut short' });
      return;
    }
    const domain = this.domain(given, { version: 9, number: u32(bytes, start + 16), header: 20 });
    if (!domain) return;
    const number = u32(bytes, start + 12);
    this.lost(given, { expected: domain.expected, number, what: 'datagrams' });
    domain.expected = (number + 1) >>> 0;
    const clock = { exported: seconds(bytes, start + 8), uptime: u32(bytes, start + 4) };
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
    const number = u32(bytes, start + 8);
    this.lost(given, { expected: domain.expected, number, what: 'data records' });
    const clock = { exported: seconds(bytes, start + 4), uptime: null };
    const records = this.sets.message(domain, { ...given, end, at: start + 16, ...clock });
    domain.expected = records === null ? null : (number + records) >>> 0;
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

  private lost(given: Datagram, of: { expected: number | null; number: number; what: string }): void {
    if (of.expected === null) return;
    const units = (of.number - of.expected) >>> 0;
    if (units === 0 || units > MOST_LOST) return;
    const text = `${units} ${of.what} of ${given.exporter} are missing before sequence number ${of.number}`;
    const reason = `${of.what} lost on the way`;
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
