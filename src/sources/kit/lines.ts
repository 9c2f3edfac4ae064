import type { LineOutline } from '../../model/indicator.ts';

/** One line as a reader sees it; the same object is used again for every line. */
export interface Line {
  /** Array that holds the line. */
  bytes: Uint8Array;
  /** First byte of the line in `bytes`. */
  start: number;
  /** End of the text, before the line end. */
  end: number;
  /** Line number in the evidence, from 1. */
  number: number;
  /** Offset of the first byte in the evidence. */
  offset: number;
  /** Length in bytes with the line end (0 to 2 bytes of it). */
  size: number;
  /** False when no value that is looked for stands in the line, so that it need not be scanned. */
  watch?: boolean;
}

/** What a line reader calls; the lines it hands over, long ones too, add up to all bytes. */
export interface LineHandler {
  line(line: Line): void;
  /** A line above the limit: its first `limit` bytes are in `line`, `size` is its whole length. */
  tooLong(line: Line): void;
}

/** Limits and position of a line reader. */
export interface LineOptions {
  /** Longest line in bytes that is handed over whole. */
  readonly limit: number;
  readonly start: { readonly line: number; readonly byte: number };
  /** Finds line ends and sets `watch` faster than looking at each line; null or absent to look at each. */
  readonly outline?: LineOutline | null;
}

const NEWLINE = 10;
const RETURN = 13;

/** Cuts a stream of bytes into lines at LF (and CRLF) without copying lines that lie within one chunk. */
export class LineReader {
  private readonly handler: LineHandler;
  private readonly limit: number;
  private readonly outline: LineOutline | null;
  private readonly line: Line;
  private carry: Uint8Array;
  private carried = 0;
  private skipped = 0;
  /** Bytes of the line at hand that were beyond the limit. */
  private lost = 0;

  /** Starts at a position in the evidence; see LineOptions. */
  constructor(handler: LineHandler, options: LineOptions) {
    this.handler = handler;
    this.limit = options.limit;
    this.outline = options.outline ?? null;
    this.carry = new Uint8Array(4096);
    this.line = {
      bytes: this.carry,
      start: 0,
      end: 0,
      number: options.start.line,
      offset: options.start.byte,
      size: 0,
      watch: true,
    };
  }

  /** Takes the next bytes; the array may be used again after the call. */
  push(chunk: Uint8Array): void {
    let from = 0;
    while (from < chunk.length) {
      const whole = this.carried === 0 && this.skipped === 0;
      if (whole && this.outline) from = this.outlined(chunk, from, this.outline);
      const at = chunk.indexOf(NEWLINE, from);
      if (at < 0) break;
      if (whole) this.emit(chunk, from, at + 1);
      else {
        this.keep(chunk, from, at + 1);
        this.flush();
      }
      from = at + 1;
    }
    if (from < chunk.length) this.keep(chunk, from, chunk.length);
  }

  /** Hands over the lines that the outline reaches; returns the end of the last one. */
  private outlined(chunk: Uint8Array, first: number, outline: LineOutline): number {
    const { line } = this;
    const { ends } = outline;
    let from = first;
    for (let count = outline.outline(chunk, from); count > 0; count = outline.outline(chunk, from)) {
      const base = from;
      for (let i = 0; i < count; i += 1) {
        const end = ends[i] as number;
        line.watch = (end & 1) === 1;
        this.emit(chunk, from, base + (end >>> 1) + 1);
        from = base + (end >>> 1) + 1;
      }
    }
    line.watch = true;
    return from;
  }

  /** Hands over a last line without a line end. */
  end(): void {
    if (this.carried > 0 || this.skipped > 0) this.flush();
  }

  private keep(chunk: Uint8Array, from: number, to: number): void {
    const room = Math.max(0, this.limit + 2 - this.carried);
    const take = Math.min(to - from, room);
    if (this.carried + take > this.carry.length) {
      const grown = new Uint8Array(
        Math.min(this.limit + 2, Math.max(this.carry.length * 2, this.carried + take)),
      );
      grown.set(this.carry.subarray(0, this.carried));
      this.carry = grown;
    }
    this.carry.set(chunk.subarray(from, from + take), this.carried);
    this.carried += take;
    this.skipped += to - from - take;
  }

  private flush(): void {
    const skipped = this.skipped;
    const size = this.carried;
    this.carried = 0;
    this.skipped = 0;
    this.lost = skipped;
    this.emit(this.carry, 0, size);
    this.lost = 0;
  }

  private emit(bytes: Uint8Array, start: number, stop: number): void {
    const line = this.line;
    const skipped = this.lost;
    let end = stop;
    if (skipped === 0 && bytes[end - 1] === NEWLINE) {
      end -= 1;
      if (end > start && bytes[end - 1] === RETURN) end -= 1;
    }
    line.bytes = bytes;
    line.start = start;
    line.end = Math.min(end, start + this.limit);
    line.size = stop - start + skipped;
    if (skipped > 0 || end - start > this.limit) this.handler.tooLong(line);
    else this.handler.line(line);
    line.number += 1;
    line.offset += line.size;
  }
}

const LATIN = new TextDecoder('latin1');
const UTF8 = new TextDecoder('utf-8');

/** Text of a line: UTF-8 where it is valid, replacement characters where it is not. */
export function lineText(line: Line): string {
  return UTF8.decode(line.bytes.subarray(line.start, line.end));
}

/** Text of a line with one character a byte. */
export function lineLatin(line: Line): string {
  return LATIN.decode(line.bytes.subarray(line.start, line.end));
}
