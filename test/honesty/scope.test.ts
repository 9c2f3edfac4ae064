import { expect, it } from 'vitest';
import type { Bounds } from '../../src/model/scope.ts';
import { access, coverage, finding, JUMP, SIZE, scopeOf, world } from '../../src/scope/fixture.ts';

/** Bounds of the call records when the access log is as given. */
function bounds(log: Partial<ReturnType<typeof coverage>>): Bounds | undefined {
  const read = access(2, { from: JUMP, rows: 10 });
  const seen = finding({ first: read.at, last: read.at });
  const accessCoverage = new Map([['cdr', { ...coverage([]), ...log }]]);
  const scope = scopeOf(world({ accesses: [read], findings: [seen], accessCoverage, register: [SIZE] }));
  return scope.data.find((d) => d.dataClass === 'call-metadata')?.records;
}

it('accesses in lines that could not be read took nothing', () => {
  const whole = bounds({})?.upper ?? 0;
  expect(whole).toBe(10);
  expect(bounds({ unread: 3 })?.upper).toBeGreaterThan(whole);
  expect(bounds({ untimed: 3 })?.upper).toBeGreaterThan(whole);
});
