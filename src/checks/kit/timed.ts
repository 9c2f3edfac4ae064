import type { Instant } from '../../base/time.ts';
import type { TimeQuality } from '../../model/record.ts';

/** Records with a time, found by time in steps of the logarithm: hostile evidence may hold millions of them. */
export class Timed<T extends { readonly at: Instant | null; readonly timeQuality?: TimeQuality }> {
  private readonly records: readonly T[];
  private readonly times: readonly Instant[];

  /** Records without a time, and those of a clock that was never set, are left out. */
  constructor(records: readonly T[]) {
    this.records = records
      .filter((r) => r.at !== null && r.timeQuality !== 'clock-unset')
      .sort((a, b) => (a.at as number) - (b.at as number));
    this.times = this.records.map((r) => r.at as number);
  }

  /** The records from `from` to `to`, both included, oldest first; no more than the newest `most` of them. */
  within(from: Instant, to: Instant, most: number = Number.POSITIVE_INFINITY): readonly T[] {
    const end = this.place(to + 1);
    return this.records.slice(Math.max(this.place(from), end - most), end);
  }

  /** True when there is a record from `from` to `to`, both included. */
  has(from: Instant, to: Instant): boolean {
    const place = this.place(from);
    return place < this.times.length && (this.times[place] as number) <= to;
  }

  /** The newest record before an instant that fits; looks at no more than a thousand. */
  lastBefore(at: Instant, fits: (record: T) => boolean): T | null {
    const place = this.place(at);
    return this.records.slice(Math.max(0, place - 1000), place).findLast(fits) ?? null;
  }

  private place(at: Instant): number {
    let low = 0;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.times[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
