// AssemblyScript: the source of outline-wasm.ts, which `node tools/kernels.ts` makes from it.
// Cuts bytes at line feeds and tells of each line whether a value of the tables may stand in it. It may say yes where
// none stands, never no where one does: what the plain scanner (scanner.ts) looks for ends at one of the places that
// are tried here, and the same bitmaps are asked. All memory is laid out by outline.ts.

/** What a byte may be part of, a table of 256; bits of its entries. */
const CLASS: usize = 0;
const ALNUM: u32 = 1;
const HOST: u32 = 2;
const IP6: u32 = 4;

const LF: u32 = 10;
const DOT: u32 = 46;
const COLON: u32 = 58;

/** What is looked for; bits of `wants`. */
const WANTS_IP4: u32 = 1;
const WANTS_NAMES: u32 = 2;
const WANTS_HASHES: u32 = 4;
const WANTS_COLONS: u32 = 8;

let wants: u32 = 0;
let blocks: usize = 0;
let filter: usize = 0;
let filterMask: u32 = 0;
let longest: u32 = 0;
/** 1 when a value may stand in the line at hand. */
let pending: u32 = 0;

export function setup(what: u32, blocksAt: usize, filterAt: usize, mask: u32, longestTail: u32): void {
  wants = what;
  blocks = blocksAt;
  filter = filterAt;
  filterMask = mask;
  longest = longestTail;
}

// @ts-ignore: decorator
@inline function kind(at: usize): u32 {
  return load<u8>(CLASS + <usize>load<u8>(at));
}

/** As TailFilter.mayEnd; bytes before the line may be looked at too, which can only say yes more often. */
function mayEnd(end: usize): bool {
  let hash: u32 = 0;
  for (let length: u32 = 4; length <= longest; length += 4) {
    const word = load<u32>(end - length) | 0x20202020;
    const once = (hash ^ word) * 0x9e3779b1;
    hash = (once ^ (once >> 15)) * 0x85ebca6b;
    const bit = (hash ^ (hash >> 13)) & filterMask;
    if ((load<u32>(filter + ((bit >> 5) << 2)) >> (bit & 31)) & 1) return true;
  }
  return false;
}

/** As TextScanner.readIp4 and Ip4Table.candidate: a dotted address ends here, and its /24 holds something. */
function mayEndIp4(end: usize): bool {
  let at = end - 1;
  let address: u32 = 0;
  for (let shift: u32 = 0; shift < 32; shift += 8) {
    let part: u32 = 0;
    let scale: u32 = 1;
    while (scale <= 1000) {
      const digit = <u32>load<u8>(at) - 48;
      if (digit > 9) break;
      part += digit * scale;
      scale *= 10;
      at -= 1;
    }
    if (scale == 1 || part > 255) return false;
    address |= part << shift;
    if (shift < 24) {
      if (load<u8>(at) != DOT) return false;
      at -= 1;
    }
  }
  return ((load<u32>(blocks + ((address >> 13) << 2)) >> ((address >> 8) & 31)) & 1) != 0;
}

/** As TextScanner.wordEnds. */
function wordEnds(label: usize, end: usize): void {
  const goesOn = (kind(end) & HOST) != 0 && (kind(end + 1) & ALNUM) != 0;
  if (goesOn && load<u8>(end) == DOT) return;
  if (<u32>load<u8>(label) - 48 <= 9) {
    if ((wants & WANTS_IP4) != 0 && mayEndIp4(end)) pending = 1;
  } else if (!goesOn && (wants & WANTS_NAMES) != 0 && mayEnd(end)) pending = 1;
}

/** As TextScanner.dotted: from a dot to the end of the host name around it. */
function dotted(first: usize): usize {
  let label = first + 1;
  let at = label;
  for (let what = kind(at); (what & HOST) != 0; what = kind(at)) {
    if ((what & ALNUM) == 0) {
      if (at > label && pending == 0) wordEnds(label, at);
      if (load<u8>(at) == DOT) label = at + 1;
    }
    at += 1;
  }
  if (at > label && pending == 0) wordEnds(label, at);
  return at;
}

/** As TextScanner.scanColons: from a colon to the end of what may be an IPv6 address. */
function coloned(first: usize): usize {
  let at = first + 1;
  let colons = 1;
  for (; (kind(at) & IP6) != 0; at += 1) {
    if (load<u8>(at) != COLON) continue;
    colons += 1;
    if (load<u8>(at - 1) == COLON) pending = 1;
  }
  if (colons >= 7) pending = 1;
  return at;
}

/** From inside a word to its end, where a hash may end. */
function hashed(inside: usize): usize {
  let at = inside;
  while ((kind(at) & ALNUM) != 0) at += 1;
  if (mayEnd(at)) pending = 1;
  return at;
}

// @ts-ignore: decorator
@inline function allHex(bytes: v128): bool {
  const letters = i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(97));
  const digits = i8x16.sub(bytes, i8x16.splat(48));
  const hex = v128.or(i8x16.lt_u(letters, i8x16.splat(6)), i8x16.lt_u(digits, i8x16.splat(10)));
  return i8x16.all_true(hex);
}

/**
 * Outlines `length` bytes at `input`, before and behind which 64 bytes of zero must lie. Writes for each line feed its
 * offset, doubled, plus one when a value may stand in its line; returns how many there are.
 */
export function outline(input: usize, length: usize, out: usize): u32 {
  const end = input + length;
  const dots = (wants & (WANTS_IP4 | WANTS_NAMES)) != 0 ? DOT : LF;
  const colons = (wants & WANTS_COLONS) != 0 ? COLON : LF;
  let to = out;
  let done = input;
  let hashes = (wants & WANTS_HASHES) != 0 ? input : end + 64;
  pending = 0;
  for (let block = input; block < end; block += 16) {
    const bytes = v128.load(block);
    if (block >= hashes && allHex(bytes)) hashes = hashed(block + 16);
    let marks = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(bytes, i8x16.splat(<i8>LF)), i8x16.eq(bytes, i8x16.splat(<i8>dots))),
        i8x16.eq(bytes, i8x16.splat(<i8>colons)),
      ),
    );
    for (; marks != 0; marks &= marks - 1) {
      const at = block + ctz(marks);
      if (at < done) continue;
      const byte = <u32>load<u8>(at);
      if (byte == LF) {
        store<u32>(to, (<u32>(at - input) << 1) | pending);
        to += 4;
        pending = 0;
      } else done = byte == DOT ? dotted(at) : coloned(at);
    }
  }
  return <u32>((to - out) >> 2);
}
