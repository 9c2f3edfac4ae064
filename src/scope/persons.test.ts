import { describe, expect, it } from 'vitest';
import { DifferentObjects } from './persons.ts';

interface Named {
  readonly object: string | null;
  readonly number?: { readonly tail: string | null; readonly international: boolean };
}
const sure = (object: string, tail: string): Named => ({ object, number: { tail, international: true } });
const unsure = (object: string, tail: string | null): Named => ({
  object,
  number: { tail, international: false },
});

function counted(accesses: readonly Named[]): DifferentObjects {
  const out = new DifferentObjects();
  for (const access of accesses) out.add(access);
  return out;
}

describe('objects that differ for sure', () => {
  it.each<[string, Named[], number]>([
    ['nobody', [{ object: null }], 0],
    ['pseudonyms of other kinds, each once', [{ object: 'a' }, { object: 'b' }, { object: 'a' }], 2],
    ['numbers with a country, of one tail too', [sure('a', 't'), sure('b', 't')], 2],
    ['a number without a country that may be one with it', [sure('a', 't'), unsure('b', 't')], 1],
    ['two ways to write what may be one number', [unsure('a', 't'), unsure('b', 't')], 1],
    ['numbers of different ends', [unsure('a', 't'), unsure('b', 'u'), sure('c', 'v')], 3],
    ['a short number as somebody', [unsure('a', null), unsure('b', null)], 1],
    ['a short number beside others as one of them', [unsure('a', null), sure('b', 't')], 1],
  ])('counts %s', (_, accesses, count) => {
    expect(counted(accesses).count).toBe(count);
    expect(counted(accesses.toReversed()).count).toBe(count);
  });
});

describe('numbers without a country', () => {
  it('are counted each once', () => {
    const some = [unsure('a', 't'), unsure('a', 't'), unsure('b', null), sure('c', 't'), { object: 'd' }];
    expect(counted(some).withoutCountry).toBe(2);
  });
});
