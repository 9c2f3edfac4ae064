/** An IPv4 address: 32-bit number in host order. */
export interface Ip4 {
  readonly version: 4;
  readonly value: number;
}

/** An IPv6 address as one 128-bit number. */
export interface Ip6 {
  readonly version: 6;
  readonly value: bigint;
}

/** An IP address of either version. */
export type Ip = Ip4 | Ip6;

/** A network: the first address and the number of leading bits that are fixed. */
export interface Network {
  readonly base: Ip;
  readonly bits: number;
}

/**
 * Reads dotted-decimal IPv4 strictly: four numbers of 0 to 255 without leading zeros (010 would be octal elsewhere).
 * Returns -1 when the text is anything else.
 */
export function parseIp4(text: string): number {
  const length = text.length;
  if (length < 7 || length > 15) return -1;
  let value = 0;
  let part = -1;
  let dots = 0;
  for (let i = 0; i <= length; i += 1) {
    const c = i === length ? 46 : text.charCodeAt(i);
    if (c === 46) {
      if (part < 0) return -1;
      value = value * 256 + part;
      part = -1;
      if (i < length) dots += 1;
    } else if (c >= 48 && c <= 57) {
      if (part === 0) return -1;
      part = part < 0 ? c - 48 : part * 10 + c - 48;
      if (part > 255) return -1;
    } else return -1;
  }
  return dots === 3 ? value : -1;
}

/** IPv4 may stand only at the very end of an address, never before `::`. */
function parseGroups(text: string, atEnd: boolean): number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (part.includes('.')) {
      const v4 = atEnd && index === parts.length - 1 ? parseIp4(part) : -1;
      if (v4 < 0) return null;
      groups.push(v4 >>> 16, v4 & 0xffff);
    } else {
      if (part.length === 0 || part.length > 4 || !/^[0-9a-fA-F]+$/.test(part)) return null;
      groups.push(Number.parseInt(part, 16));
    }
  }
  return groups;
}

/** Reads IPv6 text (RFC 4291, with embedded IPv4); null when it is anything else. Zone indexes are refused. */
export function parseIp6(text: string): bigint | null {
  if (text.length < 2 || text.length > 45 || !text.includes(':')) return null;
  const gap = text.indexOf('::');
  if (gap >= 0 && text.indexOf('::', gap + 1) >= 0) return null;
  const head = gap >= 0 ? parseGroups(text.slice(0, gap), false) : parseGroups(text, true);
  const tail = gap >= 0 ? parseGroups(text.slice(gap + 2), true) : [];
  if (!head || !tail) return null;
  const missing = 8 - head.length - tail.length;
  if (gap >= 0 ? missing < 1 : missing !== 0) return null;
  let value = 0n;
  for (const group of [...head, ...new Array<number>(missing).fill(0), ...tail])
    value = (value << 16n) | BigInt(group);
  return value;
}

/** Reads an IP address of either version; IPv4-mapped IPv6 becomes IPv4. Null when the text is none. */
export function parseIp(text: string): Ip | null {
  const v4 = parseIp4(text);
  if (v4 >= 0) return { version: 4, value: v4 };
  const v6 = parseIp6(text);
  if (v6 === null) return null;
  if (v6 >> 32n === 0xffffn) return { version: 4, value: Number(v6 & 0xffffffffn) };
  return { version: 6, value: v6 };
}

/** Writes a 32-bit number as dotted decimal. */
export function formatIp4(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/** Writes an IPv6 address in the canonical form of RFC 5952. */
export function formatIp6(value: bigint): string {
  const groups: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) groups.push(Number((value >> shift) & 0xffffn));
  let best = { at: -1, length: 1 };
  for (let i = 0; i < 8; i += 1) {
    let j = i;
    while (j < 8 && groups[j] === 0) j += 1;
    if (j - i > best.length) best = { at: i, length: j - i };
    if (j > i) i = j;
  }
  const text = (from: number, to: number): string =>
    groups
      .slice(from, to)
      .map((g) => g.toString(16))
      .join(':');
  return best.at < 0 ? text(0, 8) : `${text(0, best.at)}::${text(best.at + best.length, 8)}`;
}

