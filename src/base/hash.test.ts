import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { hmac, sha256, shortLabel } from './hash.ts';

const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');

describe('hashes', () => {
  it('are those of the standards (FIPS 180-4, RFC 4231)', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256(new Uint8Array())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const key = hex('0b'.repeat(20));
    expect(hmac(key, 'Hi There')).toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
  });

  it('of bytes and of their text are the same', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => void expect(sha256(new TextEncoder().encode(text))).toBe(sha256(text.toWellFormed())),
      ),
    );
  });

  it('make labels that nobody misreads over the telephone', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (text, length) => {
        const label = shortLabel(text, length);
        expect(label).toMatch(/^[2-9A-HJKMNP-Z]+$/);
        expect(label).toHaveLength(length);
        expect(shortLabel(text, length)).toBe(label);
      }),
    );
  });

  it('make different labels of different texts', () => {
    const labels = Array.from({ length: 2000 }, (_, i) => shortLabel(`check ${i} subject`, 6));
    expect(new Set(labels).size).toBeGreaterThan(1995);
  });
});

describe('canonical JSON', () => {
  it('reads back as the same value', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });

  it('does not depend on the order of members, at any depth', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([k, v]) => [k, turned(v)]),
      );
    };
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => void expect(canonicalJson(turned(value))).toBe(canonicalJson(value)),
      ),
    );
  });

  it('keeps the order of lists, drops undefined members, and has no blanks', () => {
    expect(canonicalJson({ b: [2, 1, undefined], a: undefined, c: 'x y' })).toBe(
      '{"b":[2,1,null],"c":"x y"}',
    );
  });
});
