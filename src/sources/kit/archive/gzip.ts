import { crc32, createInflateRaw } from 'node:zlib';
import type { Meter } from './budget.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { inflate } from './inflate.ts';

const LONGEST_FIELD = 64 * 1024;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const HEADER_CRC = 2;

/**
 * Unpacks gzip data of one or more members (RFC 1952). Framing and checksums are read here and not left to zlib, which
 * drops bytes that were fine when the trailer after them is not.
 */
export async function* readGzip(cursor: ByteCursor, meter: Meter): AsyncGenerator<Uint8Array> {
  while (await atGzip(cursor)) {
    if (!(await skipHeader(cursor))) {
      meter.fail('truncated', 'The compressed file ends inside its header.');
      return;
    }
    let check = 0;
    let size = 0;
    for await (const bytes of inflate(cursor, createInflateRaw(), meter)) {
      check = crc32(bytes, check);
      size += bytes.length;
      yield bytes;
    }
    if (meter.problem) return;
    if (!(await trailerHolds(cursor, { check, size }, meter))) return;
  }
  await expectEnd(cursor, meter);
}

/** Notes in the meter when anything but zero bytes (which tapes and block devices add) follows. */
export async function expectEnd(cursor: ByteCursor, meter: Meter): Promise<void> {
  for await (const bytes of cursor.rest()) {
    if (bytes.some((byte) => byte !== 0)) {
      cursor.unread(bytes);
      meter.fail('trailing-data', 'Something follows the compressed data that was not read.');
      return;
    }
  }
}

async function atGzip(cursor: ByteCursor): Promise<boolean> {
  const magic = await cursor.peek(3);
  return magic[0] === 0x1f && magic[1] === 0x8b && magic[2] === 8;
}

async function skipHeader(cursor: ByteCursor): Promise<boolean> {
  const header = await cursor.take(10);
  if (header.length < 10) return false;
  const flags = header[3] as number;
  if ((flags & EXTRA) !== 0) {
    const size = await cursor.take(2);
    const length = (size[0] ?? 0) + (size[1] ?? 0) * 256;
    if ((await cursor.skip(length)) < length) return false;
  }
  for (const field of [NAME, COMMENT]) {
    if ((flags & field) !== 0 && !(await skipText(cursor))) return false;
  }
  return (flags & HEADER_CRC) === 0 || (await cursor.skip(2)) === 2;
}

async function skipText(cursor: ByteCursor): Promise<boolean> {
  for (let length = 0; length < LONGEST_FIELD; length += 1) {
    const byte = await cursor.take(1);
    if (byte.length === 0) return false;
    if (byte[0] === 0) return true;
  }
  return false;
}

async function trailerHolds(
  cursor: ByteCursor,
  seen: { check: number; size: number },
  meter: Meter,
): Promise<boolean> {
  const trailer = await cursor.take(8);
  if (trailer.length < 8) {
    meter.fail('truncated', 'The compressed file ends inside its checksum.');
    return false;
  }
  const view = new DataView(trailer.buffer, trailer.byteOffset, 8);
  const holds = view.getUint32(0, true) === seen.check && view.getUint32(4, true) === seen.size % 2 ** 32;
  if (!holds)
    meter.fail('damaged', 'The checksum of the compressed file does not hold: its bytes were changed.');
  return holds;
}
