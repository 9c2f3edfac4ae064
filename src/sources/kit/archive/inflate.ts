import type { Transform } from 'node:stream';
import type { Meter } from './budget.ts';
import type { ByteCursor } from './byte-cursor.ts';

/** A decompressor of node:zlib; `bytesWritten` counts the packed bytes that it has used. */
export type Engine = Transform & { readonly bytesWritten: number };

// A decompressor that meets damage drops what the same write gave before; small first steps keep small files whole.
const CAREFUL = 64 * 1024;
const SMALL = 512;
const LARGE = 16 * 1024;

/**
 * Feeds one compressed stream from the cursor through an engine. Bytes after its end are put back. Never throws: damage
 * and limits land in the meter, and what came out before is handed on.
 */
export async function* inflate(cursor: ByteCursor, engine: Engine, meter: Meter): AsyncGenerator<Uint8Array> {
  const feeding = feed(cursor, engine);
  try {
    for await (const out of engine) {
      const bytes = out as Uint8Array;
      if (!meter.allow(bytes.length)) return;
      yield bytes;
    }
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'Z_BUF_ERROR') meter.fail('truncated', 'The compressed data ends too early.');
    else meter.fail('damaged', 'The compressed data is damaged; what came before the damage was read.');
  } finally {
    engine.destroy();
    await feeding;
  }
}

async function feed(cursor: ByteCursor, engine: Engine): Promise<void> {
  let fed = 0;
  let wake: (went: boolean) => void = () => {};
  // A write that meets damage is never called back; the close that follows is.
  engine.once('close', () => wake(false));
  for (;;) {
    const bytes = await cursor.next(fed < CAREFUL ? SMALL : LARGE);
    if (!bytes) {
      engine.end();
      return;
    }
    fed += bytes.length;
    const went = await new Promise<boolean>((resolve) => {
      wake = resolve;
      if (engine.destroyed) resolve(false);
      else engine.write(bytes, (error) => resolve(!error));
    });
    const unused = fed - engine.bytesWritten;
    if (unused > 0) cursor.unread(bytes.subarray(Math.max(0, bytes.length - unused)));
    if (unused > 0 || !went) return;
  }
}
