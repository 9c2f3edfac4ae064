import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../base/time.ts';
import { daysOf, isOffSchedule, isRoutine } from './access.ts';

const at = (...times: number[]): { at: number }[] => times.map((t) => ({ at: t }));

describe('routine', () => {
  it('is what happens on five days, not five times', () => {
    expect(isRoutine(at(0, DAY, 2 * DAY, 3 * DAY, 4 * DAY))).toBe(true);
    expect(isRoutine(at(0, 1, 2, 3, 4, DAY))).toBe(false);
    expect(daysOf(at(0, 1, DAY))).toBe(2);
  });
});

describe('isOffSchedule', () => {
  it('allows the hour beside, also around midnight', () => {
    expect(isOffSchedule(23.5 * HOUR, at(DAY))).toBe(false);
    expect(isOffSchedule(3 * HOUR, at(HOUR))).toBe(true);
    expect(isOffSchedule(3 * HOUR, [])).toBe(false);
  });
});
