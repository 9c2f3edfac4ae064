import { printable } from '../../base/printable.ts';
import type { LedgerState } from '../../model/ledger.ts';
import type { Sink } from './contract.ts';
import type { Line } from './lines.ts';
import { lineLatin } from './lines.ts';
import { scrub } from './scrub.ts';

interface Tally {
  readonly state: LedgerState;
  readonly reason: string;
  bytes: number;
  units: number;
}

const SAMPLES = 20;

/** Adds up the bytes of lines by state and reason and hands the sums to the sink, so that the hot path stays cheap. */
export class LedgerBook {
  private readonly sink: Sink;
  private readonly tallies = new Map<string, Tally>();
  private readonly sampled = new Map<string, number>();

  /** Sums go to `sink` when `close` is called; samples go at once. */
  constructor(sink: Sink) {
    this.sink = sink;
  }

  /** Returns the running sum of a state and reason; add to its `bytes` and `units` directly on hot paths. */
  tally(state: LedgerState, reason: string): { bytes: number; units: number } {
    const key = `${state} ${reason}`;
    let tally = this.tallies.get(key);
    if (!tally) {
      tally = { state, reason, bytes: 0, units: 0 };
      this.tallies.set(key, tally);
    }
    return tally;
  }

  /** Accounts for one line; lines that are not read leave a sample, the first few of each reason. */
  line(line: Line, state: LedgerState, reason: string): void {
    const tally = this.tally(state, reason);
    const seen = this.sampled.get(reason) ?? 0;
    if ((state === 'not-understood' || state === 'failed') && seen < SAMPLES) {
      this.sampled.set(reason, seen + 1);
      const text = printable(scrub(lineLatin(line).slice(0, 600)), 160);
      const sample = { line: line.number, byte: line.offset, length: line.size, text };
      this.sink.account({ state, reason, bytes: line.size, units: 1, sample });
      return;
    }
    tally.bytes += line.size;
    tally.units += 1;
  }

  /** Hands the sums over. */
  close(): void {
    for (const { state, reason, bytes, units } of this.tallies.values()) {
      if (bytes > 0 || units > 0) this.sink.account({ state, reason, bytes, units });
    }
    this.tallies.clear();
  }
}
