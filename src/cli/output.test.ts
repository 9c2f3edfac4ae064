import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldRow, foldText } from './output.ts';

const words = fc.array(fc.stringMatching(/^\w{1,12}$/), { minLength: 1, maxLength: 30 });

describe('folding', () => {
  it('keeps every word in order and no line above the width', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (list, width) => {
        const lines = foldText(list.join(' '), width);
        expect(lines.join(' ')).toBe(list.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('leaves words that are longer than a line whole, so that links can be clicked', () => {
    const link = `https://example.org/${'a'.repeat(90)}`;
    expect(foldText(`see ${link} there`, 20)).toEqual(['see', link, 'there']);
  });

  it('sets text under itself', () => {
    expect(foldRow({ head: 'name  ', text: 'one two three' }, 14)).toEqual(['name  one two', '      three']);
  });

  it('sets text below a head that leaves no room', () => {
    const lines = foldRow({ head: 'a-name-that-is-long  ', text: 'one two three four' }, 24);
    expect(lines).toEqual(['a-name-that-is-long', '    one two three four']);
  });

  it('leaves a row in one line for pipes', () => {
    const text = 'word '.repeat(100).trim();
    expect(foldRow({ head: 'x ', text }, null)).toEqual([`x ${text}`]);
  });
});
