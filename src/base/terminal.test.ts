import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, cutTo, fitTo, textColumns, wrapTo } from './terminal.ts';

describe('columns', () => {
  it('counts wide characters as two and combining marks as none', () => {
    expect(columnsOf('a')).toBe(1);
    expect(columnsOf('…')).toBe(1);
    expect(columnsOf('東')).toBe(2);
    expect(columnsOf('\u0301')).toBe(0);
    expect(textColumns('e\u0301東b')).toBe(4);
  });
});

describe('cutting and filling', () => {
  it('leaves what fits alone and marks what was cut', () => {
    expect(cutTo('pe-chi-02', 9)).toBe('pe-chi-02');
    expect(cutTo('pe-chi-02', 6)).toBe('pe-ch…');
    expect(cutTo('東京都', 4)).toBe('東…');
    expect(cutTo('anything', 0)).toBe('');
  });

  it('never takes more columns than it was given, and fills to exactly as many', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (text, columns) => {
        expect(textColumns(cutTo(text, columns))).toBeLessThanOrEqual(columns);
        expect(textColumns(fitTo(text, columns))).toBe(columns);
      }),
    );
  });
});

describe('wrapping', () => {
  it('breaks at spaces', () => {
    expect(wrapTo('one two three four', 9, 5)).toEqual(['one two', 'three', 'four']);
  });

  it('cuts the last line that it may use, so that the reader sees that more would follow', () => {
    expect(wrapTo('one two three four five', 9, 2)).toEqual(['one two', 'three fo…']);
    expect(wrapTo('one two three', 7, 1)).toEqual(['one tw…']);
  });

  it('keeps to the lines and the columns for any text', () => {
    const limits = { min: 1, max: 40 };
    fc.assert(
      fc.property(fc.string(), fc.integer(limits), fc.integer(limits), (text, columns, most) => {
        const lines = wrapTo(text, columns, most);
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(textColumns(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('loses no word where there is room', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(wrapTo(words.join(' '), 12, 1000).join(' ')).toBe(words.join(' '));
      }),
    );
  });
});