/** Writes an address in its canonical text form. */
export function formatIp(ip: Ip): string {
  return ip.version === 4 ? formatIp4(ip.value) : formatIp6(ip.value);
}

/** Canonical text of an address, or null when the text is none. */
export function canonicalIp(text: string): string | null {
  // The strict form of IPv4 is the canonical one.
  if (parseIp4(text) >= 0) return text;
  const ip = parseIp(text);
  return ip ? formatIp(ip) : null;
}

function mask(ip: Ip, bits: number): Ip {
  if (ip.version === 4) {
    return { version: 4, value: bits === 0 ? 0 : (ip.value & (0xffffffff << (32 - bits))) >>> 0 };
  }
  const drop = BigInt(128 - bits);
  return { version: 6, value: (ip.value >> drop) << drop };
}

/** Reads `address/bits` (host bits are cleared), or a single address as a network of its own. Null when neither. */
export function parseNetwork(text: string): Network | null {
  const slash = text.indexOf('/');
  const ip = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (!ip) return null;
  const most = ip.version === 4 ? 32 : 128;
  if (slash < 0) return { base: ip, bits: most };
  const bits = smallNumber(text, slash + 1);
  return bits < 0 || bits > most ? null : { base: mask(ip, bits), bits };
}

/** The number of one to three digits that a text ends in; -1 for anything else. */
function smallNumber(text: string, from: number): number {
  if (from === text.length || text.length - from > 3) return -1;
  let value = 0;
  for (let i = from; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Writes a network as `address/bits`. */
export function formatNetwork(network: Network): string {
  return `${formatIp(network.base)}/${network.bits}`;
}

/** True when the address lies inside the network. */
export function inNetwork(ip: Ip, network: Network): boolean {
  return ip.version === network.base.version && mask(ip, network.bits).value === network.base.value;
}

/** What sort of address it is, by the IANA special-purpose registries (RFC 6890 and successors). */
export type AddressSort =
  | 'public'
  | 'private'
  | 'shared'
  | 'loopback'
  | 'link-local'
  | 'multicast'
  | 'documentation'
  | 'unspecified'
  | 'reserved';

const SORTS: readonly (readonly [string, AddressSort])[] = [
  ['0.0.0.0/32', 'unspecified'],
  ['0.0.0.0/8', 'reserved'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.2.0/24', 'documentation'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'reserved'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['2001:db8::/32', 'documentation'],
  ['3fff::/20', 'documentation'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'link-local'],
  ['ff00::/8', 'multicast'],
];

const SORT_NETWORKS = SORTS.map(([text, sort]) => ({ network: parseNetwork(text) as Network, sort }));
const SORTS_4: readonly { readonly base: number; readonly shift: number; readonly sort: AddressSort }[] =
  SORT_NETWORKS.flatMap(({ network: { base, bits }, sort }) =>
    base.version === 4 ? [{ base: base.value >>> (32 - bits), shift: 32 - bits, sort }] : [],
  );

/** Tells what sort of address it is; `public` when no special-purpose block holds it. */
export function sortOfAddress(ip: Ip): AddressSort {
  if (ip.version === 4) {
    for (const { base, shift, sort } of SORTS_4) if (ip.value >>> shift === base) return sort;
    return 'public';
  }
  for (const entry of SORT_NETWORKS) if (inNetwork(ip, entry.network)) return entry.sort;
  return 'public';
}

/**
 * True for addresses outside the carrier's private space: public ones, and documentation ones, which stand for public
 * addresses in examples and never appear in real networks.
 */
export function isExternal(ip: Ip): boolean {
  const sort = sortOfAddress(ip);
  return sort === 'public' || sort === 'documentation';
}
