import type { Transform } from 'node:stream';
import type { Meter } from './budget.ts';
import type { ByteCursor } from './byte-cursor.ts';

/** A decompressor of node:zlib; `bytesWritten` counts the packed bytes that it has used. */
export type Engine = Transform & { readonly bytesWritten: number };

// A decompressor that meets damage drops what the same write gave before; small first steps keep small files whole.
const CAREFUL = 64 * 1024;
const SMALL = 512;
const LARGE = 16 * 1024;
const MOST_HELD = 2 ** 20;

/**
 * Feeds one compressed stream from the cursor through an engine. Bytes after its end are put back. Never throws: damage
 * and limits land in the meter, and what came out before is handed on. The engine is fed in steps that depend on
 * nothing but the place in the stream, so that damaged data gives the same bytes however it arrives.
 */
export async function* inflate(cursor: ByteCursor, engine: Engine, meter: Meter): AsyncGenerator<Uint8Array> {
  const outlet = new Outlet(engine);
  let fed = 0;
  let unused = 0;
  try {
    while (unused === 0 && !outlet.finished) {
      const bytes = await cursor.take(fed < CAREFUL ? SMALL : LARGE);
      fed += bytes.length;
      outlet.feed(bytes);
      for (let out = await outlet.next(); out; out = await outlet.next()) {
        if (!meter.allow(out.length)) return;
        yield out;
      }
      unused = fed - engine.bytesWritten;
      if (unused > 0) cursor.unread(bytes.subarray(Math.max(0, bytes.length - unused)));
    }
    if (outlet.error === 'Z_BUF_ERROR') meter.fail('truncated', 'The compressed data ends too early.');
    else if (outlet.error !== null) {
      meter.fail('damaged', 'The compressed data is damaged; what came before the damage was read.');
    }
  } finally {
    engine.destroy();
  }
}

/** Takes what an engine gives at once and keeps it, since an engine that fails drops what nobody took. */
class Outlet {
  error: string | null = null;
  /** True once the engine gave its last byte or failed. */
  finished = false;
  private readonly engine: Engine;
  private readonly queue: Uint8Array[] = [];
  private held = 0;
  private fed = true;
  private wake: () => void = () => {};

  constructor(engine: Engine) {
    this.engine = engine;
    engine.on('data', (bytes: Uint8Array) => {
      this.queue.push(bytes);
      this.held += bytes.length;
      if (this.held > MOST_HELD) engine.pause();
      this.wake();
    });
    engine.on('error', (error: Error & { code?: string }) => {
      this.error = error.code ?? 'unknown';
    });
    // A write that meets damage is never called back; the close that follows is.
    for (const event of ['end', 'close']) {
      engine.on(event, () => {
        this.finished = true;
        this.wake();
      });
    }
  }

  /** Hands the engine its next bytes; none at all mean the end. */
  feed(bytes: Uint8Array): void {
    this.fed = false;
    if (bytes.length === 0) this.engine.end();
    else {
      this.engine.write(bytes, () => {
        this.fed = true;
        this.wake();
      });
    }
  }

  /** The next bytes that came of what was fed; null when all of them were taken. */
  async next(): Promise<Uint8Array | null> {
    for (;;) {
      const bytes = this.queue.shift();
      if (bytes) {
        this.held -= bytes.length;
        return bytes;
      }
      if (this.finished || (this.fed && this.engine.readableLength === 0)) return null;
      if (this.engine.isPaused()) this.engine.resume();
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
