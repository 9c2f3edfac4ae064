import { resizedBytes, resizedWords } from './grow.ts';
import { LOWER } from './text.ts';

/** What a value of the table is good for; bits of its flags. */
export const VALUE: {
  readonly domain: 1;
  readonly hash: 2;
  readonly email: 4;
  readonly url: 8;
  /** Host of a URL. */
  readonly host: 16;
  /** Domain of an e-mail address. */
  readonly mailHost: 32;
} = { domain: 1, hash: 2, email: 4, url: 8, host: 16, mailHost: 32 };

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** One step of the hash that runs from the last byte to the first, so that a suffix is hashed before what precedes it. */
export function hashStep(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, PRIME);
}

/** Spreads the hash over all bits. */
function finish(hash: number, length: number): number {
  let h = hash ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** First value of the hash. */
export const HASH_START: number = BASIS | 0;

/** Smallest power of two that is at least n. */
export function powerOfTwo(n: number): number {
  let size = 1;
  while (size < n) size *= 2;
  return size;
}

/**
 * A set of byte strings, packed end to end with an open-addressing table over them: no object per value. Each value
 * gets a number, counted from 0, and a set of flags.
 */
export class ValueTable {
  private text: Uint8Array = new Uint8Array(4096);
  private used = 0;
  private offsets: Uint32Array = new Uint32Array(256);
  /** Number of a value and one, 0 for an empty slot. */
  private slots: Uint32Array = new Uint32Array(256);
  private marks: Uint8Array = new Uint8Array(256);
  private count = 0;

  /** How many values it holds. */
  get size(): number {
    return this.count;
  }

  /** Adds a value (text of one byte a character) or finds it, sets flags on it, and returns its number. */
  add(value: string, flags: number): number {
    this.reserve(value.length);
    for (let i = 0; i < value.length; i += 1) this.text[this.used + i] = value.charCodeAt(i);
    const known = this.find(this.text, this.used, this.used + value.length);
    const number = known >= 0 ? known : this.append(value.length);
    this.marks[number] = (this.marks[number] as number) | flags;
    return number;
  }

  /** Number of the value that the lower-cased bytes [from, to) spell; -1 when it is none. */
  find(bytes: Uint8Array, from: number, to: number): number {
    let hash = HASH_START;
    for (let i = to - 1; i >= from; i -= 1) hash = hashStep(hash, LOWER[bytes[i] as number] as number);
    return this.findHashed(bytes, { from, to, hash });
  }

  /** As `find`, for bytes whose hash (by hashStep from the last byte to the first) is already known. */
  findHashed(bytes: Uint8Array, span: { from: number; to: number; hash: number }): number {
    const mask = this.slots.length - 1;
    const length = span.to - span.from;
    for (let slot = finish(span.hash, length) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] as number) - 1;
      if (number < 0) return -1;
      const begin = this.offsets[number] as number;
      if ((this.offsets[number + 1] as number) - begin !== length) continue;
      let i = 0;
      while (i < length && LOWER[bytes[span.from + i] as number] === this.text[begin + i]) i += 1;
      if (i === length) return number;
    }
  }

  /** Flags of a value. */
  flags(number: number): number {
    return this.marks[number] as number;
  }

  /** Text of a value. */
  value(number: number): string {
    const text = this.text;
    const [from, to] = [this.offsets[number], this.offsets[number + 1]];
    return Buffer.from(text.buffer, text.byteOffset, text.length).toString('latin1', from, to);
  }

  /** Hands over the bytes [from, to) of a value and makes no text of them. */
  spell(number: number, take: (bytes: Uint8Array, from: number, to: number) => void): void {
    take(this.text, this.offsets[number] as number, this.offsets[number + 1] as number);
  }

  /** Gives back memory held for growth. */
  seal(): void {
    this.text = resizedBytes(this.text, this.used);
    this.offsets = resizedWords(this.offsets, this.count + 1);
    this.marks = resizedBytes(this.marks, this.count);
  }

  private append(length: number): number {
    const number = this.count;
    this.count += 1;
    this.used += length;
    this.offsets[number + 1] = this.used;
    if (this.count * 4 > this.slots.length * 3) this.rehash();
    else this.place(number);
    return number;
  }

  private place(number: number): void {
    const mask = this.slots.length - 1;
    const [from, to] = [this.offsets[number] as number, this.offsets[number + 1] as number];
    let hash = HASH_START;
    for (let i = to - 1; i >= from; i -= 1) hash = hashStep(hash, this.text[i] as number);
    let slot = finish(hash, to - from) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number + 1;
  }

  private rehash(): void {
    this.slots = resizedWords(this.slots, this.slots.length * 2).fill(0);
    for (let number = 0; number < this.count; number += 1) this.place(number);
  }

  private reserve(length: number): void {
    if (this.used + length > this.text.length)
      this.text = resizedBytes(this.text, Math.max((this.text.length * 1.5) | 0, this.used + length));
    if (this.count + 2 > this.offsets.length)
      this.offsets = resizedWords(this.offsets, (this.offsets.length * 1.5) | 0);
    if (this.count + 1 > this.marks.length)
      this.marks = resizedBytes(this.marks, (this.marks.length * 1.5) | 0);
  }
}
