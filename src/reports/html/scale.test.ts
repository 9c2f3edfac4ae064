import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../base/time.ts';
import { scaleOf, spans, WIDTH } from './scale.ts';

const from = Date.UTC(2026, 0, 1);
const year = { from, to: from + 365 * DAY };

describe('scale', () => {
  it('runs from one edge to the other and holds what lies outside at the edges', () => {
    const scale = scaleOf(year);
    expect([scale.at(year.from), scale.at(year.to)]).toEqual([0, WIDTH]);
    expect([scale.at(from - DAY), scale.at(year.to + DAY)]).toEqual([0, WIDTH]);
  });

  it('has few ticks with distinct labels, for an hour as for ten years', () => {
    for (const length of [HOUR, DAY, 9 * DAY, 100 * DAY, 365 * DAY, 3650 * DAY]) {
      const { ticks } = scaleOf({ from: from + 5 * HOUR, to: from + 5 * HOUR + length });
      const labels = ticks.map((t) => t.label).filter((label) => label !== '');
      expect(ticks.length).toBeLessThanOrEqual(12);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('does not divide by an empty period', () => {
    expect(scaleOf({ from, to: from }).at(from)).toBe(0);
  });
});

describe('spans', () => {
  it('joins what cannot be told apart, so that their number is bounded', () => {
    const minutes = Array.from({ length: 50_000 }, (_, i) => ({
      from: from + i * HOUR,
      to: from + i * HOUR + 1,
    }));
    expect(spans(minutes, scaleOf(year), 3).length).toBeLessThan(WIDTH);
  });

  it('draws even the shortest stretch, and none past the next', () => {
    const period = fc
      .tuple(fc.nat({ max: 364 * DAY }), fc.integer({ min: 1, max: 20 * DAY }))
      .map(([start, length]) => ({ from: from + start, to: from + start + length }));
    fc.assert(
      fc.property(fc.array(period, { minLength: 1 }), (periods) => {
        const drawn = spans(periods, scaleOf(year), 3);
        expect(drawn.length).toBeGreaterThan(0);
        for (const [i, span] of drawn.entries()) {
          expect(span.width).toBeGreaterThanOrEqual(2.9);
          const next = drawn[i + 1];
          expect(next === undefined || next.x >= span.x + span.width).toBe(true);
        }
      }),
    );
  });
});
