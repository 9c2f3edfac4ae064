import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { access, JUMP, scopeOf, world } from './fixture.ts';
import { SystemTally } from './tally.ts';

describe('adding accesses up one by one', () => {
  const rows = fc.constantFrom(null, 0, 1, 7, 2 ** 40, Number.MAX_SAFE_INTEGER);
  const one = fc.record({ rows, object: fc.constantFrom(null, 'p1', 'p2', 'p3'), person: fc.boolean() });

  it('gives the same in any order, however large the numbers', () => {
    const lists = fc
      .array(one, { maxLength: 12 })
      .chain((list) =>
        fc.record({ list: fc.constant(list), other: fc.shuffledSubarray(list, { minLength: list.length }) }),
      );
    const sum = (list: readonly object[]): unknown => {
      const tally = new SystemTally('cdr', 'cdr');
      for (const more of list) tally.take(access(10, more), 'proven');
      return [tally.seen, tally.uncounted, tally.gave, tally.classes().map((c) => c.giving)];
    };
    fc.assert(
      fc.property(lists, ({ list, other }) => {
        expect(sum(other)).toEqual(sum(list));
      }),
    );
  });

  it('keeps who was there, and nothing else of the single accesses', () => {
    const tally = new SystemTally('cdr', 'cdr');
    for (let i = 0; i < 5000; i += 1)
      tally.take(access(10, { actor: i % 2 ? 'ETL' : 'etl', object: `p${i % 3}`, person: true }), 'proven');
    expect([tally.possible, [...tally.actors]]).toEqual([5000, ['etl']]);
    expect(tally.classes()[0]?.giving).toMatchObject({ bulk: 0, single: 5000, persons: 3 });
  });

  it('counts what is only possible above, and never below', () => {
    const tally = new SystemTally('cdr', 'cdr');
    tally.take(access(10, { rows: 40 }), 'possible');
    expect([tally.seen, tally.gave, tally.classes()[0]?.giving.rows]).toEqual([40, 0, 0]);
  });

  it('tells systems of one name and two classes apart', () => {
    const both = [access(10, { from: JUMP }), access(10, { from: JUMP, systemClass: 'crm' })];
    expect(scopeOf(world({ accesses: both })).data.map((d) => d.dataClass)).toEqual([
      'call-metadata',
      'identity',
      'location',
    ]);
  });
});
