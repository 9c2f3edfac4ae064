import {
  COLON,
  DOT,
  decimal,
  isDigit,
  isHost,
  LESS,
  mnemonicEnd,
  PERCENT,
  SLASH,
  SPACE,
  STAR,
  sequenceEnd,
  skipBlanks,
  uptimeEnd,
  wordEnd,
} from './header-bytes.ts';
import { DeviceHeader } from './header-device.ts';
import { HeaderFields } from './header-fields.ts';
import { colonInside, HeaderLook } from './header-look.ts';
import type { StructuredHeader } from './structured-header.ts';
import { readStructured } from './structured-header.ts';

const MOST_PARTS = 24;
const DONE = -1;
const NONE = 0;

/**
 * Reads the header of one syslog line from bytes, whatever relays put in front: priorities, RFC 5424 headers, RFC 3164
 * stamps and hosts, ISO stamps, sequence numbers, IOS stamps with `*` or `.`, times since start, XR node names. The
 * fields describe the last line read; offsets count in the array given.
 */
export class HeaderReader extends HeaderFields {
  private readonly device = new DeviceHeader(this);
  private readonly look = new HeaderLook(this.stamps);
  private priority = false;
  private hostNext = false;
  private bytes: Uint8Array = new Uint8Array(0);
  private to = 0;
  private readonly structured: StructuredHeader = {
    hostFrom: 0,
    hostTo: 0,
    appFrom: 0,
    appTo: 0,
    message: 0,
  };

