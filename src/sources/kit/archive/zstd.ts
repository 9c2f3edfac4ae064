import { constants, createZstdDecompress } from 'node:zlib';
import type { Meter } from './budget.ts';
import type { ByteCursor } from './byte-cursor.ts';
import { expectEnd } from './gzip.ts';
import { inflate } from './inflate.ts';

// 128 MiB: what the format asks every reader to accept at most without being told.
const WINDOW = 27;

/** Unpacks zstd data of one or more frames, skippable ones included (RFC 8878). */
export async function* readZstd(cursor: ByteCursor, meter: Meter): AsyncGenerator<Uint8Array> {
  while (!meter.problem && (await atFrame(cursor))) {
    const from = cursor.position;
    const engine = createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: WINDOW } });
    yield* inflate(cursor, engine, meter);
    if (cursor.position === from) meter.fail('damaged', 'The compressed data is damaged.');
  }
  if (!meter.problem) await expectEnd(cursor, meter);
}

async function atFrame(cursor: ByteCursor): Promise<boolean> {
  const [first = 0, second, third, fourth] = await cursor.peek(4);
  if (first === 0x28) return second === 0xb5 && third === 0x2f && fourth === 0xfd;
  return (first & 0xf0) === 0x50 && second === 0x2a && third === 0x4d && fourth === 0x18;
}
