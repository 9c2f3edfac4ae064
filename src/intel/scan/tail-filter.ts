import { LOWER } from './text.ts';
import { powerOfTwo } from './value-table.ts';

/** Lengths of the tails that are hashed: values of 4 to 7 bytes, of 8 to 11, and longer ones. */
const STEP = 4;
const LONGEST = 12;

/** Bits of the filter for a number of values: 32 a value, between 2^20 and 2^25. */
export function filterBits(values: number): number {
  return Math.min(2 ** 25, Math.max(2 ** 20, powerOfTwo(values * 32)));
}

/**
 * A bitmap over the last twelve bytes of each value (eight or four of a shorter one). A word in evidence that has no
 * bit there is none of the values, nor does it end in one.
 */
export class TailFilter {
  private readonly bits: Uint32Array;
  private readonly mask: number;
  /** Longest tail that any value has; bytes before it need no look. */
  private longest = 0;

  constructor(values: number) {
    const size = filterBits(values);
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  /** Notes a value of at least four bytes in lower case. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const length = Math.min(LONGEST, to - from - ((to - from) % STEP));
    this.longest = Math.max(this.longest, length);
    let hash = 0;
    for (let i = 1; i <= length; i += 1) hash = step(hash, bytes[to - i] as number);
    // The length goes into the hash at its end, so that one walk over the bytes serves all lengths.
    const bit = spread(hash ^ length) & this.mask;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  /** False when no value ends where [start, end) ends. */
  mayEnd(bytes: Uint8Array, start: number, end: number): boolean {
    const stop = Math.max(start, end - this.longest);
    let hash = 0;
    let length = 0;
    for (let at = end - 1; at >= stop; at -= 1) {
      hash = step(hash, LOWER[bytes[at] as number] as number);
      length += 1;
      if ((length & 3) !== 0) continue;
      const bit = spread(hash ^ length) & this.mask;
      if (((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) return true;
    }
    return false;
  }
}

function step(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x9e3779b1) ^ (hash >>> 15);
}

function spread(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}
