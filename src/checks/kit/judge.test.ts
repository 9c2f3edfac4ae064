import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Period, subtractPeriods, totalLength } from '../../base/time.ts';
import type { KindCoverage } from '../../model/coverage.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { Hit, Reason, Verdict } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import type { Check, Way } from './contract.ts';
import { someFacts, someView } from './fixture.ts';
import { judge } from './judge.ts';

const WHOLE: Period = { from: 0, to: 1000 };
const CONFIG: Way = { kinds: ['config'], areas: ['users'], over: 'snapshot' };
const SYSLOG: Way = { kinds: ['syslog'], over: 'period' };
const ACCOUNTING: Way = { kinds: ['accounting'], over: 'period' };
const TWO: Way = { kinds: ['config'], areas: ['users'], over: 'snapshot', snapshots: 2 };
const HIT = { key: 'k', title: 't' } as Hit;

interface Sight {
  readonly seen?: readonly Period[];
  readonly count?: number;
  readonly untimed?: number;
  readonly unread?: number;
}

function coverage(kind: EvidenceKind, sight: Sight | undefined, period: Period): KindCoverage {
  const { seen = [period], count = 10, untimed = 0, unread = 0 } = sight ?? { seen: [], count: 0 };
  const blind = subtractPeriods([period], seen).map((p) => ({
    ...p,
    reason: 'silence' as const,
    missing: null,
  }));
  const rest = { first: 0, last: 1000, instants: [], rhythm: 1, clockOffset: null, evidence: [] };
  return { kind, seen, count, untimed, unread, blind, ...rest };
}

/** A configuration of which users were read. */
function config(more: Partial<DeviceFacts> = {}): DeviceFacts {
  return someFacts({ areas: ['users'], unread: [], takenAt: 500, ...more });
}

function viewOf(
  sights: Readonly<Record<string, Sight>>,
  configs: readonly DeviceFacts[] = [],
  period: Period = WHOLE,
): DeviceView {
  const known = (kind: EvidenceKind): KindCoverage => coverage(kind, sights[kind], period);
  return { ...someView({ configs }), period, coverage: known, ownCoverage: known };
}

function checkOf(needs: readonly Way[], more: Partial<Check> = {}): Check {
  return { id: 'some-check', needs, selects: [], ...more } as Check;
}

function told(needs: readonly Way[], view: DeviceView, more: Partial<Check> = {}): Verdict {
  return judge(checkOf(needs, more), view, []);
}

const codes = (verdict: Verdict): string[] => verdict.reasons.map((r) => r.code);

describe('a system that is not read', () => {
  it('is named, and not said to be cut off', () => {
    const facts = config({ areas: [], complete: false, vendor: 'f5', platform: 'big-ip' });
    const verdict = told([CONFIG], viewOf({ config: {} }, [facts]));
    expect(verdict.answer).toBe('cannot-tell');
    expect(codes(verdict)).toEqual(['platform-unknown']);
    expect(verdict.reasons[0]?.text).toContain('f5 big-ip');
  });
});

describe('clear', () => {
  it('is given when one way of answering could see all of the period', () => {
    expect(told([SYSLOG], viewOf({ syslog: {} }))).toMatchObject({
      answer: 'clear',
      clear: [WHOLE],
      blind: [],
    });
    expect(told([CONFIG, SYSLOG], viewOf({ syslog: {} })).answer).toBe('clear');
  });

  it('is given at the instants of whole configurations', () => {
    const verdict = told([CONFIG], viewOf({}, [config({ takenAt: 700 }), config({ takenAt: 300 })]));
    expect(verdict.answer).toBe('clear');
    expect(verdict.clear).toEqual([
      { from: 300, to: 300 },
      { from: 700, to: 700 },
    ]);
  });

  it('is given when two ways share the period between them', () => {
    const view = viewOf({
      syslog: { seen: [{ from: 0, to: 600 }] },
      accounting: { seen: [{ from: 500, to: 1000 }] },
    });
    expect(told([SYSLOG, ACCOUNTING], view).answer).toBe('clear');
  });

  it('is given when what no setting can change rules a hit out', () => {
    const more = { rulesOut: () => 'There is no such server.', rulesOutForGood: true };
    const verdict = told([SYSLOG], viewOf({}, [config()]), more);
    expect(verdict).toMatchObject({ answer: 'clear', clear: [{ from: 500, to: 500 }] });
  });
});

