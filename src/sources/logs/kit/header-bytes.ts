/** The byte a space. */
export const SPACE = 32;
/** The byte a tab. */
export const TAB = 9;
/** The byte `:`. */
export const COLON = 58;
/** The byte `%`, before a mnemonic. */
export const PERCENT = 37;
/** The byte `<`, before a priority. */
export const LESS = 60;
/** The byte `*`: a clock that was never set. */
export const STAR = 42;
/** The byte `.`: a clock that lost its source. */
export const DOT = 46;
/** The byte `/`. */
export const SLASH = 47;

const HOST = 1;
const FACILITY = 2;
const NAME = 4;
const ALNUM = 8;

/** What each byte may be part of: a host name, a mnemonic, a plain name. */
const CLASS = classTable();

function classTable(): Uint8Array {
  const table = new Uint8Array(256);
  const add = (chars: string, bit: number): void => {
    for (const char of chars) table[char.charCodeAt(0)] = (table[char.charCodeAt(0)] as number) | bit;
  };
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  add(`${letters}0123456789`, HOST | FACILITY | NAME | ALNUM);
  add('._-@', NAME);
  add('._-:/@', HOST);
  add('._-/', FACILITY);
  return table;
}

/** True for 0 to 9. */
export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}

/** True for ASCII letters and digits. */
export function isAlnum(byte: number | undefined): boolean {
  return byte !== undefined && ((CLASS[byte] as number) & ALNUM) !== 0;
}

/** The first offset from `at` that is no space or tab. */
export function skipBlanks(bytes: Uint8Array, at: number, to: number): number {
  let i = at;
  while (i < to && (bytes[i] === SPACE || bytes[i] === TAB)) i += 1;
  return i;
}

/** The end of the word at `at`: the next space or tab. Words above 256 bytes are cut there. */
export function wordEnd(bytes: Uint8Array, at: number, to: number): number {
  const stop = Math.min(to, at + 256);
  let i = at;
  while (i < stop && bytes[i] !== SPACE && bytes[i] !== TAB) i += 1;
  return i;
}

/** True when all bytes may stand in a host name or address and that is no mere number. */
export function isHost(bytes: Uint8Array, from: number, to: number): boolean {
  let named = false;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i] as number;
    if (((CLASS[byte] as number) & HOST) === 0) return false;
    if (byte >= 65 || byte === DOT || byte === COLON) named = true;
  }
  return named && to - from <= 128;
}

/** The end of a host name without colon or slash that begins at `at`, or -1 when it is none by `isHost`. */
export function plainNameEnd(bytes: Uint8Array, at: number, to: number): number {
  const stop = Math.min(to, at + 129);
  let named = false;
  let i = at;
  for (; i < stop; i += 1) {
    const byte = bytes[i] as number;
    if (((CLASS[byte] as number) & NAME) === 0) break;
    if (byte >= 65 || byte === DOT) named = true;
  }
  return named && i - at <= 128 ? i : -1;
}

/** The end of a Cisco mnemonic that begins after `%` (before `:` or a space), or -1: letters, `-severity-`, letters. */
export function mnemonicEnd(bytes: Uint8Array, at: number, to: number): number {
  const stop = Math.min(to, at + 96);
  let severity = false;
  let i = at;
  for (; i < stop; i += 1) {
    const byte = bytes[i] as number;
    if (((CLASS[byte] as number) & FACILITY) === 0) break;
    if (byte === 45 && i > at && bytes[i + 2] === 45 && isDigit(bytes[i + 1])) severity = true;
  }
  if (!severity || bytes[i - 1] === 45) return -1;
  return i < to && (bytes[i] === COLON || bytes[i] === SPACE) ? i : -1;
}

/** Reads up to ten digits followed by `: `; the end after the colon, or -1. */
export function sequenceEnd(bytes: Uint8Array, at: number, to: number): number {
  let i = at;
  while (i < to && i - at < 11 && isDigit(bytes[i])) i += 1;
  if (i === at || i - at > 10 || bytes[i] !== COLON || i + 1 >= to) return -1;
  return bytes[i + 1] === SPACE ? i + 1 : -1;
}

/** The number that digits [from, to) write. */
export function decimal(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + (bytes[i] as number) - 48;
  return value;
}

/**
 * The end (after the colon) of a time since start, as IOS writes it with `service timestamps log uptime`:
 * `00:00:12:`, `1d02h:`, `2w3d:`, `1y20w:`; -1 when there is none.
 */
export function uptimeEnd(bytes: Uint8Array, at: number, to: number): number {
  const stop = Math.min(to - 1, at + 16);
  let units = 0;
  for (let i = at; i < stop; i += 1) {
    const byte = bytes[i] as number;
    if (isDigit(byte) || byte === DOT) continue;
    if (i === at || !isDigit(bytes[i - 1])) return -1;
    if (byte === COLON && bytes[i + 1] === SPACE) return units === 2 ? i + 1 : -1;
    if (byte !== COLON && !isUnit(byte)) return -1;
    units += 1;
    if (isUnit(byte) && bytes[i + 1] === COLON && bytes[i + 2] === SPACE) return units === 2 ? i + 2 : -1;
  }
  return -1;
}

function isUnit(byte: number): boolean {
  return byte === 121 || byte === 119 || byte === 100 || byte === 104;
}
