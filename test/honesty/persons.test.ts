import { array, assert, constantFrom, integer, property, string, tuple, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessRecord } from '../../src/model/record.ts';
import { countSystem } from '../../src/scope/bounds.ts';
import { SystemTally } from '../../src/scope/tally.ts';
import { csv, MAP, read } from '../../src/sources/access/column-map/own-map.ts';

// Lower bound, truth, upper bound: whoever wrote the numbers, and however.

interface Person {
  readonly country: string;
  readonly own: string;
}

/** All ways to write a number that real exports hold. */
const WAYS: readonly ((person: Person) => string)[] = [
  ({ country, own }) => `+${country} ${own}`,
  ({ country, own }) => `00${country}${own}`,
  ({ country, own }) => `${country}${own}`,
  ({ country, own }) => `+${country} (0)${own}`,
  ({ own }) => `0${own}`,
  ({ own }) => own,
  ({ own }) => `0${own.slice(0, 3)}/${own.slice(3)}`,
];

const own = tuple(
  constantFrom(...'23456789'),
  string({ unit: constantFrom(...'0123456789'), minLength: 6, maxLength: 9 }),
).map((parts) => parts.join(''));
const persons = (...countries: string[]) =>
  uniqueArray(tuple(constantFrom(...countries), own), {
    minLength: 1,
    maxLength: 12,
    selector: (p) => p.join(' '),
  }).map((all) => all.map(([country, own]): Person => ({ country, own })));
const asked = array(tuple(integer({ min: 0, max: 11 }), integer({ min: 0, max: WAYS.length - 1 })), {
  minLength: 1,
  maxLength: 30,
});

/** Every person of the list that was asked for, and what the bounds say of them. */
function bounds(people: readonly Person[], views: readonly (readonly [number, number])[], map: string) {
  const seen = views.map(([who, way]) => ({ person: people[who % people.length]!, way: WAYS[way]! }));
  const rows = seen.map(({ person, way }) => ({ Kind: 'tel', What: way(person), Rows: '1', Ok: '1' }));
  const accesses: readonly AccessRecord[] = read(csv(...rows), map).of('access');
  expect(accesses).toHaveLength(rows.length);
  const system = new SystemTally('crm-one', 'crm');
  for (const access of accesses) system.take(access, 'proven');
  const { holding, giving } = system.classes()[0]!;
  const store = { rows: null, persons: null };
  const count = countSystem({ system, holding, giving, store, unknown: [] });
  return {
    truth: new Set(seen.map(({ person }) => `${person.country} ${person.own}`)).size,
    persons: count.persons,
  };
}

describe('bounds of persons', () => {
  const undeclared = MAP.replace(/national:.*\n/, '');

  it('hold the truth between them however the numbers are written', () => {
    assert(
      property(persons('44', '49', '33', '353'), asked, (people, views) => {
        const { truth, persons } = bounds(people, views, undeclared);
        expect(persons.lower).toBeLessThanOrEqual(truth);
        expect(persons.lower).toBeGreaterThan(0);
        expect(persons.upper).toBeGreaterThanOrEqual(truth);
      }),
      { numRuns: 300 },
    );
  });

  it('count each number once where its country is declared and it is written as at home or as abroad', () => {
    const declared = MAP.replace(/national:.*\n/, 'national: { country: "44" }\n');
    const plain = asked.map((views) => views.filter(([, way]) => ![2, 5].includes(way)));
    assert(
      property(persons('44'), plain, (people, views) => {
        if (views.length === 0) return;
        const { truth, persons } = bounds(people, views, declared);
        expect(persons.lower).toBe(truth);
      }),
      { numRuns: 150 },
    );
  });

  it('are as sharp as before where all numbers name their country', () => {
    assert(
      property(persons('44', '1'), asked, (people, views) => {
        const abroad = views.map(([who, way]) => [who, way % 2] as const);
        const { truth, persons } = bounds(people, abroad, undeclared);
        expect(persons.lower).toBe(truth);
      }),
      { numRuns: 150 },
    );
  });
});