describe('cannot-tell', () => {
  it.each<[string, readonly Way[], DeviceView, string]>([
    ['nothing of that kind', [SYSLOG], viewOf({}), 'no-evidence'],
    ['no configuration', [CONFIG], viewOf({ syslog: {} }), 'no-evidence'],
    ['half of the period', [SYSLOG], viewOf({ syslog: { seen: [{ from: 0, to: 500 }] } }), 'partial-period'],
    ['lines that were not read', [SYSLOG], viewOf({ syslog: { unread: 1 } }), 'unread-lines'],
    ['no line with a time', [SYSLOG], viewOf({ syslog: { seen: [], untimed: 10 } }), 'no-time'],
    ['a configuration that is cut off', [CONFIG], viewOf({}, [config({ complete: false })]), 'truncated'],
    [
      'a platform of which users are not read',
      [CONFIG],
      viewOf({}, [config({ areas: ['aaa'] })]),
      'platform-unknown',
    ],
    [
      'lines of that subject that were not read',
      [CONFIG],
      viewOf({}, [
        config({
          unread: [{ line: 9, lineEnd: 9, text: 'username ?', area: 'users' }] as DeviceFacts['unread'],
        }),
      ]),
      'unread-lines',
    ],
    ['one configuration where two are needed', [TWO], viewOf({}, [config()]), 'needs-two-snapshots'],
    [
      'one of two configurations that is cut off',
      [TWO],
      viewOf({}, [config(), config({ complete: false })]),
      'truncated',
    ],
    ['a period without length', [SYSLOG], viewOf({ syslog: {} }, [], { from: 5, to: 5 }), 'partial-period'],
  ])('is the answer for %s', (_what, needs, view, code) => {
    const verdict = told(needs, view);
    expect(verdict.answer).toBe('cannot-tell');
    expect(codes(verdict)).toContain(code);
    for (const reason of verdict.reasons) expect([reason.text, reason.cheapest]).not.toContain('');
  });

  it('is the answer when one of two kinds that are needed together is missing, in either order', () => {
    for (const kinds of [
      ['syslog', 'accounting'],
      ['accounting', 'syslog'],
      ['config', 'syslog'],
      ['syslog', 'config'],
    ] as EvidenceKind[][]) {
      const verdict = told([{ kinds, over: 'period', areas: ['users'] }], viewOf({ syslog: {} }));
      expect(verdict).toMatchObject({ answer: 'cannot-tell', clear: [], blind: [WHOLE] });
    }
  });

  it('keeps what could be seen, and draws the rest as blind', () => {
    const verdict = told([SYSLOG], viewOf({ syslog: { seen: [{ from: 200, to: 600 }] } }));
    expect(verdict.clear).toEqual([{ from: 200, to: 600 }]);
    expect(verdict.blind).toEqual([
      { from: 0, to: 200 },
      { from: 600, to: 1000 },
    ]);
  });

  it('is not lifted by unread lines elsewhere, and those elsewhere do not cause it', () => {
    const unread = [{ line: 9, lineEnd: 9, text: 'ip http ?', area: 'services' }] as DeviceFacts['unread'];
    expect(told([CONFIG], viewOf({}, [config({ unread })])).answer).toBe('clear');
  });

  it('tells of the way that came nearest, not of all at once', () => {
    const view = viewOf({ syslog: { seen: [{ from: 0, to: 900 }] } });
    expect(codes(told([ACCOUNTING, SYSLOG, CONFIG], view))).toEqual(['partial-period']);
  });
});

describe('limits', () => {
  const limit = (periods: readonly Period[]): Reason => ({
    code: 'not-configured-to-log',
    text: 'It is not set to.',
    cheapest: 'Set it.',
    kinds: ['syslog'],
    periods,
  });

  it('of all time leave nothing clear', () => {
    const verdict = told([SYSLOG], viewOf({ syslog: {} }), { limits: () => [limit([])] });
    expect(verdict).toMatchObject({ answer: 'cannot-tell', clear: [] });
    expect(codes(verdict)[0]).toBe('not-configured-to-log');
  });

  it('of a stretch leave the rest clear, but no instant within it', () => {
    const stretch = { from: 400, to: 600 };
    const view = viewOf({ syslog: {} }, [config({ takenAt: 500 }), config({ takenAt: 700 })]);
    const verdict = told([SYSLOG, CONFIG], view, { limits: () => [limit([stretch])] });
    expect(verdict.answer).toBe('cannot-tell');
    expect(verdict.blind).toEqual([stretch]);
    expect(verdict.clear).toEqual([
      { from: 0, to: 400 },
      { from: 600, to: 1000 },
      { from: 700, to: 700 },
    ]);
  });
});

