import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatInstant,
  formatMinute,
  intersectPeriods,
  type Period,
  subtractPeriods,
  totalLength,
  unionPeriods,
} from './time.ts';

const END = 40;
const period = fc
  .tuple(fc.integer({ min: 0, max: END }), fc.integer({ min: -2, max: 12 }))
  .map(([from, length]): Period => ({ from, to: from + length }));
const periods = fc.array(period, { maxLength: 8 });

/** The naive twin: every moment that a list covers. */
function moments(list: readonly Period[]): Set<number> {
  const out = new Set<number>();
  for (const { from, to } of list) for (let t = from; t < to; t += 1) out.add(t);
  return out;
}

function expectTidy(list: readonly Period[]): void {
  for (const [i, p] of list.entries()) {
    expect(p.to).toBeGreaterThan(p.from);
    expect(p.from).toBeGreaterThan(list[i - 1]?.to ?? Number.NEGATIVE_INFINITY);
  }
}

describe('periods', () => {
  it('union covers what any covers, sorted, apart, none empty', () => {
    fc.assert(
      fc.property(periods, (list) => {
        const union = unionPeriods(list);
        expectTidy(union);
        expect(moments(union)).toEqual(moments(list));
        expect(totalLength(list)).toBe(moments(list).size);
      }),
    );
  });

  it('intersection covers what both cover', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const both = intersectPeriods(a, b);
        expectTidy(both);
        expect(moments(both)).toEqual(moments(a).intersection(moments(b)));
      }),
    );
  });

  it('difference covers what the holes leave', () => {
    fc.assert(
      fc.property(periods, periods, (whole, holes) => {
        const left = subtractPeriods(whole, holes);
        expectTidy(left);
        expect(moments(left)).toEqual(moments(whole).difference(moments(holes)));
      }),
    );
  });

  it('what a period loses to holes and what it shares with them make it whole', () => {
    fc.assert(
      fc.property(periods, periods, (whole, holes) => {
        const parts = [...subtractPeriods(whole, holes), ...intersectPeriods(whole, holes)];
        expect(unionPeriods(parts)).toEqual(unionPeriods(whole));
      }),
    );
  });

  it('are not changed by what works on them', () => {
    const list = Object.freeze([Object.freeze({ from: 5, to: 9 }), Object.freeze({ from: 1, to: 6 })]);
    expect(unionPeriods(list)).toEqual([{ from: 1, to: 9 }]);
    expect(list[0]).toEqual({ from: 5, to: 9 });
  });
});

describe('instants as text', () => {
  it('show milliseconds only where there are some, and always UTC', () => {
    expect(formatInstant(Date.UTC(2026, 9, 20, 2, 13, 7))).toBe('2026-10-20T02:13:07Z');
    expect(formatInstant(Date.UTC(2026, 9, 20, 2, 13, 7, 40))).toBe('2026-10-20T02:13:07.040Z');
    expect(formatMinute(Date.UTC(2026, 9, 20, 2, 13, 59, 999))).toBe('2026-10-20 02:13Z');
  });

  it('read back as the same instant', () => {
    const instant = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) });
    fc.assert(fc.property(instant, (at) => void expect(Date.parse(formatInstant(at))).toBe(at)));
  });
});
