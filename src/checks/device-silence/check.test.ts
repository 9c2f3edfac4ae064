import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { HOUR } from '../../base/time.ts';
import type { BlindWindow, KindCoverage } from '../../model/coverage.ts';
import { lossesOf, silencesOf } from './silences.ts';

runCases(import.meta.dirname);

const coverage = (blind: readonly BlindWindow[]): KindCoverage => ({ blind }) as unknown as KindCoverage;
const silence = (from: number, to: number): BlindWindow => ({ from, to, reason: 'silence', missing: null });
const gap = (from: number, to: number, missing: number): BlindWindow => ({
  from,
  to,
  reason: 'sequence-gap',
  missing,
});

describe('silencesOf and lossesOf', () => {
  it('give a jump of the numbers to the silence that it ends', () => {
    const all = coverage([silence(HOUR, 5 * HOUR), gap(HOUR - 30_000, 5 * HOUR + 30_000, 132)]);
    expect(silencesOf(all)).toEqual([{ from: HOUR - 30_000, to: 5 * HOUR + 30_000, missing: 132 }]);
    expect(lossesOf(all)).toEqual([]);
  });

  it('count each large jump once, as silence or as loss', () => {
    const window = fc.tuple(
      fc.nat(100 * HOUR),
      fc.integer({ min: 0, max: HOUR }),
      fc.integer({ min: 20, max: 500 }),
    );
    fc.assert(
      fc.property(fc.array(window, { maxLength: 6 }), (windows) => {
        const gaps = windows.map(([from, length, missing]) => gap(from, from + length, missing));
        const all = coverage([silence(40 * HOUR, 60 * HOUR), ...gaps]);
        const inSilence = silencesOf(all)[0]?.missing ?? 0;
        const lost = lossesOf(all).reduce((sum, l) => sum + (l.missing ?? 0), 0);
        expect(inSilence + lost).toBe(gaps.reduce((sum, g) => sum + (g.missing ?? 0), 0));
      }),
    );
  });

  it('leave single lost messages alone', () => {
    expect(lossesOf(coverage([gap(0, HOUR, 2)]))).toEqual([]);
  });
});
