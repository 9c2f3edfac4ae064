import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Timed } from './timed.ts';

const TIMES = fc.array(fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }), { maxLength: 80 });
const BOUND = fc.integer({ min: -5, max: 55 });

describe('Timed', () => {
  it('finds what a plain filter finds, both bounds included', () => {
    fc.assert(
      fc.property(TIMES, BOUND, BOUND, (times, from, to) => {
        const records = times.map((at) => ({ at }));
        const plain = times
          .filter((at) => at !== null && at >= from && at <= to)
          .sort((a, b) => (a ?? 0) - (b ?? 0));
        const timed = new Timed(records);
        expect(timed.within(from, to).map((r) => r.at)).toEqual(plain);
        expect(timed.has(from, to)).toBe(plain.length > 0);
        expect(timed.within(from, to, 3).map((r) => r.at)).toEqual(plain.slice(-3));
      }),
    );
  });

  it('finds the newest before an instant that fits', () => {
    const timed = new Timed([4, 1, 7, 2].map((at) => ({ at })));
    expect(timed.lastBefore(7, () => true)).toEqual({ at: 4 });
    expect(timed.lastBefore(7, (r) => r.at < 3)).toEqual({ at: 2 });
    expect(timed.lastBefore(1, () => true)).toBeNull();
  });
});
