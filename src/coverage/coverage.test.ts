import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, totalLength } from '../base/time.ts';
import type { EvidenceKind } from '../model/evidence.ts';
import { DAYS_10, START, steady, track, windows } from './fixture.ts';
import { coverKind, sequenceGaps } from './index.ts';
import { LEAST_SILENCE, rhythmOf } from './rhythm.ts';

describe('what a stream shows', () => {
  it('is everything when it speaks in its rhythm throughout', () => {
    const coverage = coverKind('syslog', [track(steady(0, 10, 5 * MINUTE))], DAYS_10);
    expect(coverage.blind).toEqual([]);
    expect(coverage.seen).toEqual([DAYS_10]);
  });

  it('begins late, falls silent, and ends early', () => {
    const times = [...steady(2, 5, 5 * MINUTE), ...steady(6, 9, 5 * MINUTE)];
    const coverage = coverKind('syslog', [track(times)], DAYS_10);
    const minute = MINUTE / DAY;
    expect(windows(coverage)).toEqual([
      ['before-first', 0, 2],
      ['silence', 5 - 4 * minute, 6],
      ['after-last', 9 - 4 * minute, 10],
    ]);
    expect(totalLength(coverage.seen)).toBe(6 * DAY - 8 * MINUTE);
  });

  it('judges silence by the own rhythm of the device: an hour is nothing to one and blindness to another', () => {
    const gap = 3 * HOUR;
    const chatty = track([...steady(0, 4, MINUTE), ...steady(4 + gap / DAY, 10, MINUTE)]);
    const calm = track([...steady(0, 4, 2 * HOUR), ...steady(4 + gap / DAY, 10, 2 * HOUR)]);
    expect(coverKind('syslog', [chatty], DAYS_10).blind.map((b) => b.reason)).toEqual(['silence']);
    expect(coverKind('syslog', [calm], DAYS_10).blind).toEqual([]);
  });

  it('is nothing without evidence, and nothing when no time can be used', () => {
    expect(windows(coverKind('syslog', [], DAYS_10))).toEqual([['no-evidence', 0, 10]]);
    const untimed = track([], { count: 9, untimed: 9 });
    expect(windows(coverKind('syslog', [untimed], DAYS_10))).toEqual([['no-time', 0, 10]]);
    expect(coverKind('syslog', [untimed], DAYS_10).seen).toEqual([]);
  });

  it('ends at the edges of the period, however far the evidence goes', () => {
    const coverage = coverKind('syslog', [track(steady(-5, 15, 5 * MINUTE))], DAYS_10);
    expect(coverage.seen).toEqual([DAYS_10]);
    const before = coverKind('syslog', [track(steady(-5, -1, 5 * MINUTE))], DAYS_10);
    expect(before.seen).toEqual([]);
  });
});

describe('snapshots', () => {
  it.each(['config', 'state', 'inventory', 'file'] as EvidenceKind[])(
    '%s show instants and never a stretch',
    (kind) => {
      const instants = [START + DAY, START];
      const coverage = coverKind(
        kind,
        [track(instants, { kind, instants }), track(instants, { kind, instants })],
        DAYS_10,
      );
      expect(coverage).toMatchObject({ seen: [], blind: [], rhythm: null, instants: [START, START + DAY] });
    },
  );
});

describe('the rhythm of a stream', () => {
  it('is three times its usual longest pause, never under fifteen minutes nor above four days', () => {
    const runs = (step: number, n: number): number[] =>
      Array.from({ length: n }, (_, i) => [i * step, 1]).flat();
    expect(rhythmOf(runs(2, 50))).toBe(LEAST_SILENCE);
    expect(rhythmOf(runs(60, 50))).toBe(3 * HOUR);
    expect(rhythmOf(runs(3 * 1440, 50))).toBe(4 * DAY);
  });

  it('is not spoiled by one outage', () => {
    const pauses = [...Array.from({ length: 300 }, (_, i) => i * 10), 300 * 10 + 5000];
    expect(rhythmOf(pauses.flatMap((m) => [m, 1]))).toBe(30 * MINUTE);
  });

  it('is not spoiled by one outage among few pauses, nor by outages of a stream that speaks every minute', () => {
    const few = [...Array.from({ length: 25 }, (_, i) => i * 10), 25 * 10 + 5000];
    expect(rhythmOf(few.flatMap((m) => [m, 1]))).toBe(30 * MINUTE);
    expect(rhythmOf([0, 600, 1000, 600, 1900, 600])).toBe(LEAST_SILENCE);
    expect(rhythmOf([0, 60, 1440, 60, 2880, 60])).toBeNull();
  });

  it('is unknown for few messages, but one unbroken stretch has one', () => {
    expect(rhythmOf([])).toBeNull();
    expect(rhythmOf([0, 1, 9, 1])).toBeNull();
    expect(rhythmOf([0, 20])).toBeNull();
    expect(rhythmOf([0, 21])).toBe(LEAST_SILENCE);
  });
});

