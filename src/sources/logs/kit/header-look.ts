import {
  COLON,
  DOT,
  isDigit,
  LESS,
  mnemonicEnd,
  PERCENT,
  STAR,
  sequenceEnd,
  skipBlanks,
  uptimeEnd,
  wordEnd,
} from './header-bytes.ts';
import type { HeaderStamps } from './header-stamps.ts';

const BRACKET = 93;

/** Offset of the last colon inside a word, for `sshd[12]:text` and `RP/0/RP0/CPU0:Oct`; -1 when there is none. */
export function colonInside(bytes: Uint8Array, at: number, end: number): number {
  for (let i = end - 2; i > at; i -= 1) if (bytes[i] === COLON) return i;
  return -1;
}

/** Looks ahead in a header to tell host names from the first words of a message. */
export class HeaderLook {
  private readonly stamps: HeaderStamps;

  /** `stamps` lends its reader; what it keeps is left alone. */
  constructor(stamps: HeaderStamps) {
    this.stamps = stamps;
  }

  /** True where a device's own part begins: a stamp, a marked stamp, a sequence number, a time since start. */
  device(bytes: Uint8Array, from: number, to: number): boolean {
    if (from >= to) return false;
    const first = bytes[from] as number;
    const at = first === STAR || first === DOT ? from + 1 : from;
    if (this.stamps.startsAt(bytes, at, to)) return true;
    if (isDigit(bytes[at])) return sequenceEnd(bytes, at, to) > 0 || uptimeEnd(bytes, at, to) > 0;
    if (first !== STAR) return false;
    // Wireless controllers put a task in front: `*spamApTask1: Oct 15 …`.
    const end = wordEnd(bytes, at, to);
    return bytes[end - 1] === COLON && this.stamps.startsAt(bytes, end + 1, to);
  }

  /** True where another header, a device's part, a mnemonic or a program with a process number begins. */
  header(bytes: Uint8Array, from: number, to: number): boolean {
    const at = skipBlanks(bytes, from, to);
    if (at >= to) return false;
    if (bytes[at] === PERCENT) return mnemonicEnd(bytes, at + 1, to) > 0;
    if (bytes[at] === LESS) return isDigit(bytes[at + 1]);
    if (this.device(bytes, at, to)) return true;
    const end = wordEnd(bytes, at, to);
    if (bytes[end - 1] === COLON) return bytes[end - 2] === BRACKET || this.device(bytes, end + 1, to);
    const inside = colonInside(bytes, at, end);
    return inside > 0 && this.device(bytes, inside + 1, to);
  }
}
