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

describe('columns over the whole of Unicode', () => {
  const all = (pattern: RegExp): string[] => {
    const out: string[] = [];
    for (let code = 0x300; code < 0x30000; code += 1) {
      const char = String.fromCodePoint(code);
      if (pattern.test(char)) out.push(char);
    }
    return out;
  };

  it.each([
    ['emoji shown as pictures', /^(?!\p{Regional_Indicator})\p{Emoji_Presentation}$/u, 2],
    ['Han characters of the usual blocks', /^[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{2a6df}]$/u, 2],
    ['kana', /^[\u3041-\u3096\u30a1-\u30fa]$/u, 2],
    ['Hangul syllables', /^[\uac00-\ud7a3]$/u, 2],
    ['fullwidth letters', /^[\uff01-\uff5e]$/u, 2],
    ['marks that stand on other characters', /^\p{Mn}$/u, 0],
    ['joiners and other format characters', /^\p{Cf}$/u, 0],
    [
      'Greek, Cyrillic, Arabic and Hebrew letters',
      /^(?=\p{L})[\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}]$/u,
      1,
    ],
    ['box drawing', /^[\u2500-\u257f]$/u, 1],
    ['halfwidth kana', /^[\uff66-\uff9d]$/u, 1],
  ])('%s take the same everywhere', (_name, pattern, columns) => {
    const found = all(pattern);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((char) => columnsOf(char) !== columns)).toEqual([]);
  });

  it('add up over text joined together', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(textColumns(`${a} ${b}`)).toBe(textColumns(a) + 1 + textColumns(b));
      }),
    );
  });
});

describe('tables of text', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '\u6771', 'e\u0301', '\u{1f600}', '\u2705', '\u26a1'),
  });

  it('line up whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), fc.integer({ min: 1, max: 20 }), (cells, columns) => {
        expect(new Set(cells.map((cell) => textColumns(fitTo(cell, columns))))).toEqual(new Set([columns]));
      }),
    );
  });

  it('cut at a character and never in one', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 20 }), (whole, columns) => {
        const cut = cutTo(whole, columns);
        expect(cut.isWellFormed()).toBe(true);
        expect(cut === whole || cut === '' || (cut.endsWith('…') && whole.startsWith(cut.slice(0, -1)))).toBe(
          true,
        );
      }),
    );
  });

  it('say that something was cut whenever it was', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (whole, columns) => {
        expect(cutTo(whole, columns) === whole).toBe(textColumns(whole) <= columns);
      }),
    );
  });

  it('wrap to nothing when there is nothing, and to one cut line when there is room for one', () => {
    expect(wrapTo('', 10, 3)).toEqual([]);
    expect(wrapTo('   ', 10, 3)).toEqual([]);
    expect(wrapTo('abcdefghijkl', 5, 3)).toEqual(['abcd…']);
    expect(wrapTo('a b c d e f', 3, 1)).toEqual(['a…']);
  });

  it('wrap a million words without a line of its own for each', () => {
    const lines = wrapTo('ab '.repeat(1_000_000), 79, 5);
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)?.endsWith('…')).toBe(true);
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
