import { LOWER } from './text.ts';
import { powerOfTwo } from './value-table.ts';

const LONG = 8;
const SHORT = 4;

/** Bits of the filter for a number of values: 32 a value, between 2^20 and 2^25. */
export function filterBits(values: number): number {
  return Math.min(2 ** 25, Math.max(2 ** 20, powerOfTwo(values * 32)));
}

/**
 * A bitmap over the last eight bytes of each value (the last four of a shorter one). A word in evidence that has no
 * bit there is none of the values, nor does it end in one.
 */
export class TailFilter {
  private readonly bits: Uint32Array;
  private readonly mask: number;
  private short = false;

  constructor(values: number) {
    const size = filterBits(values);
    this.bits = new Uint32Array(size / 32);
    this.mask = size - 1;
  }

  /** Notes a value of at least four bytes in lower case. */
  add(value: string): void {
    const length = value.length >= LONG ? LONG : SHORT;
    if (length === SHORT) this.short = true;
    let hash = 0;
    for (let i = value.length - length; i < value.length; i += 1) hash = step(hash, value.charCodeAt(i));
    const bit = spread(hash) & this.mask;
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] as number) | (1 << (bit & 31));
  }

  /** False when no value ends where [start, end) ends. */
  mayEnd(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start >= LONG && this.has(bytes, end - LONG, end)) return true;
    return this.short && end - start >= SHORT && this.has(bytes, end - SHORT, end);
  }

  private has(bytes: Uint8Array, from: number, to: number): boolean {
    let hash = 0;
    for (let i = from; i < to; i += 1) hash = step(hash, LOWER[bytes[i] as number] as number);
    const bit = spread(hash) & this.mask;
    return ((this.bits[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

function step(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x9e3779b1) ^ (hash >>> 15);
}

function spread(hash: number): number {
  const h = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}
