import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/verdict.ts';
import { compareTimes, worstFirst } from './rank.ts';

const anyFinding = fc.record({
  severity: fc.constantFrom('info', 'low', 'medium', 'high', 'critical'),
  confidence: fc.constantFrom('low', 'medium', 'high'),
  class: fc.constantFrom('compromise', 'contradiction', 'indicator', 'supply-chain', 'weakness'),
  first: fc.option(fc.nat({ max: 3 })),
  check: fc.constantFrom('a', 'b'),
  subject: fc.constantFrom('x', 'y'),
  key: fc.constantFrom('k', 'l'),
  suppressed: fc.constantFrom(null, { by: 'a', why: 'b', until: null }),
}) as unknown as fc.Arbitrary<Finding>;

function order(...list: Partial<Finding>[]): number[] {
  const base = {
    severity: 'high',
    confidence: 'high',
    class: 'compromise',
    first: 5,
    suppressed: null,
  } as const;
  const names = { check: 'a', subject: 'x', key: 'k' };
  const full = list.map((f, i) => ({ place: i, finding: { ...base, ...names, ...f } as Finding }));
  return full.sort((a, b) => worstFirst(a.finding, b.finding)).map((f) => f.place);
}

describe('which finding is read first', () => {
  it('is the worse one, even if it is less sure', () => {
    expect(order({ severity: 'high' }, { severity: 'critical', confidence: 'low' })).toEqual([1, 0]);
  });

  it('is the surer one of two equally bad', () => {
    expect(order({ confidence: 'low' }, {})).toEqual([1, 0]);
  });

  it('is the sign of compromise before the open door', () => {
    expect(order({ class: 'weakness' }, { class: 'indicator' }, {})).toEqual([2, 1, 0]);
  });

  it('is the earlier one, and one without a time comes after', () => {
    expect(order({ first: null }, { first: 9 }, { first: 2 })).toEqual([2, 1, 0]);
    expect([compareTimes(null, null), compareTimes(1, 1)]).toEqual([0, 0]);
  });

  it('is never one that a person set aside', () => {
    expect(
      order({ severity: 'critical', suppressed: { by: 'a', why: 'b', until: null } }, { severity: 'info' }),
    ).toEqual([1, 0]);
  });

  it('does not depend on where it stood before: the order is total', () => {
    const triple = fc.tuple(anyFinding, anyFinding, anyFinding);
    fc.assert(
      fc.property(triple, ([a, b, c]) => {
        expect(Math.sign(worstFirst(a, b)) + Math.sign(worstFirst(b, a))).toBe(0);
        const chain = worstFirst(a, b) <= 0 && worstFirst(b, c) <= 0;
        expect(chain && worstFirst(a, c) > 0).toBe(false);
      }),
    );
  });
});
