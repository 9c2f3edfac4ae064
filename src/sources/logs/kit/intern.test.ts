import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteInterner } from './intern.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('ByteInterner', () => {
  it('makes a value once for each run of bytes', () => {
    const made: string[] = [];
    const interner = new ByteInterner((text) => made.push(text));
    for (const text of ['pe-1', 'pe-2', 'pe-1', '', 'pe-1']) interner.get(bytesOf(text), 0, text.length);
    expect(made).toEqual(['pe-1', 'pe-2', '']);
  });

  it('never mistakes one run for another', () => {
    const interner = new ByteInterner((text) => text);
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\u0000', '\u00ff'), maxLength: 6 })),
        (texts) => {
          for (const text of texts) {
            const padded = bytesOf(`x${text}y`);
            expect(interner.get(padded, 1, 1 + text.length)).toBe(text);
          }
        },
      ),
    );
  });

  it('stays right when there are more names than it keeps', () => {
    const interner = new ByteInterner((text) => text);
    let wrong = 0;
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 20_000; i += 1) {
        const text = `host-${i}`;
        wrong += interner.get(bytesOf(text), 0, text.length) === text ? 0 : 1;
      }
    }
    expect(wrong).toBe(0);
  });
});