describe('a hit', () => {
  it('is a hit whatever could be seen, with what could not be seen beside it', () => {
    const verdict = judge(checkOf([SYSLOG]), viewOf({ syslog: { seen: [{ from: 0, to: 400 }] } }), [HIT]);
    expect(verdict).toMatchObject({
      answer: 'hit',
      clear: [],
      blind: [{ from: 400, to: 1000 }],
      reasons: [],
    });
    expect(judge(checkOf([SYSLOG], { rulesOut: () => 'off' }), viewOf({}), [HIT]).answer).toBe('hit');
  });
});

describe('whatever the evidence', () => {
  const period = fc
    .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))
    .map(([a, b]) => ({ from: Math.min(a, b) * 100, to: Math.max(a, b) * 100 }));
  const sight = fc.record({
    seen: fc.array(period, { maxLength: 3 }),
    count: fc.constantFrom(0, 5),
    unread: fc.constantFrom(0, 0, 3),
  });
  const snapshot = fc
    .record({
      complete: fc.boolean(),
      areas: fc.constantFrom(['users'], ['aaa']),
      takenAt: fc.constantFrom(null, 0, 300, 700),
    })
    .map((parts) => config(parts as Partial<DeviceFacts>));
  const evidence = fc.record({
    syslog: sight,
    accounting: sight,
    configs: fc.array(snapshot, { maxLength: 3 }),
  });
  const ways = fc.subarray(
    [SYSLOG, ACCOUNTING, CONFIG, TWO, { kinds: ['syslog', 'accounting'], over: 'period' } as Way],
    { minLength: 1 },
  );

  const streamSees = (given: {
    seen: readonly Period[];
    count: number;
    unread: number;
  }): readonly Period[] => (given.count > 0 && given.unread === 0 ? given.seen : []);
  const usable = (facts: DeviceFacts): boolean => facts.complete && facts.areas.includes('users');

  it('clear is never given where it was missing, partial, unread or cut off', () => {
    fc.assert(
      fc.property(evidence, ways, ({ configs, ...streams }, needs) => {
        const verdict = told(needs, viewOf(streams, configs));
        const seen = [...streamSees(streams.syslog), ...streamSees(streams.accounting)];
        const dark = subtractPeriods(verdict.clear, seen);
        expect(totalLength(dark)).toBe(0);
        const instants = verdict.clear.filter((p) => p.from === p.to).map((p) => p.from);
        for (const at of instants) expect(configs.some((c) => c.takenAt === at && usable(c))).toBe(true);
        const answered =
          verdict.answer !== 'clear' ||
          totalLength(seen) === 1000 ||
          (configs.length > 0 && configs.every(usable));
        expect(answered).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('cannot-tell always has a reason and a way out; clear has none and is blind nowhere', () => {
    fc.assert(
      fc.property(evidence, ways, ({ configs, ...streams }, needs) => {
        const verdict = told(needs, viewOf(streams, configs));
        expect(verdict.reasons.length > 0).toBe(verdict.answer === 'cannot-tell');
        expect(verdict.reasons.length).toBeLessThanOrEqual(6);
        expect(verdict.answer === 'clear' ? verdict.blind : []).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('more evidence never makes a clear stretch dark', () => {
    fc.assert(
      fc.property(
        evidence,
        ways,
        fc.array(period, { maxLength: 2 }),
        ({ configs, ...streams }, needs, more) => {
          const before = told(needs, viewOf(streams, configs));
          const syslog = { ...streams.syslog, seen: [...streams.syslog.seen, ...more] };
          const after = told(needs, viewOf({ ...streams, syslog }, configs));
          expect(totalLength(subtractPeriods(before.clear, after.clear))).toBe(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
