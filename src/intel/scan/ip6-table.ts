import { powerOfTwo } from './value-table.ts';

/** Addresses and networks of IPv6 as four 32-bit words each, looked up without objects. */
export class Ip6Table {
  private readonly words: Uint32Array;
  private readonly bits: Uint8Array;
  private readonly lengths: number[] = [];
  private readonly key: Uint32Array = new Uint32Array(4);
  /** How many addresses and networks it holds. */
  readonly size: number;

  constructor(networks: readonly { readonly base: bigint; readonly bits: number }[]) {
    const slots = powerOfTwo(Math.max(16, networks.length * 2));
    this.words = new Uint32Array(slots * 4);
    // 255 marks an empty slot: no prefix is that long.
    this.bits = new Uint8Array(slots).fill(255);
    this.size = networks.length;
    for (const network of networks) this.add(network.base, network.bits);
    this.lengths.sort((a, b) => b - a);
  }

  /** Longest prefix of the table that holds the address (128 for the address itself); -1 when none does. */
  longest(address: Uint32Array): number {
    for (const bits of this.lengths) {
      this.maskInto(address, bits);
      if (this.bits[this.slot(bits)] === bits) return bits;
    }
    return -1;
  }

  private add(base: bigint, bits: number): void {
    const address = new Uint32Array(4);
    for (let i = 0; i < 4; i += 1) address[i] = Number((base >> BigInt(96 - 32 * i)) & 0xffffffffn);
    this.maskInto(address, bits);
    const slot = this.slot(bits);
    this.words.set(this.key, slot * 4);
    this.bits[slot] = bits;
    if (!this.lengths.includes(bits)) this.lengths.push(bits);
  }

  private maskInto(address: Uint32Array, bits: number): void {
    for (let i = 0; i < 4; i += 1) {
      const kept = Math.min(32, Math.max(0, bits - 32 * i));
      this.key[i] = kept === 0 ? 0 : (address[i] as number) & (0xffffffff << (32 - kept));
    }
  }

  /** The slot that holds the key at this length, or the empty one where it belongs. */
  private slot(bits: number): number {
    const mask = this.bits.length - 1;
    let hash = bits;
    for (let i = 0; i < 4; i += 1)
      hash = Math.imul(hash ^ (this.key[i] as number), 0x85ebca6b) ^ (hash >>> 13);
    let slot = (hash ^ (hash >>> 16)) & mask;
    while (this.bits[slot] !== 255 && !(this.bits[slot] === bits && this.same(slot)))
      slot = (slot + 1) & mask;
    return slot;
  }

  private same(slot: number): boolean {
    for (let i = 0; i < 4; i += 1) if (this.words[slot * 4 + i] !== this.key[i]) return false;
    return true;
  }
}

/**
 * Reads IPv6 text in bytes [from, to) into four 32-bit words without making objects; false when it is none. Embedded
 * dotted IPv4 is not read: its address stands in the text for itself.
 */
export function readIp6(bytes: Uint8Array, span: { from: number; to: number }, into: Uint32Array): boolean {
  let groups = 0;
  let gap = -1;
  let digits = 0;
  let value = 0;
  GROUPS.fill(0);
  for (let i = span.from; i <= span.to; i += 1) {
    const c = i === span.to ? 58 : (bytes[i] as number) | 32;
    const digit = hexDigit(c);
    if (digit >= 0) {
      value = value * 16 + digit;
      digits += 1;
      if (digits > 4) return false;
      continue;
    }
    if (c !== 58) return false;
    if (digits > 0) {
      if (groups === 8) return false;
      GROUPS[groups] = value;
      groups += 1;
    } else if (i > span.from && i < span.to && bytes[i - 1] === 58) {
      if (gap >= 0) return false;
      gap = groups;
    } else if (i === span.to && !(bytes[i - 1] === 58 && gap === groups)) return false;
    else if (i === span.from && bytes[i + 1] !== 58) return false;
    digits = 0;
    value = 0;
  }
  if (gap < 0 ? groups !== 8 : groups > 7) return false;
  spreadGroups(groups, gap < 0 ? groups : gap, into);
  return true;
}

const GROUPS = new Uint16Array(8);

function spreadGroups(groups: number, gap: number, into: Uint32Array): void {
  const tail = groups - gap;
  for (let i = 0; i < 8; i += 1) {
    let group = 0;
    if (i < gap) group = GROUPS[i] as number;
    else if (i >= 8 - tail) group = GROUPS[gap + i - (8 - tail)] as number;
    const word = i >>> 1;
    into[word] = (i & 1) === 0 ? group << 16 : (into[word] as number) | group;
  }
}

function hexDigit(lower: number): number {
  // `| 32` leaves digits and the colon as they are.
  if (lower >= 48 && lower <= 57) return lower - 48;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** The number that 32-bit words, highest first, make together. */
export function toBig(words: Uint32Array): bigint {
  let value = 0n;
  for (const word of words) value = (value << 32n) | BigInt(word);
  return value;
}
