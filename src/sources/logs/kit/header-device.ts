import {
  COLON,
  DOT,
  decimal,
  isAlnum,
  isDigit,
  LESS,
  mnemonicEnd,
  PERCENT,
  plainNameEnd,
  SPACE,
  STAR,
  sequenceEnd,
  skipBlanks,
} from './header-bytes.ts';
import type { HeaderFields } from './header-fields.ts';

const GREATER = 62;
const ONE = 49;
const MOST_STAMPS = 3;
const NONE = -1;
/** A shorter word before a space may be the start of a stamp. */
const SHORTEST_HOST = 4;
const SHORTEST_ORIGIN_ID = 3;

/**
 * Reads the headers that most devices and their relays write in one pass: priority, relay's stamp and host, sequence
 * number, origin id, stamp, mnemonic. It knows less than HeaderReader, which looks ahead at every word; what it reads
 * it reads alike.
 */
export class DeviceHeader {
  private readonly fields: HeaderFields;
  private bytes: Uint8Array = new Uint8Array(0);
  private to = 0;

  /** Fills `fields`, which must be clear. */
  constructor(fields: HeaderFields) {
    this.fields = fields;
  }

  /** Reads the line in bytes [from, to); when it is false, what was noted by then says nothing. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    this.bytes = bytes;
    this.to = to;
    let at = skipBlanks(bytes, from, to);
    if (bytes[at] === LESS) at = this.priority(at);
    for (let stamps = 0; at >= 0 && stamps < MOST_STAMPS; stamps += 1) {
      at = this.stamp(this.number(this.originId(this.number(at))));
      if (at < 0) return false;
      if (bytes[at] === PERCENT) return this.mnemonic(at + 1);
      if (this.fields.stamps.innerIsOwn) return false;
      at = this.host(at);
      if (bytes[at] === PERCENT) return this.mnemonic(at + 1);
    }
    return false;
  }

  /** `<189>`; RFC 5424, which goes on with a version, is left to others. */
  private priority(at: number): number {
    const { bytes, to } = this;
    let end = at + 1;
    while (end < to && end - at < 4 && isDigit(bytes[end])) end += 1;
    if (end === at + 1 || end >= to || bytes[end] !== GREATER) return NONE;
    if (decimal(bytes, at + 1, end) > 191 || (bytes[end + 1] === ONE && bytes[end + 2] === SPACE))
      return NONE;
    return skipBlanks(bytes, end + 1, to);
  }

  /** `4211: `, or nothing. */
  private number(at: number): number {
    const { bytes, to, fields } = this;
    const end = isDigit(bytes[at]) ? sequenceEnd(bytes, at, to) : NONE;
    if (end < 0) return at;
    if (fields.sequence < 0) fields.sequence = decimal(bytes, at, end - 1);
    return skipBlanks(bytes, end, to);
  }

  /** `pe-chi-02: `, or nothing. What begins with a digit may be a time since start unless it is digits and dots. */
  private originId(at: number): number {
    const { bytes, to } = this;
    const end = isAlnum(bytes[at]) ? plainNameEnd(bytes, at, to) : NONE;
    if (end - at < SHORTEST_ORIGIN_ID || bytes[end] !== COLON || bytes[end + 1] !== SPACE) return at;
    if (end + 1 >= to || (isDigit(bytes[at]) && !this.dotted(at, end))) return at;
    this.fields.setHost(at, end, true);
    return skipBlanks(bytes, end + 1, to);
  }

  private dotted(at: number, end: number): boolean {
    for (let i = at; i < end; i += 1) if (!isDigit(this.bytes[i]) && this.bytes[i] !== DOT) return false;
    return true;
  }

  /** A stamp, `*` or `.` before it or not; the start of what follows, or NONE. */
  private stamp(at: number): number {
    const { bytes, to } = this;
    if (at >= to) return NONE;
    const { stamps } = this.fields;
    const first = bytes[at] as number;
    const marked = first === STAR || first === DOT;
    const end = stamps.read(bytes, marked ? at + 1 : at, to);
    if (end < 0) return NONE;
    if (marked) stamps.mark = first;
    const next = skipBlanks(bytes, end, to);
    return next < to ? next : NONE;
  }

  /** The host behind a relay's stamp, or nothing. */
  private host(at: number): number {
    const { bytes, to } = this;
    const end = isAlnum(bytes[at]) ? plainNameEnd(bytes, at, to) : NONE;
    if (end - at < SHORTEST_HOST || bytes[end] !== SPACE || end >= to) return at;
    this.fields.setHost(at, end, false);
    return skipBlanks(bytes, end, to);
  }

  private mnemonic(from: number): boolean {
    const { bytes, to } = this;
    const end = mnemonicEnd(bytes, from, to);
    if (end > 0) this.fields.setMnemonic(bytes, { from, end, to });
    return end > 0;
  }
}
