import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../base/time.ts';
import type { CoverageTrack } from '../../model/coverage.ts';
import { judgedPeriod } from './period.ts';

const ANCHOR = Date.UTC(2026, 10, 22);
const NONE = { since: null, until: null };
const track = (
  kind: CoverageTrack['kind'],
  first: number | null,
  last: number | null = first,
): CoverageTrack => ({ kind, first, last }) as CoverageTrack;
const at = (day: number, ms = 0): number => Date.UTC(2026, 9, day) + ms;

describe('the period that is judged', () => {
  it('goes from the first to the end of the last minute that any stream shows', () => {
    const tracks = [
      track('syslog', at(5, 30_500), at(7)),
      track('flow', at(6), at(9, 61_000)),
      track('config', at(1)),
    ];
    expect(judgedPeriod(tracks, NONE, ANCHOR)).toEqual({ from: at(5), to: at(9, 120_000) });
  });

  it('is the span of the snapshots when there is no stream', () => {
    expect(judgedPeriod([track('config', at(1)), track('config', at(8))], NONE, ANCHOR)).toEqual({
      from: at(1),
      to: at(8, 60_000),
    });
  });

  it('is what was asked for, also beyond the evidence', () => {
    const asked = { since: at(1), until: at(30) };
    expect(judgedPeriod([track('syslog', at(5), at(7))], asked, ANCHOR)).toEqual({ from: at(1), to: at(30) });
  });

  it('is not stretched by clocks that are unset or in the future', () => {
    const tracks = [
      track('syslog', at(5), at(7)),
      track('syslog', Date.UTC(1993, 2, 1), at(6)),
      track('syslog', at(6), ANCHOR + 3 * DAY),
    ];
    expect(judgedPeriod(tracks, NONE, ANCHOR)).toEqual({ from: at(5), to: at(7, 60_000) });
  });

  it('takes a clock that is a few hours ahead', () => {
    expect(judgedPeriod([track('syslog', at(5), ANCHOR + 5 * HOUR)], NONE, ANCHOR).to).toBe(
      ANCHOR + 5 * HOUR + 60_000,
    );
  });

  it('has no length when nothing carries a time, and never a negative one', () => {
    expect(judgedPeriod([], NONE, ANCHOR)).toEqual({ from: ANCHOR, to: ANCHOR });
    expect(judgedPeriod([track('syslog', null)], NONE, ANCHOR)).toEqual({ from: ANCHOR, to: ANCHOR });
    const late = judgedPeriod([track('syslog', at(5))], { since: at(20), until: null }, ANCHOR);
    expect(late.to - late.from).toBe(0);
  });
});