  /** Reads the line in bytes [from, to); false when it has no header that is known. */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    this.clear();
    return this.device.read(bytes, from, to) || this.readAny(bytes, from, to);
  }

  /** As `read`, without the short way for common headers. */
  readAny(bytes: Uint8Array, from: number, to: number): boolean {
    this.reset(bytes, to);
    let at = from;
    for (let part = 0; part < MOST_PARTS; part += 1) {
      at = skipBlanks(bytes, at, to);
      this.bodyFrom = at;
      if (at >= to) break;
      const next = this.step(at);
      if (next === DONE) break;
      at = next;
    }
    if (this.form === 'mnemonic') return true;
    if (this.uptime && this.stamps.count === 0) return false;
    return this.form !== 'none' && (this.stamps.count > 0 || this.priority);
  }

  private reset(bytes: Uint8Array, to: number): void {
    this.clear();
    this.bytes = bytes;
    this.to = to;
    this.priority = false;
    this.hostNext = false;
  }

  /** Reads the part at `at`; returns where the next begins, or DONE when the body was found. */
  private step(at: number): number {
    const first = this.bytes[at] as number;
    if (first === PERCENT) {
      const end = mnemonicEnd(this.bytes, at + 1, this.to);
      if (end > 0) return this.mnemonic(at + 1, end);
    }
    if (first === LESS) {
      const end = this.priorityAt(at);
      if (end !== NONE) return end;
    }
    if (first === STAR || first === DOT) {
      const end = this.markedAt(at);
      if (end > 0) return end;
    }
    if (first === COLON && this.bytes[at + 1] === SPACE) return at + 1;
    const end = this.stampAt(at);
    if (end > 0) return end;
    if (isDigit(first)) {
      const after = this.numberAt(at);
      if (after !== NONE) return after;
    }
    return this.wordAt(at);
  }

  private mnemonic(from: number, end: number): number {
    this.setMnemonic(this.bytes, { from, end, to: this.to });
    return DONE;
  }

  private priorityAt(at: number): number {
    let i = at + 1;
    while (i < this.to && i - at < 4 && isDigit(this.bytes[i])) i += 1;
    if (i === at + 1 || this.bytes[i] !== 62 || i >= this.to) return NONE;
    if (decimal(this.bytes, at + 1, i) > 191) return NONE;
    this.priority = true;
    this.hostNext = false;
    if (this.bytes[i + 1] === 49 && this.bytes[i + 2] === SPACE) {
      const end = this.structuredAt(i + 3);
      if (end !== NONE) return end;
    }
    return i + 1;
  }

  /** `*Oct 15 …`, `.Oct 15 …` or `*00:00:12:`. */
  private markedAt(at: number): number {
    const end = this.stampAt(at + 1);
    if (end < 0) return this.uptimeAt(at + 1);
    this.stamps.mark = this.bytes[at] as number;
    return end;
  }

  private uptimeAt(at: number): number {
    const end = uptimeEnd(this.bytes, at, this.to);
    if (end > 0) this.uptime = true;
    return end;
  }

  private numberAt(at: number): number {
    const end = sequenceEnd(this.bytes, at, this.to);
    if (end > 0) {
      if (this.sequence < 0) this.sequence = decimal(this.bytes, at, end - 1);
      this.hostNext = false;
      return end;
    }
    const up = this.uptimeAt(at);
    if (up > 0) return up;
    if (this.bytes[at] === 49 && this.bytes[at + 1] === SPACE && this.stamps.count === 0) {
      const structured = this.structuredAt(at + 2);
      if (structured !== NONE) return structured;
    }
    return NONE;
  }

  private stampAt(at: number): number {
    const end = this.stamps.read(this.bytes, at, this.to);
    if (end > 0) this.hostNext = !this.stamps.innerIsOwn;
    return end;
  }

  private wordAt(at: number): number {
    const end = wordEnd(this.bytes, at, this.to);
    if (this.bytes[end - 1] === COLON && end - at > 1) return this.colonWord(at, end);
    const inside = colonInside(this.bytes, at, end);
    if (inside > 0) {
      if (this.bytes[inside - 1] === 93) return this.program(at, inside + 1);
      if (this.look.device(this.bytes, inside + 1, this.to)) return this.nodeOrHost(at, inside);
    }
    if (isHost(this.bytes, at, end) && end < this.to) {
      const expected = this.hostNext;
      this.hostNext = false;
      if (expected || this.look.header(this.bytes, end, this.to)) return this.host(at, end, false);
    }
    return this.bare(at, end);
  }

  /** A word with a colon behind it: an origin id before a device's part, a program before its text. */
  private colonWord(at: number, end: number): number {
    const after = skipBlanks(this.bytes, end, this.to);
    const plain = isHost(this.bytes, at, end - 1) && this.bytes[at] !== STAR;
    const mnemonicNext = this.bytes[after] === PERCENT && mnemonicEnd(this.bytes, after + 1, this.to) > 0;
    if (mnemonicNext) return plain && this.hostTo === 0 ? this.host(at, end - 1, true) + 1 : end;
    if (!this.look.device(this.bytes, after, this.to)) return this.program(at, end);
    return plain ? this.nodeOrHost(at, end - 1) : end;
  }

  /** A name with a slash is an XR node (`RP/0/RP0/CPU0`), which is no host. */
  private nodeOrHost(at: number, colon: number): number {
    for (let i = at; i < colon; i += 1) if (this.bytes[i] === SLASH) return colon + 1;
    if (!isHost(this.bytes, at, colon)) return colon + 1;
    return this.host(at, colon, true) + 1;
  }

  private host(from: number, to: number, originId: boolean): number {
    this.setHost(from, to, originId);
    return to;
  }

  private program(at: number, end: number): number {
    this.form = 'program';
    let stop = at;
    while (stop < end - 1 && this.bytes[stop] !== 91 && this.bytes[stop] !== 40) stop += 1;
    this.tagFrom = at;
    this.tagTo = stop;
    this.bodyFrom = skipBlanks(this.bytes, end, this.to);
    return DONE;
  }

  private bare(at: number, end: number): number {
    if (end - at <= 64) {
      this.form = 'bare';
      this.tagFrom = at;
      this.tagTo = end;
    }
    this.bodyFrom = at;
    return DONE;
  }

  /** RFC 5424 after the version: returns the start of the message, DONE, or NONE. */
  private structuredAt(at: number): number {
    const { bytes, to } = this;
    if (bytes[at] === 45 && bytes[at + 1] === SPACE) this.hostNext = false;
    else if (this.stampAt(at) < 0) return 0;
    this.hostNext = false;
    const parts = this.structured;
    if (!readStructured(bytes, { from: wordEnd(bytes, at, to), to }, parts)) return 0;
    if (isHost(bytes, parts.hostFrom, parts.hostTo)) this.host(parts.hostFrom, parts.hostTo, false);
    return this.application(parts.appFrom, parts.message);
  }

  private application(app: number, message: number): number {
    const { bytes, to } = this;
    const end = wordEnd(bytes, app, to);
    let digits = app;
    while (digits < end && isDigit(bytes[digits])) digits += 1;
    if (digits === end && end - app <= 10) {
      if (this.sequence < 0) this.sequence = decimal(bytes, app, end);
      return message;
    }
    if (bytes[app] === PERCENT && mnemonicEnd(bytes, app + 1, end + 1) > 0) {
      this.mnemonic(app + 1, mnemonicEnd(bytes, app + 1, end + 1));
      this.bodyFrom = skipBlanks(bytes, message, to);
      return DONE;
    }
    const text = skipBlanks(bytes, message, to);
    const nested = bytes[text] === PERCENT || this.look.device(bytes, text, to);
    if (nested || (end - app === 1 && bytes[app] === 45)) return message;
    this.program(app, end + 1);
    this.bodyFrom = Math.min(text, to);
    return DONE;
  }
}
