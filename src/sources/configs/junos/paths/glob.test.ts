import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fits, patternIn } from './glob.ts';

describe('fits', () => {
  it.each([
    ['ge-0/0/0', '*', true],
    ['ge-0/0/0', 'ge-*', true],
    ['xe-0/0/0', 'ge-*', false],
    ['ge-0/0/0', '[xe][et]-*', false],
    ['et-0/0/0', '[xe][et]-*', true],
    ['ge-0/0/17', 'ge-0/0/[0-23]', true],
    ['ge-0/0/24', 'ge-0/0/[0-23]', false],
    ['ge-0/0/7', 'ge-0/0/?', true],
    ['ge-0/0/17', 'ge-0/0/?', false],
    ['ae1', '[!g]*', true],
    ['ge1', '[!g]*', false],
    ['b', '[a-c]', true],
    ['[', '[', true],
  ])('%s against %s', (word, pattern, expected) => {
    expect(fits(word, pattern)).toBe(expected);
  });

  it('takes a pattern without signs for itself', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'b', '-', '/', '0') });
    fc.assert(
      fc.property(plain, plain, (word, other) => {
        expect(fits(word, other)).toBe(word === other);
      }),
    );
  });

  it('is quick with many stars', () => {
    expect(fits('a'.repeat(200), `${'*a'.repeat(99)}b`)).toBe(false);
  });
});

describe('patternIn', () => {
  it.each([
    ['<*>', '*'],
    ['<ge-*>', 'ge-*'],
    ['ge-*', null],
    ['<>', null],
  ])('%s', (word, pattern) => {
    expect(patternIn(word)).toBe(pattern);
  });
});
