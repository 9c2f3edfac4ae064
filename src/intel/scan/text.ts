/** 1 for ASCII letters and digits, 0 for every other byte. */
export const ALNUM: Uint8Array = new Uint8Array(256);
/** Each byte with ASCII capitals turned into small letters. */
export const LOWER: Uint8Array = new Uint8Array(256);

for (let c = 0; c < 256; c += 1) {
  const capital = c >= 65 && c <= 90;
  LOWER[c] = capital ? c + 32 : c;
  if (capital || (c >= 97 && c <= 122) || (c >= 48 && c <= 57)) ALNUM[c] = 1;
}

/** A stretch of bytes that is being scanned; bytes outside [start, end) do not exist for the scanner. */
export interface Window {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** True when a letter or digit stands at the position inside the window. */
export function alnumAt(window: Window, at: number): boolean {
  return at >= window.start && at < window.end && ALNUM[window.bytes[at] as number] === 1;
}

const DOT = 46;
const DASH = 45;
const UNDERSCORE = 95;

/** True when an address or a hash may begin at the position: no letter or digit, nor one and a dot, stands before. */
export function opensWord(window: Window, at: number): boolean {
  if (alnumAt(window, at - 1)) return false;
  return !(at > window.start && window.bytes[at - 1] === DOT && alnumAt(window, at - 2));
}

/** True when an address or a hash may end at the position: no letter or digit, nor a dot and one, follows. */
export function closesWord(window: Window, at: number): boolean {
  if (alnumAt(window, at)) return false;
  return !(at < window.end && window.bytes[at] === DOT && alnumAt(window, at + 1));
}

/** True when a host name may end at the position: it does not go on with a letter, digit, dot, dash or underscore. */
export function closesHost(window: Window, at: number): boolean {
  if (at >= window.end) return true;
  const c = window.bytes[at] as number;
  if (ALNUM[c] === 1) return false;
  return !((c === DOT || c === DASH || c === UNDERSCORE) && alnumAt(window, at + 1));
}
