import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIp4, parseIp4 } from '../../base/ip.ts';
import { draftIndicator } from '../draft.ts';
import { buildIndex, type IntelIndex } from '../index.ts';
import { readValue } from '../value.ts';

const NOW = Date.UTC(2026, 9, 20);

function index(values: readonly string[]): IntelIndex {
  const indicators = values.map((text) => draftIndicator(text, readValue(text)!, {}));
  return buildIndex(
    [{ id: 'p', name: 'p', indicators, latest: null, marking: null, problems: [], carried: {} }],
    { now: NOW },
  );
}

describe('neighbours', () => {
  const built = index(['203.0.113.0', '198.51.100.255', '192.0.2.128/25', 'http://198.51.99.7/x']);

  it.each([
    ['the address itself', '203.0.113.0', true],
    ['the last address of its /24', '203.0.113.255', true],
    ['the first address of the /24 after', '203.0.114.0', false],
    ['the last address of the /24 before', '203.0.112.255', false],
    ['the first of a /24 whose last is shared', '198.51.100.0', true],
    ['the /24 after it', '198.51.101.0', false],
    ['the other half of a shared network', '192.0.2.1', false],
    ['a neighbour of the host of a URL', '198.51.99.8', false],
  ])('%s', (_name, text, near) => {
    expect(built.hasNear(parseIp4(text))).toBe(near);
  });

  it('are those of some address, for any choice of addresses', () => {
    const number = fc.integer({ min: 0xcb007100, max: 0xcb0073ff });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 6 }), number, (addresses, asked) => {
        const near = addresses.some((one) => one >>> 8 === asked >>> 8);
        expect(index(addresses.map(formatIp4)).hasNear(asked)).toBe(near);
      }),
    );
  });
});

describe('many indicators', () => {
  const many = 200_000;
  const values = Array.from({ length: many }, (_, i) => formatIp4(0x50000000 + i * 7));
  const built = index([...values, ...values.slice(0, 1000)]);

  it('keep their addresses in one array of words, ascending and once each', () => {
    const { ip4 } = built.addresses();
    expect(ip4).toBeInstanceOf(Uint32Array);
    expect(ip4.byteLength).toBe(many * 4);
    expect(ip4.every((value, i) => i === 0 || value > (ip4[i - 1] as number))).toBe(true);
  });

  it('count each that was shared, twice where it was shared twice', () => {
    expect(built.size).toBe(many + 1000);
    expect(built.lookup(values[0]!)).toHaveLength(2);
    expect(built.lookup(values[many - 1]!)).toHaveLength(1);
  });

  it('are found where they stand, and their gaps are not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: many - 1 }), fc.integer({ min: 0, max: 6 }), (i, gap) => {
        const text = formatIp4(0x50000000 + i * 7 + gap);
        const bytes = Buffer.from(`deny tcp host ${text} any`);
        const exact: string[] = [];
        built.scanner.scan(bytes, { start: 0, end: bytes.length }, (m) => {
          if (!m.near) exact.push(m.value);
        });
        expect(exact).toEqual(gap === 0 ? [text] : []);
      }),
    );
  });

  it('do not depend on the order in which they came', () => {
    const turned = index(values.slice(0, 500).toReversed());
    expect(turned.addressValues()).toEqual(index(values.slice(0, 500)).addressValues());
  });
});
