import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, usualMost } from './norm.ts';

const NUMBERS = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 });

describe('median', () => {
  it('has half of the numbers on either side, in any order', () => {
    fc.assert(
      fc.property(NUMBERS, (values) => {
        const middle = median(values);
        expect(values.filter((v) => v < middle).length * 2).toBeLessThanOrEqual(values.length);
        expect(values.filter((v) => v > middle).length * 2).toBeLessThanOrEqual(values.length);
        expect(median([...values].reverse())).toBe(middle);
      }),
    );
  });
});

describe('usualMost', () => {
  it('is not moved by one extreme day among eight', () => {
    const usual = [90, 95, 100, 105, 110, 98, 102];
    expect(usualMost([...usual, 5_000_000])).toBeLessThan(300);
    expect(usualMost(usual)).toBeGreaterThan(110);
  });

  it('never lies below the median', () => {
    fc.assert(
      fc.property(NUMBERS, (values) => {
        expect(usualMost(values)).toBeGreaterThanOrEqual(median(values));
      }),
    );
  });
});
