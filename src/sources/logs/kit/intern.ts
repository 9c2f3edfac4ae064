interface Entry<T> {
  readonly hash: number;
  readonly key: Uint8Array;
  readonly value: T;
}

const LATIN = new TextDecoder('latin1');
const SLOTS = 8192;
/** More distinct keys than this in one file is noise or an attack; the table then starts again. */
const MOST = 4096;
/** Names chosen so that they collide cost this many looks and no more. */
const TRIES = 64;

/** Maps short runs of bytes to values made once for each, so that repeated names cost no string. */
export class ByteInterner<T> {
  private readonly make: (text: string) => T;
  private table: (Entry<T> | undefined)[] = new Array<Entry<T> | undefined>(SLOTS).fill(undefined);
  private size = 0;

  /** `make` gets the bytes as Latin-1 text and must depend on nothing else. */
  constructor(make: (text: string) => T) {
    this.make = make;
  }

  /** The value for bytes [from, to). */
  get(bytes: Uint8Array, from: number, to: number): T {
    const hash = hashOf(bytes, from, to);
    let slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const entry = this.table[slot];
      if (entry === undefined) return this.add(slot, hash, bytes.slice(from, to));
      if (entry.hash === hash && entry.key.length === to - from && same(entry.key, bytes, from)) {
        return entry.value;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return this.make(LATIN.decode(bytes.subarray(from, to)));
  }

  private add(slot: number, hash: number, key: Uint8Array): T {
    const value = this.make(LATIN.decode(key));
    if (this.size >= MOST) {
      this.table = new Array<Entry<T> | undefined>(SLOTS).fill(undefined);
      this.size = 0;
      return value;
    }
    this.table[slot] = { hash, key, value };
    this.size += 1;
    return value;
  }
}

/** Takes four bytes at a time: names are hashed on every line. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = to - from;
  let i = from;
  for (; i + 3 < to; i += 4) {
    const low = (bytes[i] as number) | ((bytes[i + 1] as number) << 8);
    const word = low | ((bytes[i + 2] as number) << 16) | ((bytes[i + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; i < to; i += 1) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0;
  return hash;
}

function same(key: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let i = 0; i < key.length; i += 1) if (key[i] !== bytes[from + i]) return false;
  return true;
}
