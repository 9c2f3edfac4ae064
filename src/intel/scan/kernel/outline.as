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
const DASH: u32 = 45;
const UNDERSCORE: u32 = 95;

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
/** 1 when `coloned` or `hashed` came by a place where a value may end, else 0. */
let found: u64 = 0;

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

/** Position of the highest bit; -1 of 0. */
// @ts-ignore: decorator
@inline function highest(bits: u32): i32 {
  return 31 - <i32>clz(bits);
}

/** The number that up to three digits before `end` write, modulo 256. */
// @ts-ignore: decorator
@inline function octet(end: usize, digits: u32): u32 {
  const word = (load<u32>(end - 4) ^ 0x30303030) & (0xffffffff << ((4 - digits) << 3));
  return ((word >> 24) + 10 * ((word >> 16) & 255) + 100 * ((word >> 8) & 255)) & 255;
}

/** 0 when no address of which the /24 is marked ends here; else 1. `other` has a bit for each byte before that is no digit. */
function mayEndIp4(end: usize, other: u32): u32 {
  const dot3 = highest(other);
  const rest2 = other & ~(1 << dot3);
  const dot2 = highest(rest2);
  const rest1 = rest2 & ~(1 << dot2);
  const dot1 = highest(rest1);
  if (rest1 == 0) return 0;
  const before = highest(rest1 & ~(1 << dot1));
  const digits3 = 15 - dot3;
  const digits2 = dot3 - dot2 - 1;
  const digits1 = dot2 - dot1 - 1;
  const digits0 = dot1 - before - 1;
  if (<u32>(digits3 - 1) > 2 || <u32>(digits2 - 1) > 2 || <u32>(digits1 - 1) > 2 || <u32>(digits0 - 1) > 2) return 0;
  const start = end - 16;
  if (load<u8>(start + dot3) != DOT || load<u8>(start + dot2) != DOT || load<u8>(start + dot1) != DOT) return 0;
  const high = (octet(start + dot1, digits0) << 8) | octet(start + dot2, digits1);
  const block = (high << 8) | octet(start + dot3, digits2);
  return (load<u32>(blocks + ((block >> 5) << 2)) >> (block & 31)) & 1;
}

// @ts-ignore: decorator
@inline function nonDigits(end: usize): u32 {
  const shifted = i8x16.sub(v128.load(end - 16), i8x16.splat(48));
  return <u32>i8x16.bitmask(i8x16.gt_u(shifted, i8x16.splat(9)));
}

/** As TextScanner.wordEnds, for a label after a dot that no `.`, `-` or `_` and further letter follow. */
function labelEnds(end: usize): u32 {
  const other = nonDigits(end);
  const before = highest(other);
  if (before < 15 && before >= 0 && load<u8>(end - 16 + before) == DOT)
    return (wants & WANTS_IP4) != 0 ? mayEndIp4(end, other) : 0;
  return (wants & WANTS_NAMES) != 0 && mayEnd(end) ? 1 : 0;
}

/** As TextScanner.wordEnds. */
function wordEnds(label: usize, end: usize): u32 {
  const goesOn = (kind(end) & HOST) != 0 && (kind(end + 1) & ALNUM) != 0;
  if (goesOn && load<u8>(end) == DOT) return 0;
  if (<u32>load<u8>(label) - 48 > 9) return !goesOn && (wants & WANTS_NAMES) != 0 && mayEnd(end) ? 1 : 0;
  const other = nonDigits(end);
  return (wants & WANTS_IP4) != 0 && other != 0 ? mayEndIp4(end, other) : 0;
}

/** From the first dash or underscore of a label, at `first`, to the end of the label; each word in it may be the last. */
function dashed(first: usize): u32 {
  let label = first;
  while ((kind(label - 1) & ALNUM) != 0) label -= 1;
  let may: u32 = 0;
  let at = first;
  for (let what = kind(at); (what & HOST) != 0 && load<u8>(at) != DOT; what = kind(at)) {
    if ((what & ALNUM) == 0) may |= wordEnds(label, at);
    at += 1;
  }
  return may | wordEnds(label, at);
}

/** As TextScanner.scanColons: from a colon to the end of what may be an IPv6 address. */
function coloned(first: usize): usize {
  let at = first + 1;
  found = 0;
  let colons = 1;
  for (; (kind(at) & IP6) != 0; at += 1) {
    if (load<u8>(at) != COLON) continue;
    colons += 1;
    if (load<u8>(at - 1) == COLON) found = 1;
  }
  if (colons >= 7) found = 1;
  return at;
}

