import type { Instant } from '../../base/time.ts';

/** Records with a time, found by time in steps of the logarithm: hostile evidence may hold millions of them. */
export class Timed<T extends { readonly at: Instant | null }> {
  private readonly records: readonly T[];
  private readonly times: readonly Instant[];

  /** Records without a time are left out. */
  constructor(records: readonly T[]) {
    this.records = records.filter((r) => r.at !== null).sort((a, b) => (a.at as number) - (b.at as number));
    this.times = this.records.map((r) => r.at as number);
  }

  /** The records from `from` to `to`, both included, oldest first. */
  within(from: Instant, to: Instant): readonly T[] {
    return this.records.slice(this.place(from), this.place(to + 1));
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
