import { formatIp4, formatIp6 } from '../../base/ip.ts';
import type { ScanMatch, Scanner } from '../../model/indicator.ts';
import type { Ip4Table } from './ip4-table.ts';
import { type Ip6Table, readIp6 } from './ip6-table.ts';
import { ACTION, BYTE_CLASS, buildMachine, type Machine } from './machine.ts';
import type { TailFilter } from './tail-filter.ts';
import { ALNUM, alnumAt, closesHost, closesWord, LOWER, opensWord, type Window } from './text.ts';
import { HASH_START, hashStep, type ValueTable } from './value-table.ts';

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

/** The tables that a scanner looks into. */
export interface ScanTables {
  readonly values: ValueTable;
  readonly filter: TailFilter;
  readonly ip4: Ip4Table | null;
  readonly ip6: Ip6Table | null;
  readonly hashLengths: readonly number[];
  readonly names: boolean;
  /** Canonical value of an entry of the table, as its sharer wrote it. */
  valueOf(number: number): string;
}

const LONGEST_HOST = 255;
const LONGEST_URL = 2048;
const LONGEST_LOCAL = 64;
const AT = 64;

/** Bytes of a URL after its host. */
const URL_BYTE = classOf("-._~:/?#[]@!$&'()*+,;=%");
/** Bytes of the part of an e-mail address before the `@`. */
const LOCAL_BYTE = classOf('._%+-');
/** Bytes of a host name. */
const HOST_BYTE = classOf('.-_');
/** Punctuation that ends a sentence or a quotation rather than a URL, and the bare slash. */
const TRAILING = new Set([...".,;:!?)']/"].map((char) => char.charCodeAt(0)));

function classOf(more: string): Uint8Array {
  const bytes = ALNUM.slice();
  for (const char of more) bytes[char.charCodeAt(0)] = 1;
  return bytes;
}

/** Looks for all values of the tables in one pass over the bytes; makes no objects unless something is found. */
export class TextScanner implements Scanner {
  private readonly tables: ScanTables;
  private readonly machine: Machine;
  private readonly window: Window = { bytes: new Uint8Array(0), start: 0, end: 0 };
  private readonly address6: Uint32Array = new Uint32Array(4);
  private found: (match: ScanMatch) => void = () => {};
  /** Where the address begins that readIp4 read last. */
  private from = 0;

  constructor(tables: ScanTables) {
    this.tables = tables;
    this.machine = buildMachine({
      ip4: tables.ip4 !== null,
      ip6: tables.ip6 !== null,
      names: tables.names,
      hashes: tables.hashLengths,
    });
  }

  /** See Scanner. */
  scan(bytes: Uint8Array, span: { start: number; end: number }, found: (match: ScanMatch) => void): void {
    this.window.bytes = bytes;
    this.window.start = span.start;
    this.window.end = span.end;
    this.found = found;
    const next = this.machine.next;
    let state = this.machine.start;
    for (let i = span.start; i < span.end; i += 1) {
      state = next[state + (BYTE_CLASS[bytes[i] as number] as number)] as number;
      if (state < 0) state = this.act(-1 - state, i);
    }
    // The end of the span ends whatever stands there.
    const last = next[state] as number;
    if (last < 0) this.act(-1 - last, span.end);
  }

  private act(code: number, at: number): number {
    const action = code >>> 16;
    // When the byte before is no letter or digit, the word ended one byte earlier and waited for this one.
    const end = ALNUM[this.window.bytes[at - 1] as number] === 1 ? at : at - 1;
    if ((action & ACTION.ip4) !== 0) this.endIp4(end);
    if ((action & ACTION.name) !== 0) this.endName(end);
    if ((action & ACTION.hash) !== 0) this.endHash(at);
    if ((action & ACTION.ip6) !== 0) this.endIp6(at);
    return code & 0xffff;
  }

  private report(
    valueType: ScanMatch['valueType'],
    span: { start: number; end: number },
    value: string,
  ): void {
    this.found({ value, valueType, near: false, start: span.start, end: span.end });
  }

  private endIp4(end: number): void {
    const table = this.tables.ip4 as Ip4Table;
    const address = this.readIp4(end);
    if (address < 0 || !table.candidate(address)) return;
    const start = this.from;
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
      address += part * 256 ** octet;
      if (octet < 3) {
        if (at < start || bytes[at] !== 46) return -1;
        at -= 1;
      }
    }
    this.from = at + 1;
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
      if (outside || before === 46) {
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
    const stop = Math.min(this.window.end, start + LONGEST_URL);
    let end = host;
    while (end < stop && URL_BYTE[bytes[end] as number] === 1) end += 1;
    for (let tries = 0; tries < 4 && end >= host; tries += 1) {
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

  private endIp6(at: number): void {
    const { bytes, start } = this.window;
    let from = at;
    while (from > start && isIp6Byte(bytes[from - 1] as number)) from -= 1;
    let to = at;
    const lead = bytes[from] === 58 && bytes[from + 1] !== 58;
    const trail = bytes[to - 1] === 58 && bytes[to - 2] !== 58;
    if (!lead && alnumAt(this.window, from - 1)) return;
    if (!trail && !closesWord(this.window, to)) return;
    if (lead) from += 1;
    if (trail) to -= 1;
    if (to - from > 39 || to - from < 2 || !readIp6(bytes, { from, to }, this.address6)) return;
    if ((this.tables.ip6 as Ip6Table).longest(this.address6) >= 0)
      this.report('ipv6', { start: from, end: to }, formatIp6(toBig(this.address6)));
  }
}

function isIp6Byte(byte: number): boolean {
  const lower = byte | 32;
  return byte === 58 || (byte >= 48 && byte <= 57) || (lower >= 97 && lower <= 102);
}

function toBig(words: Uint32Array): bigint {
  let value = 0n;
  for (const word of words) value = (value << 32n) | BigInt(word);
  return value;
}