/** From inside a word to its end, where a hash may end. */
function hashed(inside: usize): usize {
  let at = inside;
  while ((kind(at) & ALNUM) != 0) at += 1;
  found = mayEnd(at) ? 1 : 0;
  return at;
}

// @ts-ignore: decorator
@inline function hexes(bytes: v128): v128 {
  const letters = i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(97));
  const digits = i8x16.sub(bytes, i8x16.splat(48));
  return v128.or(i8x16.lt_u(letters, i8x16.splat(6)), i8x16.lt_u(digits, i8x16.splat(10)));
}

// @ts-ignore: decorator
@inline function alnums(bytes: v128): v128 {
  const letters = i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(97));
  const digits = i8x16.sub(bytes, i8x16.splat(48));
  return v128.or(i8x16.lt_u(letters, i8x16.splat(26)), i8x16.lt_u(digits, i8x16.splat(10)));
}

// @ts-ignore: decorator
@inline function mask(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u64>(<u32>i8x16.bitmask(a) | (<u32>i8x16.bitmask(b) << 16));
  return low | (<u64>(<u32>i8x16.bitmask(c) | (<u32>i8x16.bitmask(d) << 16)) << 32);
}

// @ts-ignore: decorator
@inline function where(byte: u32, a: v128, b: v128, c: v128, d: v128): u64 {
  const all = i8x16.splat(<i8>byte);
  return mask(i8x16.eq(a, all), i8x16.eq(b, all), i8x16.eq(c, all), i8x16.eq(d, all));
}

/**
 * Outlines `length` bytes at `input`, before and behind which 128 bytes of zero must lie. Writes for each line feed its
 * offset, doubled, plus one when a value may stand in its line; returns how many there are. 64 bytes at a time become
 * masks of 64 bits; adding the starts of labels to the mask of letters carries each to the end of its label.
 */
export function outline(input: usize, length: usize, out: usize): u32 {
  const end = input + length;
  const looks = (wants & (WANTS_IP4 | WANTS_NAMES)) != 0;
  let to = out;
  let hashesFrom = (wants & WANTS_HASHES) != 0 ? input : end + 64;
  let colonsFrom = (wants & WANTS_COLONS) != 0 ? input : end + 64;
  let afterDot: u64 = 0;
  let inLabel: u64 = 0;
  let pending: u32 = 0;
  for (let block = input; block < end; block += 64) {
    const a = v128.load(block);
    const b = v128.load(block, 16);
    const c = v128.load(block, 32);
    const d = v128.load(block, 48);
    let hits: u64 = 0;
    if (looks) {
      const words = mask(alnums(a), alnums(b), alnums(c), alnums(d));
      const dots = where(DOT, a, b, c, d);
      const starts = (((dots << 1) | afterDot) & words) | (inLabel & words);
      const sum = words + starts;
      let ends = (sum & ~words) | (inLabel & ~words);
      afterDot = dots >> 63;
      inLabel = sum < words ? 1 : 0;
      const dashes = ends & (where(DASH, a, b, c, d) | where(UNDERSCORE, a, b, c, d));
      ends &= ~(dashes | (dots & ((words >> 1) | (<u64>(kind(block + 64) & ALNUM) << 63))));
      for (; ends != 0; ends &= ends - 1) {
        const at = ctz(ends);
        hits |= <u64>labelEnds(block + <usize>at) << at;
      }
      for (let rest = dashes; rest != 0; rest &= rest - 1) {
        const at = ctz(rest);
        hits |= <u64>dashed(block + <usize>at) << at;
      }
    }
    if (block + 64 > hashesFrom) {
      for (let part: usize = 0; part < 64; part += 16) {
        if (block + part < hashesFrom || !i8x16.all_true(hexes(v128.load(block + part)))) continue;
        hashesFrom = hashed(block + part + 16);
        hits |= found << part;
      }
    }
    if (block + 64 > colonsFrom) {
      for (let rest = where(COLON, a, b, c, d); rest != 0; rest &= rest - 1) {
        const at = ctz(rest);
        if (block + <usize>at < colonsFrom) continue;
        colonsFrom = coloned(block + <usize>at);
        hits |= found << at;
      }
    }
    for (let feeds = where(LF, a, b, c, d); feeds != 0; feeds &= feeds - 1) {
      const upTo = feeds ^ (feeds - 1);
      const may = pending | <u32>((hits & upTo) != 0);
      store<u32>(to, (<u32>(block + <usize>ctz(feeds) - input) << 1) | may);
      to += 4;
      hits &= ~upTo;
      pending = 0;
    }
    if (hits != 0) pending = 1;
  }
  return <u32>((to - out) >> 2);
}
