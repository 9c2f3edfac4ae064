import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainJson } from './plain-json.ts';

const nasty = fc.string({
  unit: fc.constantFrom(
    'a',
    '"',
    '\\',
    '\n',
    '\u007f',
    '\u009b',
    '\u200e',
    '\u2028',
    '\u202e',
    '\u2066',
    '\ud800',
    '\u00e9',
    '\u{1f600}',
  ),
});

describe('JSON that a terminal may show', () => {
  it('has the value that it had', () => {
    fc.assert(
      fc.property(fc.dictionary(nasty, fc.array(nasty)), (value) => {
        expect(JSON.parse(plainJson(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('holds nothing that a terminal obeys or that turns text around', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(plainJson(JSON.stringify(text))).not.toMatch(
          /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/,
        );
      }),
    );
  });

  it.each(['', '{"a":1}', '["caf\u00e9","\u6771","\u{1f600}"]'])('leaves %j as it is', (text) => {
    expect(plainJson(text)).toBe(text);
  });
});
