import type { LedgerState } from '../../../model/ledger.ts';
import type { Sink } from '../contract.ts';
import { LedgerBook } from '../ledger-book.ts';

/** A stretch of binary evidence that was not read; `text` says in words what stands there. */
export interface Stretch {
  readonly byte: number;
  readonly length: number;
  readonly text: string;
  readonly units?: number;
}

const SAMPLES = 20;

/** The ledger of binary evidence: sums by state and reason, with a sample for the first few places. */
export class ByteBook {
  private readonly book: LedgerBook;
  private readonly sink: Sink;
  private readonly sampled = new Map<string, number>();

  /** Sums go to `sink` when `close` is called; samples go at once. */
  constructor(sink: Sink) {
    this.sink = sink;
    this.book = new LedgerBook(sink);
  }

  /** Adds bytes without a sample. */
  add(state: LedgerState, reason: string, size: { readonly bytes: number; readonly units: number }): void {
    const tally = this.book.tally(state, reason);
    tally.bytes += size.bytes;
    tally.units += size.units;
  }

  /** Adds a stretch, with a sample for the first few of each reason. */
  note(state: LedgerState, reason: string, stretch: Stretch): void {
    const units = stretch.units ?? 1;
    const seen = this.sampled.get(reason) ?? 0;
    if (seen >= SAMPLES) {
      this.add(state, reason, { bytes: stretch.length, units });
      return;
    }
    this.sampled.set(reason, seen + 1);
    const sample = { line: 0, byte: stretch.byte, length: stretch.length, text: stretch.text };
    this.sink.account({ state, reason, bytes: stretch.length, units, sample });
  }

  /** Hands the sums over. */
  close(): void {
    this.book.close();
  }
}
