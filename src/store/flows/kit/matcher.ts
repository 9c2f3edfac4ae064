import { formatIp4, formatIp6, formatNetwork, parseNetwork } from '../../../base/ip.ts';
import type { SightingQuery } from '../contract.ts';
import { splitAddresses } from './address.ts';

/** What an address of a flow matches. */
export interface Match {
  readonly value: string;
  readonly near: boolean;
}

interface Span<T> {
  readonly low: T;
  readonly high: T;
  readonly text: string;
}

/** Finds which values of a sighting query an address matches. Networks are looked up by their number of leading bits. */
export class Matcher {
  /** Exact addresses. */
  readonly four: ReadonlySet<number>;
  readonly six: ReadonlySet<bigint>;
  /** First 24 bits of exact IPv4 addresses to the lowest address there; empty when near ones are not wanted. */
  readonly near: ReadonlyMap<number, number>;
  readonly nets4: readonly Span<number>[];
  readonly nets6: readonly Span<bigint>[];
  private readonly by4 = new Map<number, Map<number, string>>();
  private readonly by6 = new Map<number, Map<bigint, string>>();

  /** Reads the query once. */
  constructor(query: SightingQuery) {
    const { four, six } = splitAddresses(query.addresses);
    this.four = new Set(four);
    this.six = new Set(six);
    const near = new Map<number, number>();
    if (query.near) for (const value of four) if (!near.has(value >>> 8)) near.set(value >>> 8, value);
    this.near = near;
    const nets4: Span<number>[] = [];
    const nets6: Span<bigint>[] = [];
    for (const text of [...new Set(query.networks)].sort()) this.addNetwork(text, { nets4, nets6 });
    this.nets4 = nets4;
    this.nets6 = nets6;
  }

  /** True when the query can match nothing. */
  get empty(): boolean {
    return this.four.size + this.six.size + this.nets4.length + this.nets6.length === 0;
  }

  /** Matches of an IPv4 address. */
  match4(value: number): Match[] {
    const out: Match[] = [];
    const exact = this.four.has(value);
    if (exact) out.push({ value: formatIp4(value), near: false });
    for (const [bits, nets] of this.by4) {
      const text = nets.get(high4(value, bits));
      if (text !== undefined) out.push({ value: text, near: false });
    }
    const neighbour = exact ? undefined : this.near.get(value >>> 8);
    if (neighbour !== undefined) out.push({ value: formatIp4(neighbour), near: true });
    return out;
  }

  /** Matches of an IPv6 address. */
  match6(value: bigint): Match[] {
    const out: Match[] = [];
    if (this.six.has(value)) out.push({ value: formatIp6(value), near: false });
    for (const [bits, nets] of this.by6) {
      const text = nets.get(value >> BigInt(128 - bits));
      if (text !== undefined) out.push({ value: text, near: false });
    }
    return out;
  }

  private addNetwork(text: string, out: { nets4: Span<number>[]; nets6: Span<bigint>[] }): void {
    const network = parseNetwork(text);
    if (!network) return;
    const { base, bits } = network;
    const shown = formatNetwork(network);
    if (base.version === 4) {
      if (this.by4.get(bits)?.has(high4(base.value, bits)) === true) return;
      out.nets4.push({ low: base.value, high: base.value + 2 ** (32 - bits) - 1, text: shown });
      into(this.by4, bits).set(high4(base.value, bits), shown);
    } else {
      const high = base.value + (1n << BigInt(128 - bits)) - 1n;
      out.nets6.push({ low: base.value, high, text: shown });
      into(this.by6, bits).set(base.value >> BigInt(128 - bits), shown);
    }
  }
}

function high4(value: number, bits: number): number {
  return bits === 0 ? 0 : value >>> (32 - bits);
}

function into<T>(map: Map<number, Map<T, string>>, bits: number): Map<T, string> {
  let inner = map.get(bits);
  if (!inner) {
    inner = new Map();
    map.set(bits, inner);
  }
  return inner;
}
