import { formatIp4, formatIp6 } from '../../base/ip.ts';
import type { LineOutline, ScanMatch, Scanner } from '../../model/indicator.ts';
import type { Ip4Table } from './ip4-table.ts';
import { type Ip6Table, readIp6, toBig } from './ip6-table.ts';
import type { TailFilter } from './tail-filter.ts';
import { ALNUM, alnumAt, closesHost, closesWord, LOWER, opensWord, type Window } from './text.ts';
import { HASH_START, hashStep, VALUE, type ValueTable } from './value-table.ts';

/** The tables that a scanner looks into. */
export interface ScanTables {
  readonly values: ValueTable;
  readonly filter: TailFilter;
  readonly ip4: Ip4Table | null;
  readonly ip6: Ip6Table | null;
  readonly hashLengths: readonly number[];
  readonly names: boolean;
  /** True when a URL of the table has an IPv6 address in brackets as its host. */
  readonly hosts6: boolean;
  /** Length of the longest URL of the table, without its scheme. */
  readonly longestUrl: number;
  /** Names the lines that are worth a scan; null where the machine cannot. */
  readonly lines: LineOutline | null;
  /** Canonical value of an entry of the table, as its sharer wrote it. */
  valueOf(number: number): string;
}

const LONGEST_HOST = 255;
const LONGEST_LOCAL = 64;
const AT = 64;
const DOT = 46;
const COLON = 58;
const OPEN = 91;
const CLOSE = 93;

/** Bytes of a URL after its host. */
const URL_BYTE = classOf("-._~:/?#[]@!$&'()*+,;=%");
/** Bytes of the part of an e-mail address before the `@`. */
const LOCAL_BYTE = classOf('._%+-');
/** Bytes of a host name. */
const HOST_BYTE = classOf('.-_');
/** Hexadecimal digits, and with the colon what IPv6 text is made of. */
const HEX_BYTE = new Uint8Array(256);
const IP6_BYTE = new Uint8Array(256);
for (const char of '0123456789abcdefABCDEF') HEX_BYTE[char.charCodeAt(0)] = IP6_BYTE[char.charCodeAt(0)] = 1;
IP6_BYTE[COLON] = 1;
/** Most bytes of punctuation that are left off the end of a URL. */
const MOST_TRAILING = 3;
/** Punctuation that ends a sentence or a quotation rather than a URL, and the bare slash. */
const TRAILING: ReadonlySet<number> = new Set(Buffer.from(".,;:!?)']/"));

function classOf(more: string): Uint8Array {
  const bytes = ALNUM.slice();
  for (const char of more) bytes[char.charCodeAt(0)] = 1;
  return bytes;
}

/** Looks for all values of the tables in one pass over the bytes; makes no objects unless something is found. */
export class TextScanner implements Scanner {
  readonly lines: LineOutline | null;
  private readonly tables: ScanTables;
  private readonly window: Window = { bytes: new Uint8Array(0), start: 0, end: 0 };
  private readonly address6: Uint32Array = new Uint32Array(4);
  private readonly shortest: number;
  private found: (match: ScanMatch) => void = () => {};
  /** Where the address begins that readIp4 read last, and the address. */
  private from = 0;
  private address4 = 0;

  constructor(tables: ScanTables) {
    this.tables = tables;
    this.shortest = tables.hashLengths[0] ?? 0;
    this.lines = tables.lines;
  }

  /** See Scanner. */
  scan(bytes: Uint8Array, span: { start: number; end: number }, found: (match: ScanMatch) => void): void {
    this.window.bytes = bytes;
    this.window.start = span.start;
    this.window.end = span.end;
    this.found = found;
    if (this.tables.ip4 !== null || this.tables.names) this.scanDots(bytes, span.end);
    if (this.shortest > 0) this.scanHashes(bytes, span.end);
    if (this.tables.ip6 !== null || this.tables.hosts6) this.scanColons(bytes, span.end);
  }

  /** Addresses and names hold a dot: bytes are only looked at more closely where one stands. */
  private scanDots(bytes: Uint8Array, stop: number): void {
    for (let i = this.window.start; i < stop; i += 1) if (bytes[i] === DOT) i = this.dotted(i);
  }

