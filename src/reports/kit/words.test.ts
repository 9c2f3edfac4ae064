import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../base/time.ts';
import { HOSTILE } from './fixture-parts.ts';
import { bytesInWords, counted, fewOf, figure, lengthOfTime, oneLine, share } from './words.ts';

describe('figures', () => {
  it('separates thousands and keeps the value', () => {
    expect([0, 999, 1000, 61_300, 1_234_567].map((n) => figure(n))).toEqual([
      '0',
      '999',
      '1,000',
      '61,300',
      '1,234,567',
    ]);
    fc.assert(
      fc.property(fc.nat(), (n) => {
        expect(Number(figure(n).replaceAll(',', ''))).toBe(n);
      }),
    );
  });

  it('agrees in number', () => {
    expect(counted(1, 'device')).toBe('1 device');
    expect(counted(0, 'device')).toBe('0 devices');
    expect(counted(2, 'query', 'queries')).toBe('2 queries');
  });

  it('never rounds a size up to a thousand of its unit', () => {
    expect(bytesInWords(38_200_000_000)).toBe('38.2 GB');
    expect(bytesInWords(999)).toBe('999 B');
    expect(bytesInWords(999_999)).toBe('1 MB');
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (n) => {
        expect(bytesInWords(n)).not.toMatch(/1,?000 /);
      }),
    );
  });

  it('says lengths of time in two units at most', () => {
    expect(lengthOfTime(202 * DAY + 5 * HOUR)).toBe('202 days');
    expect(lengthOfTime(DAY + 3 * HOUR)).toBe('1 day 3 h');
    expect(lengthOfTime(90 * MINUTE)).toBe('1 h 30 min');
    expect(lengthOfTime(0)).toBe('0 min');
  });

  it('says nothing or all only when it is exactly so', () => {
    expect(share(1, 1000)).toBe('under 1 %');
    expect(share(999, 1000)).toBe('over 99 %');
    expect(share(1000, 1000)).toBe('100 %');
    expect(share(0, 0)).toBe('0 %');
  });
});

const anyText = fc.array(fc.nat({ max: 0xffff })).map((codes) => String.fromCharCode(...codes));

describe('text from data', () => {
  it('is one line without hidden characters, within its length', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 50 }), (text, most) => {
        const out = oneLine(`${text}\n${HOSTILE}`, most);
        expect(out.length).toBeLessThanOrEqual(most);
        expect(out).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });

  it('counts the names that it leaves out', () => {
    expect(fewOf(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
    expect(fewOf(['a'], 2)).toBe('a');
  });
});
