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
  /** The bitmap; the same bits may be put elsewhere. */
  bits: Uint32Array;
  /** Longest tail that any value has; bytes before it need no look. */
  longest = 0;
  private readonly mask: number;

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
    for (let at = to - STEP; at >= to - length; at -= STEP) hash = step(hash, wordAt(bytes, at));
    const bit = spread(hash) & this.mask;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  /** False when no value ends where [start, end) ends. */
  mayEnd(bytes: Uint8Array, start: number, end: number): boolean {
    const stop = Math.max(start, end - this.longest);
    let hash = 0;
    for (let at = end - STEP; at >= stop; at -= STEP) {
      hash = step(hash, wordAt(bytes, at));
      const bit = spread(hash) & this.mask;
      if (((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0) return true;
    }
    return false;
  }
}

/** Four bytes as one number; capitals and small letters give the same, as do a few signs. */
function wordAt(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
  return low | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24) | 0x20202020;
}

function step(hash: number, word: number): number {
  const once = Math.imul(hash ^ word, 0x9e3779b1);
  return Math.imul(once ^ (once >>> 15), 0x85ebca6b);
}

function spread(hash: number): number {
  return hash ^ (hash >>> 13);
}
