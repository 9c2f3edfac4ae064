const EMPTY = new Uint8Array(0);

/**
 * Reads a stream of byte arrays on demand: look ahead, take, skip. Never throws: when the stream itself fails, it ends
 * there and `failure` says why.
 */
export class ByteCursor {
  /** How many bytes were handed out so far, less those that were put back. */
  position = 0;
  /** Why the stream ended early; null when it did not. */
  failure: string | null = null;
  private readonly source: AsyncIterator<Uint8Array>;
  private queue: Uint8Array[] = [];
  private queued = 0;
  private ended = false;

  /** Starts at the first byte; the arrays of the stream must not change afterwards. */
  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next `size` bytes, fewer at the end, without taking them. */
  async peek(size: number): Promise<Uint8Array> {
    await this.fill(size);
    const first = this.queue[0];
    if (!first) return EMPTY;
    if (first.length >= size) return first.subarray(0, size);
    if (this.queue.length > 1) this.queue = [Buffer.concat(this.queue)];
    return (this.queue[0] as Uint8Array).subarray(0, size);
  }

  /** Takes `size` bytes, fewer at the end. */
  async take(size: number): Promise<Uint8Array> {
    const bytes = await this.peek(size);
    this.drop(bytes.length);
    return bytes;
  }

  /** Takes the next bytes as they come, at most `most`; null at the end. */
  async next(most: number = Number.MAX_SAFE_INTEGER): Promise<Uint8Array | null> {
    await this.fill(1);
    const first = this.queue[0];
    if (!first) return null;
    const bytes = first.length > most ? first.subarray(0, most) : first;
    this.drop(bytes.length);
    return bytes;
  }

  /** Puts bytes back that were taken last. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.queue.unshift(bytes);
    this.queued += bytes.length;
    this.position -= bytes.length;
  }

  /** Takes and drops up to `size` bytes and returns how many there were. */
  async skip(size: number): Promise<number> {
    let left = size;
    while (left > 0) {
      const bytes = await this.next(left);
      if (!bytes) break;
      left -= bytes.length;
    }
    return size - left;
  }

  /** The bytes from here to the end. */
  async *rest(): AsyncGenerator<Uint8Array> {
    for (let bytes = await this.next(); bytes; bytes = await this.next()) yield bytes;
  }

  /** Lets the stream go without reading it to its end. */
  async close(): Promise<void> {
    this.queue = [];
    this.queued = 0;
    if (this.ended) return;
    this.ended = true;
    await this.source.return?.();
  }

  private drop(size: number): void {
    this.position += size;
    this.queued -= size;
    const first = this.queue[0];
    if (!first) return;
    if (first.length === size) this.queue.shift();
    else this.queue[0] = first.subarray(size);
  }

  private async fill(size: number): Promise<void> {
    while (this.queued < size && !this.ended) {
      const bytes = await this.pull();
      if (!bytes) this.ended = true;
      else if (bytes.length > 0) {
        this.queue.push(bytes);
        this.queued += bytes.length;
      }
    }
  }

  private async pull(): Promise<Uint8Array | null> {
    try {
      const step = await this.source.next();
      return step.done ? null : step.value;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : 'unknown error';
      return null;
    }
  }
}
