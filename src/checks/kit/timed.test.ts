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
        expect(new Timed(records).within(from, to).map((r) => r.at)).toEqual(plain);
      }),
    );
  });
});
