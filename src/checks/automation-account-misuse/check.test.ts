import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCases } from '../../../test/harness/run-cases.ts';
import { DAY, HOUR, MINUTE } from '../../base/time.ts';
import { fitsSchedule, Habits, readSchedule } from './schedule.ts';
import { type Deed, sessionsOf, usualAddresses } from './sessions.ts';

runCases(import.meta.dirname);

const SUNDAY = Date.UTC(2026, 9, 18);

describe('readSchedule', () => {
  it.each([
    ['daily 02:00Z', { every: 'day', minute: 120, weekday: null }],
    ['Nightly at 1:30 UTC, all routers', { every: 'day', minute: 90, weekday: null }],
    ['weekly on Sunday 03:00Z', { every: 'week', minute: 180, weekday: 0 }],
    ['hourly', { every: 'hour', minute: 0, weekday: null }],
    ['daily 25:00', null],
    ['when it suits', null],
    [null, null],
  ])('%s', (note, schedule) => {
    expect(readSchedule(note)).toEqual(schedule);
  });
});

describe('fitsSchedule', () => {
  it('holds on every day alike, over midnight too', () => {
    fc.assert(
      fc.property(fc.nat(1439), fc.integer({ min: -15, max: 89 }), fc.nat(300), (minute, late, day) => {
        const schedule = { every: 'day', minute, weekday: null } as const;
        const at = SUNDAY + day * DAY + (minute + late) * MINUTE;
        expect(fitsSchedule(at, schedule)).toBe(true);
        expect(fitsSchedule(at + 6 * HOUR, schedule)).toBe(false);
      }),
    );
  });

  it('asks for the day of a weekly one, even when it runs past midnight', () => {
    const schedule = { every: 'week', minute: 23 * 60 + 30, weekday: 0 } as const;
    expect(fitsSchedule(SUNDAY + DAY + 10 * MINUTE, schedule)).toBe(true);
    expect(fitsSchedule(SUNDAY + 2 * DAY + 10 * MINUTE, schedule)).toBe(false);
  });
});

describe('Habits', () => {
  const nights = Array.from({ length: 10 }, (_, i) => SUNDAY + i * DAY + 4 * HOUR + i * MINUTE);

  it('learns a time of day, and does not learn from the session itself', () => {
    const habits = new Habits([...nights, SUNDAY + 3 * DAY + 11 * HOUR]);
    expect(habits.isUsual(SUNDAY + 20 * DAY + 4 * HOUR)).toBe(true);
    expect(habits.isUsual(SUNDAY + 3 * DAY + 11 * HOUR)).toBe(false);
  });

  it('learns nothing from two days', () => {
    expect(new Habits(nights.slice(0, 2)).isUsual(nights[0] ?? 0)).toBe(false);
  });
});

describe('sessionsOf', () => {
  const deed = (at: number, from: string | null): Deed => ({
    account: 'rancid',
    from,
    at,
    record: {} as Deed['record'],
    changes: false,
    service: false,
    sentTo: null,
  });

  it('parts by pause and by address; what has no address joins the session that runs', () => {
    const deeds = [
      deed(0, '10.0.0.1'),
      deed(MINUTE, null),
      deed(2 * MINUTE, '10.0.0.2'),
      deed(HOUR, '10.0.0.1'),
    ];
    expect(sessionsOf(deeds).map((s) => [s.from, s.deeds.length])).toEqual([
      ['10.0.0.1', 2],
      ['10.0.0.2', 1],
      ['10.0.0.1', 1],
    ]);
  });

  it('calls an address usual only after three days', () => {
    const days = (n: number): ReadonlySet<string> =>
      usualAddresses(sessionsOf(Array.from({ length: n }, (_, i) => deed(i * DAY, '10.0.0.1'))));
    expect([days(2).size, days(3).size]).toEqual([0, 1]);
  });
});
