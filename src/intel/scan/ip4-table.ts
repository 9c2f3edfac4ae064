import { powerOfTwo } from './value-table.ts';

const BLOCKS = 2 ** 24;
/** With more /24s than this (one in 256 of all there are) being a neighbour is chance and no sign; nothing is near then. */
const MOST_NEAR = 65_536;

/** Addresses and networks of IPv4: one bit for each /24 that holds any, and exact tables behind it. */
export class Ip4Table {
  /** A bit for each /24 in which an address or a part of a network lies. */
  private any: Uint32Array = new Uint32Array(BLOCKS / 32);
  /** A bit for each /24 in which an address lies; the same array while there is no network. */
  private near: Uint32Array;
  /** False when there are so many addresses that their neighbours say nothing. */
  readonly tellsNear: boolean;
  private readonly keys: Uint32Array;
  private readonly full: Uint8Array;
  private readonly prefixes: { readonly bits: number; readonly bases: Set<number> }[] = [];

  constructor(
    addresses: Uint32Array,
    more: {
      readonly networks: readonly { readonly base: number; readonly bits: number }[];
      /** Addresses that are only candidates, such as hosts of URLs. */
      readonly hosts: readonly number[];
    },
  ) {
    this.near = more.networks.length + more.hosts.length === 0 ? this.any : new Uint32Array(BLOCKS / 32);
    const size = powerOfTwo(Math.max(16, addresses.length * 2));
    this.keys = new Uint32Array(size);
    this.full = new Uint8Array(size);
    for (const address of addresses) this.addAddress(address);
    this.tellsNear = blocksOf(addresses) <= MOST_NEAR;
    if (!this.tellsNear) this.near = new Uint32Array(BLOCKS / 32);
    for (const network of more.networks) this.addNetwork(network.base, network.bits);
    for (const host of more.hosts) this.mark(this.any, host);
    this.prefixes.sort((a, b) => b.bits - a.bits);
  }

  /** The bits of `candidate`. */
  get blocks(): Uint32Array {
    return this.any;
  }

  /** Puts the bits of `candidate` elsewhere; `blocks` must hold the same ones. */
  move(blocks: Uint32Array): void {
    if (this.near === this.any) this.near = blocks;
    this.any = blocks;
  }

  /** True when an address, or a network around it, or an address of the same /24 is in the table; cheap. */
  candidate(address: number): boolean {
    return ((this.any[address >>> 13] as number) & (1 << ((address >>> 8) & 31))) !== 0;
  }

  /** True when an address of the same /24 is in the table. */
  isNear(address: number): boolean {
    return ((this.near[address >>> 13] as number) & (1 << ((address >>> 8) & 31))) !== 0;
  }

  /** True when exactly this address is in the table. */
  has(address: number): boolean {
    const mask = this.keys.length - 1;
    let slot = slotOf(address) & mask;
    for (; this.full[slot] === 1; slot = (slot + 1) & mask)
      if (this.keys[slot] === address >>> 0) return true;
    return false;
  }

  /** True when a network of the table holds the address. */
  inNetwork(address: number): boolean {
    return this.prefixes.some(({ bits, bases }) => bases.has(firstOf(address, bits)));
  }

  private addAddress(address: number): void {
    const mask = this.keys.length - 1;
    let slot = slotOf(address) & mask;
    while (this.full[slot] === 1 && this.keys[slot] !== address) slot = (slot + 1) & mask;
    this.keys[slot] = address;
    this.full[slot] = 1;
    this.mark(this.any, address);
    this.mark(this.near, address);
  }

  private addNetwork(base: number, bits: number): void {
    let prefix = this.prefixes.find((known) => known.bits === bits);
    if (!prefix) {
      prefix = { bits, bases: new Set() };
      this.prefixes.push(prefix);
    }
    prefix.bases.add(firstOf(base, bits));
    const blocks = bits >= 24 ? 1 : 2 ** (24 - bits);
    for (let block = 0; block < blocks; block += 1) this.mark(this.any, firstOf(base, bits) + block * 256);
  }

  private mark(map: Uint32Array, address: number): void {
    map[address >>> 13] = (map[address >>> 13] as number) | (1 << ((address >>> 8) & 31));
  }
}

/** First address of the network of so many bits around an address. */
export function firstOf(address: number, bits: number): number {
  return bits === 0 ? 0 : (address & (0xffffffff << (32 - bits))) >>> 0;
}

function slotOf(address: number): number {
  const h = Math.imul(address ^ (address >>> 15), 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

/** How many /24s the addresses, ascending, lie in. */
function blocksOf(addresses: Uint32Array): number {
  let blocks = 0;
  let last = -1;
  for (const address of addresses) {
    const block = address >>> 8;
    if (block !== last) blocks += 1;
    last = block;
  }
  return blocks;
}
