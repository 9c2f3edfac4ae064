import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinMinuteRuns, MinuteSet } from './minute-set.ts';
import { DAY, MINUTE } from './time.ts';

/** Minutes around a midnight and around 1970, where the words and days of the set end. */
const minute = fc.oneof(
  fc.integer({ min: -3000, max: 3000 }),
  fc.integer({ min: 20_000 * 1440 - 40, max: 20_000 * 1440 + 40 }),
);
const minutes = fc.array(minute, { maxLength: 200 });

function runsOf(list: readonly number[]): number[] {
  const out: number[] = [];
  for (const m of [...new Set(list)].sort((a, b) => a - b)) {
    const n = out.length;
    if (n > 0 && (out[n - 2] as number) + (out[n - 1] as number) === m)
      out[n - 1] = (out[n - 1] as number) + 1;
    else out.push(m, 1);
  }
  return out;
}

function setOf(list: readonly number[], within = 0): MinuteSet {
  const set = new MinuteSet();
  for (const m of list) set.add(m * MINUTE + within);
  return set;
}

describe('MinuteSet', () => {
  it('gives the runs of the minutes that were added, in whatever order and at whatever second', () => {
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: MINUTE - 1 }), (list, within) => {
        expect(setOf(list, within).runs()).toEqual(runsOf(list));
      }),
    );
  });

  it('takes runs as it takes minutes', () => {
    fc.assert(
      fc.property(minutes, (list) => {
        const runs = runsOf(list);
        const set = new MinuteSet();
        for (let i = 0; i < runs.length; i += 2) set.addRun(runs[i] as number, runs[i + 1] as number);
        expect(set.runs()).toEqual(runs);
      }),
    );
  });

  it('refuses new days when it is full, keeps the old ones, and still takes minutes of those', () => {
    const set = new MinuteSet();
    let taken = 0;
    while (taken < 20_000 && set.add(taken * DAY)) taken += 1;
    expect(taken).toBe(10_000);
    expect(set.add(taken * DAY)).toBe(false);
    expect(set.add(5 * DAY + MINUTE)).toBe(true);
    expect(set.runs().slice(8, 14)).toEqual([4 * 1440, 1, 5 * 1440, 2, 6 * 1440, 1]);
  });
});

describe('joining runs', () => {
  it('is the union of the minutes, however they were dealt', () => {
    fc.assert(
      fc.property(fc.array(minutes, { maxLength: 5 }), (lists) => {
        expect(joinMinuteRuns(lists.map(runsOf))).toEqual(runsOf(lists.flat()));
      }),
    );
  });

  it('does not depend on order', () => {
    fc.assert(
      fc.property(fc.array(minutes, { maxLength: 5 }), (lists) => {
        const runs = lists.map(runsOf);
        expect(joinMinuteRuns(runs.toReversed())).toEqual(joinMinuteRuns(runs));
      }),
    );
  });
});
