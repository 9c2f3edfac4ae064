import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZoneReader, zoneOffset } from './stamp-zone.ts';

function read(text: string): { zone: number; known: boolean; end: number } | null {
  const reader = new ZoneReader();
  const bytes = new TextEncoder().encode(text);
  if (!reader.read(bytes, 0, bytes.length)) return null;
  return { zone: reader.zone, known: reader.known, end: reader.end };
}

describe('ZoneReader', () => {
  it.each([
    ['Z', 0, 1],
    ['UTC:', 0, 3],
    ['CEST: %SYS', 120, 4],
    ['EST ', -300, 3],
    ['+02:00 x', 120, 6],
    ['-0330', -210, 5],
    ['+06: SSHD', 360, 3],
  ])('%s', (text, zone, end) => {
    expect(read(text)).toEqual({ zone, known: true, end });
  });

  it('reads a name that the table lacks, and says so', () => {
    expect(read('XYZ:')).toEqual({ zone: 0, known: false, end: 3 });
    // India, Ireland and Israel share this one: no reading of it would be safe.
    expect(read('IST:')).toMatchObject({ known: false });
  });

  it.each(['x', '+2', '+99:00', 'ABCDEF', 'A', '', '1'])('refuses %s', (text) => {
    expect(read(text)).toBeNull();
  });

  it('keeps no memory of the last name', () => {
    const reader = new ZoneReader();
    const names = fc.constantFrom('UTC', 'EST', 'EDT', 'NST', 'XYZ', 'CEST');
    fc.assert(
      fc.property(fc.array(names, { minLength: 1 }), (list) => {
        for (const name of list) {
          const bytes = new TextEncoder().encode(name);
          expect(reader.read(bytes, 0, bytes.length)).toBe(true);
          expect(reader.known ? reader.zone : null).toBe(zoneOffset(name));
        }
      }),
    );
  });
});
