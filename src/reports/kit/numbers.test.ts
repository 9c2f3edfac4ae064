import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../base/time.ts';
import { bytesInWords, counted, fewOf, figure, lengthOfTime, oneLine, share } from './words.ts';

describe('figures', () => {
  it('are the number again without their commas, in groups of three', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        expect(Number(figure(value).replaceAll(',', ''))).toBe(value);
        expect(figure(value)).toMatch(/^-?\d{1,3}(?:,\d{3})*$/);
      }),
    );
  });

  it.each([
    [0, '0 devices'],
    [1, '1 device'],
    [-1, '-1 devices'],
    [1000, '1,000 devices'],
  ])('%d is counted as %s', (value, text) => {
    expect(counted(value, 'device')).toBe(text);
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [1500, '1.5 kB'],
    [99_900, '99.9 kB'],
    [999_949, '1,000 kB'],
    [1_000_000, '1 MB'],
    [38_200_000_000, '38.2 GB'],
    [5e18, '5,000 PB'],
  ])('%d', (bytes, text) => {
    expect(bytesInWords(bytes)).toBe(text);
  });

  it('are never off by more than a twentieth', () => {
    const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (bytes) => {
        const [value = '', unit = ''] = bytesInWords(bytes).split(' ');
        const read = Number(value.replaceAll(',', '')) * 1000 ** units.indexOf(unit);
        expect(Math.abs(read - bytes)).toBeLessThanOrEqual(bytes * 0.05);
      }),
    );
  });
});

describe('shares', () => {
  it('are 0 and 100 per cent only when it is exactly so', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), (part, more) => {
        const whole = part + more;
        expect(share(part, whole) === '0 %').toBe(part === 0);
        expect(share(part, whole)).not.toBe('100 %');
        expect(share(whole, whole)).toBe('100 %');
      }),
    );
  });

  it('of nothing are nothing', () => {
    expect(share(5, 0)).toBe('0 %');
  });
});

describe('lengths of time', () => {
  it.each([
    [0, '0 min'],
    [59_999, '0 min'],
    [MINUTE, '1 min'],
    [HOUR, '1 h'],
    [HOUR + MINUTE, '1 h 1 min'],
    [DAY, '1 day'],
    [DAY + HOUR, '1 day 1 h'],
    [9 * DAY + 23 * HOUR, '9 days 23 h'],
    [10 * DAY + 23 * HOUR, '10 days'],
  ])('%d', (length, text) => {
    expect(lengthOfTime(length)).toBe(text);
  });
});

describe('lists and lines', () => {
  it('count what they leave out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 30 }),
        fc.integer({ min: 1, max: 10 }),
        (names, most) => {
          const text = fewOf(names, most);
          const left = Number(/ and (\d+) more$/.exec(text)?.[1] ?? 0);
          expect(left).toBe(Math.max(0, names.length - most));
          expect(text.replace(/ and \d+ more$/, '')).toBe(names.slice(0, most).join(', '));
        },
      ),
    );
  });

  it('are one line of at most so many characters, whatever evidence says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, most) => {
        const line = oneLine(text, most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });
});
