import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePercent } from './percent.ts';
import { printable } from './printable.ts';

const DANGEROUS = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '\u0000',
      '\r',
      '\n',
      '\t',
      '\u009b',
      '\u202e',
      '\u200b',
      '\ud800',
      '\udc00',
      '😀',
    ),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 40,
});

describe('printable text', () => {
  it('holds nothing that a terminal would act on or a reader would not see', () => {
    fc.assert(fc.property(nasty, (text) => void expect(printable(text, 1000)).not.toMatch(DANGEROUS)));
  });

  it('is never longer than allowed', () => {
    fc.assert(
      fc.property(
        nasty,
        fc.integer({ min: 1, max: 30 }),
        (text, most) => void expect(printable(text, most).length).toBeLessThanOrEqual(most),
      ),
    );
  });

  it('leaves ordinary text as it is, in every script', () => {
    for (const text of ['hostname pe-01', 'Zürich – 東京 – 😀', 'a\'b"c\\d'])
      expect(printable(text, 400)).toBe(text);
  });

  it('shows what was there', () => {
    expect(printable('a\u001b[31mb\tc\nd', 400)).toBe('a\\u001b[31mb c\\u000ad');
  });

  it('says where it was cut', () => {
    expect(printable('abcdef', 4)).toBe('abc…');
    expect(printable('abcd', 4)).toBe('abcd');
  });
});

describe('percent-encoding', () => {
  it('is undone once', () => {
    expect(decodePercent('%2577ebui_wsma')).toBe('%77ebui_wsma');
    expect(decodePercent(decodePercent('%2577ebui_wsma'))).toBe('webui_wsma');
  });

  it('undoes what others encode, and leaves broken escapes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii' }),
        (text) => void expect(decodePercent(encodeURIComponent(text))).toBe(text),
      ),
    );
    expect(decodePercent('100% %zz %4')).toBe('100% %zz %4');
  });

  it('never throws', () => {
    fc.assert(fc.property(nasty, (text) => void expect(typeof decodePercent(`%${text}%4`)).toBe('string')));
  });
});
