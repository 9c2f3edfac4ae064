import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, totalLength } from '../base/time.ts';
import type { CoverageTrack, KindCoverage } from '../model/coverage.ts';
import { DAYS_10, START, steady, track, windows } from './fixture.ts';
import { coverKind, joinRuns, sequenceGaps } from './index.ts';

describe('sparse streams', () => {
  const on = (...days: readonly number[]): KindCoverage =>
    coverKind('syslog', [track(days.map((day) => START + day * DAY))], DAYS_10);
  const daily = [0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5];

  it('one line speaks for a quarter of an hour around it and no more', () => {
    expect(totalLength(on(5).seen)).toBe(MINUTE);
    const near = { from: START + 5 * DAY - 10 * MINUTE, to: START + 5 * DAY + 10 * MINUTE };
    expect(coverKind('syslog', [track([START + 5 * DAY])], near).seen).toEqual([near]);
  });

  it('a few lines speak for half a day each, so that no day without a line is seen', () => {
    const coverage = on(0, 0.4, 0.8, 5, 9.5);
    expect(coverage.rhythm).toBeNull();
    expect(windows(coverage).map(([reason]) => reason)).toEqual(['silence', 'silence']);
    expect(coverage.blind.every((b) => b.to - b.from > 12 * HOUR)).toBe(true);
  });

  it('a line a day is a rhythm after six days: one day that is missing is nothing, three are', () => {
    expect(on(...daily.slice(0, 5)).rhythm).toBeNull();
    expect(on(...daily).blind).toEqual([]);
    expect(on(...daily.filter((day) => day !== 4.5)).blind).toEqual([]);
    const holed = on(...daily.filter((day) => day < 4 || day > 7));
    expect(holed.blind.map((b) => b.reason)).toEqual(['silence']);
  });

  it('a line an hour makes an outage of five hours blind within a day', () => {
    const day = { from: START, to: START + DAY };
    const hours = steady(0, 1, HOUR).filter((_, hour) => hour < 8 || hour > 12);
    expect(coverKind('syslog', [track(hours)], day).blind.map((b) => b.reason)).toEqual(['silence']);
  });

  it('bursts have the rhythm of what lies between them, not of their lines', () => {
    const bursts = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75].flatMap((day) =>
      steady(day, day + 0.003, MINUTE),
    );
    const two = { from: START, to: START + 2 * DAY };
    expect(coverKind('syslog', [track(bursts)], two).blind).toEqual([]);
    const cut = bursts.filter((at) => at < START + 0.3 * DAY || at > START + 1.4 * DAY);
    expect(coverKind('syslog', [track(cut)], two).blind.map((b) => b.reason)).toContain('silence');
  });
});

describe('what was lost of a stream', () => {
  const hour = START / HOUR;
  const flows = (losses: readonly number[], more: Partial<CoverageTrack> = {}): KindCoverage =>
    coverKind('flow', [track(steady(0, 10, 5 * MINUTE), { kind: 'flow', losses, ...more })], DAYS_10);

  it('makes an hour blind when it is more than one in a hundred', () => {
    expect(flows([hour, 1, 99]).blind).toEqual([]);
    expect(flows([hour, 2, 98, hour + 1, 0, 50]).blind).toEqual([
      { from: START, to: START + HOUR, reason: 'loss', missing: 2 },
    ]);
  });

  it('is added up over all tracks', () => {
    const half = (lost: number, heard: number): CoverageTrack =>
      track(steady(0, 10, 5 * MINUTE), { kind: 'flow', losses: [hour, lost, heard] });
    expect(coverKind('flow', [half(2, 50), half(0, 250)], DAYS_10).blind).toEqual([]);
    expect(coverKind('flow', [half(1, 80), half(1, 80)], DAYS_10).blind).toHaveLength(1);
  });

  it('makes the rest blind where numbers could no longer be followed', () => {
    const cut = START + 4 * DAY;
    const coverage = coverKind('syslog', [track(steady(0, 10, 5 * MINUTE), { sequencesCut: cut })], DAYS_10);
    expect(coverage.blind.map((b) => [b.reason, b.from])).toEqual([['numbers-unclear', cut]]);
    expect(coverage.seen[0]?.to).toBe(cut);
  });
});

describe('joining runs of numbers', () => {
  it('shows the same gaps in fewer runs, whatever the order', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(numbers, (list) => {
        const runs = list.flatMap((n) => [n, n, START + n * MINUTE, START + n * MINUTE]);
        const joined = joinRuns(runs);
        expect(joined.length).toBeLessThanOrEqual(runs.length);
        expect(sequenceGaps([joined])).toEqual(sequenceGaps([runs]));
      }),
    );
  });
});
