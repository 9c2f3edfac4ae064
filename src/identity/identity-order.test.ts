import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Identity, identify } from './index.ts';
import { snapshot } from './snapshot-fixture.ts';

describe('identity', () => {
  const name = fc.constantFrom('pe-01', 'pe-02', 'Router', 'ce-a');
  const address = fc.constantFrom('192.0.2.1', '192.0.2.2', '10.0.0.1', '10.0.0.2', '127.0.0.1');
  const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });
  const facts = fc
    .array(
      fc.record({
        name: maybe(name),
        serial: maybe(fc.constantFrom('A', 'B')),
        addresses: fc.uniqueArray(address, { maxLength: 2 }),
      }),
      { maxLength: 5 },
    )
    .map((list) => list.map((s, i) => snapshot({ ...s, evidence: `e${i}` })));
  const origin = fc.oneof(
    name.map((n) => `name:${n.toLowerCase()}`),
    address.map((a) => `addr:${a}`),
    fc.constantFrom('serial:A', 'serial:B', 'addr:10.3.3.3'),
  );
  const ties = fc.array(
    fc.record({
      origins: fc.uniqueArray(origin, { minLength: 1, maxLength: 3 }),
      because: fc.constantFrom('x', 'y'),
      inventoried: fc.boolean(),
    }),
    { maxLength: 5 },
  );
  const input = fc.record({ facts, ties, origins: fc.uniqueArray(origin, { maxLength: 4 }) });
  const plain = (found: Identity): unknown => ({
    devices: [...found.devices].sort((a, b) => (a.id < b.id ? -1 : 1)),
    deviceOf: Object.fromEntries(found.deviceOf),
    snapshots: Object.fromEntries(
      [...found.snapshotsOf].map(([id, list]) => [id, list.map((s) => s.evidence).sort()]),
    ),
    ambiguous: found.ambiguous,
  });

  it('gives every origin exactly one device, and no two devices one id', () => {
    fc.assert(
      fc.property(input, (given) => {
        const found = identify(given);
        const owned = found.devices.flatMap((d) => d.origins);
        expect(new Set(owned).size).toBe(owned.length);
        expect(new Set(found.devices.map((d) => d.id)).size).toBe(found.devices.length);
        for (const o of given.origins) expect(found.deviceOf.has(o)).toBe(true);
        expect([...found.snapshotsOf.values()].flat()).toHaveLength(given.facts.length);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which evidence came', () => {
    const shuffled = input.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray([...given.facts], { minLength: given.facts.length }),
        fc.shuffledSubarray([...given.origins], { minLength: given.origins.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, otherFacts, origins]) => {
        // Ties come from the store in the order of their text, whatever the order of arrival.
        expect(plain(identify({ ...given, facts: otherFacts, origins }))).toEqual(plain(identify(given)));
      }),
      { numRuns: 500 },
    );
  });
});