  /** Looks at each place after the dot where an address or a name may end, and returns the end of the host name. */
  private dotted(first: number): number {
    const { bytes, end } = this.window;
    let label = first + 1;
    let at = label;
    for (; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (ALNUM[byte] === 1) continue;
      if (at > label) this.wordEnds(label, at);
      if (byte === DOT) label = at + 1;
      else if (HOST_BYTE[byte] === 0) return at;
    }
    if (at > label) this.wordEnds(label, at);
    return at;
  }

  /** The label after the last dot tells what may end here: an address when it begins with a digit, else a name. */
  private wordEnds(label: number, end: number): void {
    const bytes = this.window.bytes;
    const next = end < this.window.end ? (bytes[end] as number) : 0;
    const goesOn = HOST_BYTE[next] === 1 && alnumAt(this.window, end + 1);
    if (goesOn && next === DOT) return;
    const initial = bytes[label] as number;
    if (initial >= 48 && initial <= 57) {
      if (this.tables.ip4 !== null && this.readIp4(end) >= 0) this.endIp4(end);
    } else if (!goesOn && this.tables.names) this.endName(end);
  }

  /** A word as long as the shortest hash covers one byte of every so many: only those are looked at. */
  private scanHashes(bytes: Uint8Array, stop: number): void {
    const stride = this.shortest;
    for (let i = this.window.start + stride - 1; i < stop; i += stride) {
      if (HEX_BYTE[bytes[i] as number] === 0) continue;
      let end = i + 1;
      while (end < stop && ALNUM[bytes[end] as number] === 1) end += 1;
      this.endHash(end);
      // A later word covers the byte that lies a stride after the end of this one.
      i = end;
    }
  }

  /** IPv6 addresses hold colons; times of day do too and are told apart by their number. */
  private scanColons(bytes: Uint8Array, stop: number): void {
    for (let i = this.window.start; i < stop; i += 1) {
      if (bytes[i] !== COLON) continue;
      let end = i + 1;
      let colons = 1;
      let doubled = false;
      for (; end < stop && IP6_BYTE[bytes[end] as number] === 1; end += 1) {
        if (bytes[end] !== COLON) continue;
        colons += 1;
        if (bytes[end - 1] === COLON) doubled = true;
      }
      if (doubled || colons >= 7) this.endIp6(end);
      i = end;
    }
  }

  private report(
    valueType: ScanMatch['valueType'],
    span: { start: number; end: number },
    value: string,
  ): void {
    this.found({ value, valueType, near: false, start: span.start, end: span.end });
  }

  /** Checks the address that readIp4 has just read. */
  private endIp4(end: number): void {
    const table = this.tables.ip4 as Ip4Table;
    const { start, address } = { start: this.from, address: this.address4 };
    if (!table.candidate(address)) return;
    if (!opensWord(this.window, start) || !closesWord(this.window, end)) return;
    if (table.has(address) || table.inNetwork(address))
      this.report('ipv4', { start, end }, formatIp4(address));
    else if (table.isNear(address))
      this.found({ value: formatIp4(address), valueType: 'ipv4', near: true, start, end });
    const host = this.tables.values.find(this.window.bytes, start, end);
    if (host >= 0 && (this.tables.values.flags(host) & VALUE.host) !== 0) this.endUrl(start, end);
  }

  /** Reads the dotted address that ends here, from its last digit to its first; -1 when there is none. */
  private readIp4(end: number): number {
    const { bytes, start } = this.window;
    let at = end - 1;
    let address = 0;
    let place = 1;
    for (let octet = 0; octet < 4; octet += 1) {
      let part = 0;
      let scale = 1;
      let first = 0;
      while (at >= start && scale <= 1000) {
        const digit = (bytes[at] as number) - 48;
        if (digit < 0 || digit > 9) break;
        part += digit * scale;
        scale *= 10;
        first = digit;
        at -= 1;
      }
      if (scale === 1 || part > 255 || (first === 0 && scale > 10)) return -1;
      address += part * place;
      place *= 256;
      if (octet < 3) {
        if (at < start || bytes[at] !== DOT) return -1;
        at -= 1;
      }
    }
    this.from = at + 1;
    this.address4 = address;
    return address;
  }

