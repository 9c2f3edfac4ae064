import { crc32 } from 'node:zlib';
import type { ByteCursor } from './byte-cursor.ts';
import { SIGNATURE, viewOf } from './zip-header.ts';

/** What was counted while a member was read. */
export interface Counted {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/**
 * Looks at the descriptor that stands behind a member whose sizes were not known before it: with or without its
 * signature, with sizes of four or of eight bytes. Returns null when none of these forms agrees with what was counted.
 */
export async function peekDescriptor(
  cursor: ByteCursor,
  counted: Counted,
): Promise<{ length: number; crcHolds: boolean } | null> {
  const bytes = await cursor.peek(24);
  const view = viewOf(bytes);
  const signed = bytes.length >= 4 && view.getUint32(0, true) === SIGNATURE.descriptor;
  for (const start of signed ? [4, 0] : [0]) {
    for (const wide of [true, false]) {
      const length = start + (wide ? 20 : 12);
      if (bytes.length < length || !sizesAgree(view, { start, wide }, counted)) continue;
      return { length, crcHolds: view.getUint32(start, true) === counted.crc };
    }
  }
  return null;
}

function sizesAgree(view: DataView, form: { start: number; wide: boolean }, counted: Counted): boolean {
  const at = form.start + 4;
  if (form.wide) {
    return (
      view.getBigUint64(at, true) === BigInt(counted.packed) &&
      view.getBigUint64(at + 8, true) === BigInt(counted.size)
    );
  }
  return view.getUint32(at, true) === counted.packed && view.getUint32(at + 4, true) === counted.size;
}

/**
 * Reads a stored member whose size is not known before it: up to a descriptor whose size and checksum agree with the
 * bytes before. `outcome.found` tells at the end whether there was one.
 */
export async function* readUpToDescriptor(
  cursor: ByteCursor,
  outcome: { found: boolean },
): AsyncGenerator<Uint8Array> {
  let crc = 0;
  let size = 0;
  for (let bytes = await cursor.next(); bytes; bytes = await cursor.next()) {
    const mark = markIn(bytes);
    if (mark === 0) {
      cursor.unread(bytes);
      const seen = await peekDescriptor(cursor, { crc, packed: size, size });
      if (seen?.crcHolds) {
        outcome.found = true;
        return;
      }
      // Not the end: the byte that looked like a mark belongs to the member.
      const one = await cursor.take(1);
      crc = crc32(one, crc);
      size += one.length;
      yield one;
      continue;
    }
    const own = mark < 0 ? bytes : bytes.subarray(0, mark);
    if (mark > 0) cursor.unread(bytes.subarray(mark));
    crc = crc32(own, crc);
    size += own.length;
    yield own;
  }
}

// Where a signature begins, or may begin at the end of the array; -1 when nowhere.
function markIn(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x50); at >= 0; at = bytes.indexOf(0x50, at + 1)) {
    const [, second = 0x4b, third = 7, fourth = 8] = bytes.subarray(at, at + 4);
    if (second === 0x4b && third === 7 && fourth === 8) return at;
  }
  return -1;
}
