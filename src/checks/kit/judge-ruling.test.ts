import { describe, expect, it } from 'vitest';
import { DAY, type Period } from '../../base/time.ts';
import type { KindCoverage } from '../../model/coverage.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check } from './contract.ts';
import { someFacts, someView } from './fixture.ts';
import { judge } from './judge.ts';
import { untimed, untimedReasons, withUntimed } from './untimed.ts';

const MONTHS: Period = { from: 0, to: 80 * DAY };
const CHECK = { id: 'some-check', needs: [{ kinds: ['syslog'], over: 'period' }], selects: [] };

/** What is said where configurations of these days show that the server is off; null: of a time that nobody knows. */
function taken(days: readonly (number | null)[], logged = false): Verdict {
  const configs = days.map((d) => someFacts({ takenAt: d === null ? null : d * DAY }));
  const coverage = (): KindCoverage =>
    ({
      count: logged ? 10 : 0,
      seen: logged ? [MONTHS] : [],
      blind: [],
      unread: 0,
      untimed: 0,
    }) as unknown as KindCoverage;
  const view: DeviceView = { ...someView({ configs }), period: MONTHS, coverage, ownCoverage: coverage };
  return judge({ ...CHECK, rulesOut: () => 'The server is off.' } as unknown as Check, view, []);
}

describe('a setting that rules a hit out', () => {
  it('holds between configurations before, through and after the period', () => {
    expect(taken([-1, 20, 45, 70, 80])).toMatchObject({ answer: 'clear', clear: [MONTHS] });
  });

  it.each<[string, readonly (number | null)[]]>([
    ['one within', [40]],
    ['none before', [1, 30, 60, 81]],
    ['none after', [-1, 20, 50, 79]],
    ['a hole of more than a month', [-1, 20, 60, 81]],
    ['times that nobody knows', [null, null]],
  ])('does not hold with %s', (_what, days) => {
    const verdict = taken(days);
    expect([verdict.answer, ...verdict.reasons.map((r) => r.code)]).toEqual([
      'cannot-tell',
      'partial-period',
    ]);
    expect(verdict.reasons[0]?.text).toContain('The server is off.');
    expect(verdict.clear.every((p) => p.from === p.to)).toBe(true);
  });

  it('is not asked where the stream itself covers the period', () => {
    expect(taken([40], true)).toMatchObject({ answer: 'clear' });
  });
});

describe('records without a time', () => {
  const log = (message: string, parts: object): never =>
    ({
      kind: 'log',
      mnemonic: 'SYS-5-CONFIG_I',
      message,
      text: message,
      at: null,
      timeQuality: 'none',
      count: 2,
      ...parts,
    }) as never;
  const DONE = 'Configured from console by c.eve on vty0 (203.0.113.66)';
  const compares = {
    ...CHECK,
    comparesTimes: true,
    selects: [{ records: ['log'], mnemonics: ['SYS-5-CONFIG_*'] }],
  } as unknown as Check;
  const view = (...records: never[]): DeviceView => someView({ records });

  it('are told of where times are compared, with how many there are', () => {
    const told = untimedReasons(
      compares,
      view(log(DONE, {}), log(DONE, { at: 5, timeQuality: 'clock-unset' })),
    );
    expect(told.map((r) => r.code)).toEqual(['no-time']);
    expect(told[0]?.text).toMatch(/^4 lines .*c\.eve/);
  });

  it('are not told of elsewhere, nor for others, nor for what a device says of its own start', () => {
    expect(untimedReasons(CHECK as unknown as Check, view(log(DONE, {})))).toEqual([]);
    expect(untimed(compares, view(log('up', { mnemonic: 'LINK-3-UPDOWN' })))).toEqual([]);
    expect(untimed(compares, view(log('Configured from memory by console', {})))).toEqual([]);
    expect(untimed(compares, view(log(DONE, { at: 5, timeQuality: 'exact' })))).toEqual([]);
  });

  it('are noted at every hit that they might explain', () => {
    const hits = [{ key: 'k', notes: ['First.'] }] as never;
    expect(withUntimed(compares, view(log(DONE, {})), hits)[0]?.notes).toHaveLength(2);
    expect(withUntimed(compares, view(), hits)).toBe(hits);
  });
});
