import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeNine } from './nine.ts';

const FAMILIES = ['QzF3n6/9CAtpu0O', 'B1IREhcSyrleKvMW8LXx', '7N-dVbwsY2g4oaJZGUDj', 'iHkq.mPf5T'];
const ORDER = FAMILIES.join('');
const WORTH = [
  [1, 4, 32],
  [1, 16, 32],
  [1, 8, 32],
  [1, 64],
  [1, 32],
  [1, 4, 16, 128],
  [1, 32, 64],
];

/** Writes a text as the device would, with a salt of the caller's choice. */
function encode(plain: string, salt: string): string {
  let out = salt + 'Q'.repeat(3 - FAMILIES.findIndex((each) => each.includes(salt)));
  let before = salt;
  for (const [i, char] of [...plain].entries()) {
    let rest = char.charCodeAt(0);
    const gaps: number[] = [];
    for (const each of (WORTH[i % 7] as number[]).toReversed()) {
      gaps.unshift(Math.floor(rest / each));
      rest %= each;
    }
    for (const gap of gaps) {
      before = ORDER[(ORDER.indexOf(before) + gap + 1) % ORDER.length] as string;
      out += before;
    }
  }
  return `$9$${out}`;
}

describe('decodeNine', () => {
  it.each([
    ['$9$ReqcyKY2aHqf', 'foo'],
    ['$9$2GgZjHkPQ39.PhrvLVb.P5Tz6', 'password'],
    ['$9$LbHX-wg4Z', 'lc'],
  ])('undoes the published %s', (coded, plain) => {
    expect(decodeNine(coded)).toBe(plain);
  });

  it('undoes whatever a device may write, under any salt', () => {
    const char = fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code));
    const text = fc.array(char, { minLength: 1, maxLength: 40 }).map((chars) => chars.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom(...ORDER), (plain, salt) => {
        expect(decodeNine(encode(plain, salt))).toBe(plain);
      }),
    );
  });

  it.each(['', '$9$', '$9$!abc', '$9$Q', '$9$LbHX-wg4', '$1$abc$def', 'plain'])('refuses %j', (text) => {
    expect(decodeNine(text)).toBeNull();
  });

  it('gives text or null for anything', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([null, 'string']).toContain(decodeNine(`$9$${text}`) === null ? null : 'string');
      }),
    );
  });
});