describe('sequence numbers', () => {
  const at = (minute: number): number => START + minute * MINUTE;
  const run = (...[from, to, first, last]: [number, number, number, number]): number[] => [
    from,
    to,
    at(first),
    at(last),
  ];

  it('that jump leave a window with the number of missing messages', () => {
    const gaps = sequenceGaps([[...run(1, 10, 0, 10), ...run(15, 20, 12, 20)]]);
    expect(gaps).toEqual([{ from: at(10), to: at(12), reason: 'sequence-gap', missing: 4 }]);
  });

  it('are whole when the missing ones stand in another file', () => {
    const one = [...run(1, 10, 0, 10), ...run(15, 20, 15, 20)];
    expect(sequenceGaps([one, run(11, 14, 11, 14)])).toEqual([]);
  });

  it('may come twice or out of order', () => {
    const late = [...run(1, 5, 0, 5), ...run(7, 9, 7, 9), ...run(6, 6, 10, 10)];
    expect(sequenceGaps([late, late, run(3, 8, 3, 8)])).toEqual([]);
  });

  it('that begin anew after a restart are no gap', () => {
    expect(sequenceGaps([[...run(5000, 5100, 0, 10), ...run(1, 50, 12, 20)]])).toEqual([]);
  });

  it('still show a gap before and after a restart', () => {
    const gaps = sequenceGaps([
      [...run(5000, 5010, 0, 10), ...run(5020, 5030, 12, 20), ...run(1, 10, 30, 40), ...run(13, 20, 42, 50)],
    ]);
    expect(gaps.map((g) => g.missing)).toEqual([9, 2]);
  });

  it('that leap by more than a million are another counter, not loss', () => {
    expect(sequenceGaps([[...run(1, 10, 0, 10), ...run(5_000_000, 5_000_005, 12, 20)]])).toEqual([]);
  });

  it('make the stretch blind that lies between, also when it is shorter than a minute', () => {
    const sequences = [1, 10, at(0), at(10) + 7000, 15, 900, at(10) + 7000, at(9 * 1440)];
    const coverage = coverKind('syslog', [track(steady(0, 10, MINUTE), { sequences })], DAYS_10);
    expect(coverage.blind).toEqual([
      { from: at(10) + 7000, to: at(10) + 7000, reason: 'sequence-gap', missing: 4 },
    ]);
    expect(coverage.seen).toHaveLength(2);
  });

  it('outside the period say nothing of it', () => {
    const sequences = [...run(1, 10, -900, -800), ...run(50, 60, -700, -600)];
    expect(coverKind('syslog', [track(steady(0, 10, MINUTE), { sequences })], DAYS_10).blind).toEqual([]);
  });
});

describe('clock offsets', () => {
  it('give the median by how often each was seen, over all files', () => {
    const coverage = coverKind(
      'syslog',
      [
        track([START], { clockOffsets: [-3600, 2, 0, 1] }),
        track([START], { clockOffsets: [-3600, 1, 7, 1] }),
      ],
      DAYS_10,
    );
    expect(coverage.clockOffset).toBe(-3600);
    expect(coverKind('syslog', [track([START])], DAYS_10).clockOffset).toBeNull();
  });
});

describe('tracks of several files', () => {
  const minute = fc.integer({ min: -2000, max: 16_000 });
  const sequenceOf = (times: readonly number[]): number[] =>
    times.flatMap((m, i) => [i + 1, i + 1, START + m * MINUTE, START + m * MINUTE]);

  it('show what one file of all their messages shows, however they were dealt', () => {
    const dealt = fc.array(fc.tuple(minute, fc.integer({ min: 0, max: 2 })), {
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(dealt, (messages) => {
        const times = messages.map(([m]) => m).sort((a, b) => a - b);
        const all = track(
          times.map((m) => START + m * MINUTE),
          { sequences: sequenceOf(times) },
        );
        const files = [0, 1, 2].map((file) => {
          const own = messages.map(([m, f], i) => ({ m, f, i })).filter((x) => x.f === file);
          const sorted = own.map((x) => x.m).sort((a, b) => a - b);
          const numbers = sorted.flatMap((m) => {
            const n = times.indexOf(m) + 1;
            return [n, n, START + m * MINUTE, START + m * MINUTE];
          });
          return track(
            sorted.map((m) => START + m * MINUTE),
            { sequences: numbers },
          );
        });
        const whole = coverKind('syslog', [all], DAYS_10);
        const joined = coverKind('syslog', files.toReversed(), DAYS_10);
        expect({
          ...joined,
          blind: joined.blind.filter((b) => b.reason !== 'sequence-gap'),
          seen: [],
        }).toEqual({
          ...whole,
          blind: whole.blind.filter((b) => b.reason !== 'sequence-gap'),
          seen: [],
        });
      }),
    );
  });

  it('show the same in whatever order they come', () => {
    const lists = fc.array(fc.array(minute, { maxLength: 40 }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, (files) => {
        const tracks = files.map((list, i) =>
          track(
            list.map((m) => START + m * MINUTE),
            { evidence: `e${i}`, sequences: sequenceOf(list) },
          ),
        );
        expect(coverKind('syslog', tracks.toReversed(), DAYS_10)).toEqual(
          coverKind('syslog', tracks, DAYS_10),
        );
      }),
    );
  });

  it('never call a stretch seen that they call blind, and leave no stretch out', () => {
    const lists = fc.array(fc.array(minute, { maxLength: 60 }), { maxLength: 3 });
    fc.assert(
      fc.property(lists, (files) => {
        const tracks = files.map((list) =>
          track(
            list.map((m) => START + m * MINUTE),
            { sequences: sequenceOf(list) },
          ),
        );
        const { seen, blind } = coverKind('syslog', tracks, DAYS_10);
        const dark = blind.map((b) => ({ from: b.from, to: Math.max(b.to, b.from + 1) }));
        const within = dark.map((b) => ({ from: b.from, to: Math.min(b.to, DAYS_10.to) }));
        expect(totalLength(seen) + totalLength(within)).toBe(10 * DAY);
        expect(totalLength([...seen, ...within])).toBe(10 * DAY);
      }),
    );
  });
});
