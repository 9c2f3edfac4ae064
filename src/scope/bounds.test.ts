import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../base/time.ts';
import type { AccessRecord } from '../model/record.ts';
import {
  access,
  coverage,
  finding,
  HOME,
  JUMP,
  PERIOD,
  type ScopeWorld,
  SIZE,
  START,
  scopeOf,
  world,
} from './fixture.ts';

// Random intrusions into a store, random loss of its access log: the bounds must hold what truly happened.

/** What the intruder did in one access; hidden deeds look like the account's daily work. */
const deed = fc.record({
  minute: fc.integer({ min: 0, max: 30 * 24 * 60 - 1 }),
  hidden: fc.boolean(),
  persons: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 8 }),
  named: fc.boolean(),
  extra: fc.nat({ max: 500 }),
  silent: fc.boolean(),
});
const worlds = fc.record({
  deeds: fc.array(deed, { maxLength: 12 }),
  honest: fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 8 }),
  holes: fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 29 }), hours: fc.integer({ min: 1, max: 72 }) }),
    {
      maxLength: 3,
    },
  ),
  firstSign: fc.integer({ min: 0, max: 29 }),
  sized: fc.boolean(),
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;
type Deed = World['deeds'][number];

/** What looks like daily work and comes before every sign no log can tell; the sentences of the bound say so. */
function record({ minute, hidden, named, persons, extra, silent }: Deed, firstSign: number): AccessRecord {
  const at = START + minute * MINUTE;
  return access(0, {
    at: hidden ? Math.max(firstSign, at) : at,
    from: hidden ? HOME : JUMP,
    rows: silent ? null : persons.length + extra,
    ...(named ? { action: 'search', person: true, object: `p${persons[0]}` } : {}),
  });
}

function inputOf({ deeds, honest, holes, firstSign, sized }: World): ScopeWorld {
  const first = START + firstSign * DAY;
  const lost = holes.map(({ day, hours }) => {
    const from = START + day * DAY;
    return { from, to: Math.min(PERIOD.to, from + hours * HOUR) };
  });
  const kept = (a: AccessRecord): boolean => !lost.some((p) => (a.at ?? 0) >= p.from && (a.at ?? 0) < p.to);
  const done = deeds.map((d) => record(d, first)).filter(kept);
  const shown = done.filter((a) => a.from === JUMP).map((a) => a.at ?? 0);
  const entry = { id: 'F-0', subject: 'pe-1', first, last: first, addresses: [] };
  const seen = finding({ first: Math.min(...shown), last: Math.max(...shown) });
  return world({
    accesses: [...done, ...honest.map((day) => access(day + 0.5)).filter(kept)],
    findings: shown.length > 0 ? [finding(entry), seen] : [finding(entry)],
    accessCoverage: new Map([['cdr', coverage(lost)]]),
    register: sized ? [SIZE] : [],
  });
}

/** Each row concerns persons that are counted and, at most, two persons whom nobody else's row concerns. */
function truthOf({ deeds }: World): { rows: number; fewest: number; most: number } {
  const rows = deeds.reduce((sum, d) => sum + d.persons.length + d.extra, 0);
  const fewest = new Set(deeds.flatMap((d) => d.persons)).size;
  return { rows, fewest, most: fewest + 2 * deeds.reduce((sum, d) => sum + d.extra, 0) };
}

const OPEN = Number.POSITIVE_INFINITY;

it('the intruder took no less than the lower and no more than the upper bound', () => {
  const property = fc.property(worlds, (world) => {
    const input = inputOf(world);
    const truth = truthOf(world);
    for (const { records, persons } of scopeOf(input).data.filter((d) => d.dataClass === 'call-metadata')) {
      expect(records.lower).toBeLessThanOrEqual(truth.rows);
      expect(records.upper ?? OPEN).toBeGreaterThanOrEqual(truth.rows);
      expect(persons.lower).toBeLessThanOrEqual(truth.fewest);
      expect(persons.upper ?? OPEN).toBeGreaterThanOrEqual(truth.most);
      expect(records.lower).toBeLessThanOrEqual(records.upper ?? OPEN);
      expect(persons.lower).toBeLessThanOrEqual(persons.upper ?? OPEN);
    }
  });
  fc.assert(property, { numRuns: 400 });
});

it('a system on which the intruder can still be seen is never left out', () => {
  const property = fc.property(worlds, (world) => {
    const input = inputOf(world);
    const scoped = scopeOf(input).data.some((d) => d.system === 'cdr');
    const seen = input.accesses.some((a) => a.from === JUMP);
    expect(scoped || !seen).toBe(true);
  });
  fc.assert(property);
});

it('bounds do not depend on the order in which evidence arrives', () => {
  const shuffled = worlds.map(inputOf).chain((input) =>
    fc.record({
      input: fc.constant(input),
      accesses: fc.shuffledSubarray([...input.accesses], { minLength: input.accesses.length }),
    }),
  );
  const property = fc.property(shuffled, ({ input, accesses }) => {
    const findings = input.findings.toReversed();
    expect(scopeOf({ ...input, accesses, findings })).toEqual(scopeOf(input));
  });
  fc.assert(property);
});
