import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareReleases } from './release-order.ts';

describe('compareReleases', () => {
  it.each([
    ['15.2(4)M3', '15.2(4)M10'],
    ['12.4(24)T', '15.0(1)M'],
    ['16.9.3', '16.12.1'],
    ['16.12.1', '16.12.1a'],
    ['17.03.04', '17.3.5'],
    ['9.3(5)', '10.1(1)'],
    ['7.0(3)I7(6)', '7.0(3)I7(10)'],
    ['18.4R3', '18.4R3-S4'],
    ['18.4R1', '18.4R3-S4'],
    ['15.1R7', '15.1R7.9'],
    ['4.28.0F', '4.28.3M'],
    ['TiMOS-B-19.10.R8', 'TiMOS-B-20.10.R1'],
    ['V800R021C00SPC100', 'V800R021C10SPC300'],
    ['7.0.1', '7.2.0'],
    ['6.49.10', '7.1rc3'],
    ['7.1rc3', '7.1'],
    ['10.1.3-h1', '10.2.0'],
  ])('puts %s before %s', (older, newer) => {
    expect(compareReleases(older, newer)).toBeLessThan(0);
    expect(compareReleases(newer, older)).toBeGreaterThan(0);
  });

  it.each(['', 'unknown', '?'])('gives no order to %j', (text) => {
    expect(compareReleases(text, '15.2')).toBeNull();
  });

  it('is an order', () => {
    const part = fc.constantFrom('1', '2', '10', '.', '(', ')', 'R', 'S', 'a', 'rc', 'M');
    const release = fc.array(part, { maxLength: 6 }).map((parts) => `1${parts.join('')}`);
    fc.assert(
      fc.property(release, release, release, (a, b, c) => {
        const ab = compareReleases(a, b) as number;
        expect(Math.sign(compareReleases(b, a) as number) + Math.sign(ab)).toBe(0);
        if (ab <= 0 && (compareReleases(b, c) as number) <= 0)
          expect(compareReleases(a, c) as number).toBeLessThanOrEqual(0);
      }),
    );
  });
});
