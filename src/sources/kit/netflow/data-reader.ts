import type { Instant } from '../../../base/time.ts';
import type { Sink } from '../contract.ts';
import type { Batches } from './batches.ts';
import type { ByteBook } from './byte-book.ts';
import type { Clock } from './clock.ts';
import { readOptions } from './options.ts';
import { addReverse, type DataSet, isTwoWay, measure, readFixed, readVariable, recordCount } from './rows.ts';
import type { Domain, Known } from './state.ts';

/** The sets of one datagram: from `at` to `end`. */
export interface Message {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  /** Offset in the evidence of `bytes[0]`. */
  readonly base: number;
  readonly exported: Instant;
  readonly uptime: number | null;
}

/** One set without its header of 4 bytes. */
export interface SetPlace extends Message {
  readonly id: number;
}

/** Bytes at the end of a set that need not be zero to count as padding. */
const MOST_PADDING = 7;

/** Reads data sets whose template is known: flows into batches, options into the domain. */
export class DataReader {
  private readonly sink: Sink;
  private readonly book: ByteBook;
  private readonly batches: Batches;
  private readonly offsets = new Uint32Array(65_536);
  private readonly widths = new Uint32Array(65_536);

  /** Batches are flushed by whoever made them. */
  constructor(options: { readonly sink: Sink; readonly book: ByteBook; readonly batches: Batches }) {
    this.sink = options.sink;
    this.book = options.book;
    this.batches = options.batches;
  }

  /** Says that flows of the exporter could not be read. */
  unread(domain: Domain): void {
    if (domain.exporter !== 'unknown') this.sink.unread(`addr:${domain.exporter}`, 'flow');
  }

  /** Reads one data set; returns how many records it had, null when that cannot be known. */
  read(domain: Domain, what: { known: Known; set: SetPlace }): number | null {
    const { known, set } = what;
    const bytes = set.end - set.at + 4;
    const { plan } = known;
    if (plan.size === 0) {
      this.book.add('set-aside', 'records without content', { bytes, units: 1 });
      return null;
    }
    if (known.template.scopes >= 0) return this.options(domain, what);
    if (plan.useless) {
      this.book.add('set-aside', 'records without addresses', { bytes, units: 1 });
      return plan.variable ? null : recordCount(plan, set);
    }
    const clock: Clock = { exported: set.exported, uptime: set.uptime, init: domain.init };
    const data: DataSet = {
      bytes: set.bytes,
      at: set.at,
      end: set.end,
      base: set.base,
      clock,
      sampling: domain.sampling,
    };
    if (plan.variable || isTwoWay(plan)) return this.oneByOne(domain, { known, data });
    const count = readFixed(this.batches.take(domain.exporter, recordCount(plan, data)), plan, data);
    this.book.add('read', 'flow records', { bytes, units: count });
    return count;
  }

  private oneByOne(domain: Domain, what: { known: Known; data: DataSet }): number | null {
    const { data } = what;
    const { plan } = what.known;
    const places = { offsets: this.offsets, widths: this.widths };
    let at = data.at;
    let count = 0;
    while (data.end - at >= plan.size) {
      const size = measure(plan, { bytes: data.bytes, at, end: data.end }, places);
      if (size < 0) break;
      const columns = this.batches.take(domain.exporter, 2);
      readVariable(columns, plan, { set: { ...data, at }, offsets: this.offsets });
      if (isTwoWay(plan)) addReverse(columns, columns.length - 1, plan);
      at += size;
      count += 1;
    }
    this.accountRest(domain, { data, at, count });
    return count;
  }

  private accountRest(domain: Domain, what: { data: DataSet; at: number; count: number }): void {
    const { data, at, count } = what;
    const rest = data.end - at;
    if (rest <= MOST_PADDING || data.bytes.subarray(at, data.end).every((b) => b === 0)) {
      this.book.add('read', 'flow records', { bytes: data.end - data.at + 4, units: count });
      return;
    }
    this.book.add('read', 'flow records', { bytes: at - data.at + 4, units: count });
    const text = `record of domain ${domain.number} runs past its set`;
    this.book.note('not-understood', 'record cut short', { byte: data.base + at, length: rest, text });
    this.unread(domain);
  }

  private options(domain: Domain, what: { known: Known; set: SetPlace }): number | null {
    const { known, set } = what;
    const { bytes, end } = set;
    const places = { offsets: this.offsets, widths: this.widths };
    let at = set.at;
    let count = 0;
    let used = false;
    while (end - at >= known.plan.size) {
      const size = measure(known.plan, { bytes, at, end }, places);
      if (size <= 0) break;
      used = readOptions(domain, known, { bytes, ...places }) || used;
      at += size;
      count += 1;
    }
    const size = { bytes: end - set.at + 4, units: count };
    if (used) this.book.add('read', 'options', size);
    else this.book.add('set-aside', 'options that flows do not need', size);
    return count;
  }
}