  private endName(end: number): void {
    const { bytes, start } = this.window;
    if (!this.tables.filter.mayEnd(bytes, start, end) || !closesHost(this.window, end)) return;
    const { values } = this.tables;
    const stop = Math.max(start, end - LONGEST_HOST);
    let hash = HASH_START;
    for (let at = end - 1; at >= stop; at -= 1) {
      hash = hashStep(hash, LOWER[bytes[at] as number] as number);
      const before = at > start ? (bytes[at - 1] as number) : 0;
      const outside = HOST_BYTE[before] === 0;
      if (outside || before === DOT) {
        const number = values.findHashed(bytes, { from: at, to: end, hash });
        if (number >= 0) this.nameFound(number, { start: at, end, before });
      }
      if (outside) return;
    }
  }

  private nameFound(number: number, at: { start: number; end: number; before: number }): void {
    const flags = this.tables.values.flags(number);
    if ((flags & VALUE.domain) !== 0) this.report('domain', at, this.tables.values.value(number));
    if ((flags & VALUE.host) !== 0 && HOST_BYTE[at.before] === 0) this.endUrl(at.start, at.end);
    if ((flags & VALUE.mailHost) !== 0 && at.before === AT) this.endEmail(at.start, at.end);
  }

  private endEmail(host: number, end: number): void {
    const { bytes, start } = this.window;
    let from = host - 1;
    const stop = Math.max(start, from - LONGEST_LOCAL - 1);
    while (from > stop && LOCAL_BYTE[bytes[from - 1] as number] === 1) from -= 1;
    const number = this.tables.values.find(bytes, from, end);
    if (number >= 0 && (this.tables.values.flags(number) & VALUE.email) !== 0)
      this.report('email', { start: from, end }, this.tables.values.value(number));
  }

  private endUrl(start: number, host: number): void {
    const { bytes } = this.window;
    // A longer stretch holds no URL of the table, even without the punctuation at its end.
    const stop = Math.min(this.window.end, start + this.tables.longestUrl + MOST_TRAILING + 1);
    let end = host;
    while (end < stop && URL_BYTE[bytes[end] as number] === 1) end += 1;
    if (end === start + this.tables.longestUrl + MOST_TRAILING + 1) return;
    for (let tries = 0; tries <= MOST_TRAILING && end >= host; tries += 1) {
      const number = this.tables.values.find(bytes, start, end);
      if (number >= 0 && (this.tables.values.flags(number) & VALUE.url) !== 0) {
        this.report('url', { start, end }, this.tables.valueOf(number));
        return;
      }
      if (!TRAILING.has(bytes[end - 1] as number)) return;
      end -= 1;
    }
  }

  private endHash(end: number): void {
    const { bytes, start } = this.window;
    if (!this.tables.filter.mayEnd(bytes, start, end)) return;
    let from = end;
    while (from > start && ALNUM[bytes[from - 1] as number] === 1) from -= 1;
    const number = this.tables.values.find(bytes, from, end);
    if (number >= 0 && (this.tables.values.flags(number) & VALUE.hash) !== 0)
      this.report('hash', { start: from, end }, this.tables.values.value(number));
  }

  /** `[2001:db8::1]` as the host of a URL of the table, in canonical form. */
  private endHost6(open: number, end: number): void {
    const { bytes, start } = this.window;
    if (open < start || end > this.window.end || bytes[open] !== OPEN || bytes[end - 1] !== CLOSE) return;
    const number = this.tables.values.find(bytes, open, end);
    if (number >= 0 && (this.tables.values.flags(number) & VALUE.host) !== 0) this.endUrl(open, end);
  }

  private endIp6(at: number): void {
    const { bytes, start } = this.window;
    let from = at;
    while (from > start && IP6_BYTE[bytes[from - 1] as number] === 1) from -= 1;
    let to = at;
    const lead = bytes[from] === COLON && bytes[from + 1] !== COLON;
    const trail = bytes[to - 1] === COLON && bytes[to - 2] !== COLON;
    if (!lead && alnumAt(this.window, from - 1)) return;
    if (!trail && !closesWord(this.window, to)) return;
    if (lead) from += 1;
    if (trail) to -= 1;
    if (this.tables.hosts6) this.endHost6(from - 1, to + 1);
    const table = this.tables.ip6;
    if (table === null || to - from > 39 || to - from < 2 || !readIp6(bytes, { from, to }, this.address6))
      return;
    if (table.longest(this.address6) >= 0)
      this.report('ipv6', { start: from, end: to }, formatIp6(toBig(this.address6)));
  }
}
