import type { Line } from './lines.ts';
import { LineReader, lineText } from './lines.ts';

/** Where a row or line of a delimited file stands. */
export interface CsvPlace {
  readonly line: number;
  readonly lineEnd: number;
  readonly byte: number;
  readonly size: number;
}

/** One row of a delimited file; a quoted field may hold line ends, so a row may span lines. */
export interface CsvRow extends CsvPlace {
  /** Fields without quotes and without blanks around them; a blank line has one empty field. */
  readonly fields: readonly string[];
}

/** What a reader of rows calls; all sizes handed over add up to all bytes. */
export interface CsvHandler {
  row(row: CsvRow): void;
  /** One line that is no row: a quote that never closes, or a line above the limit. */
  broken(place: CsvPlace, reason: 'open quote' | 'line too long'): void;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LONGEST_LINE = 256 * 1024;
const MOST_LINES = 200;
const LONGEST_ROW = 512 * 1024;

/** The delimiter that parts the line into most fields; a comma when none parts it. */
export function guessDelimiter(line: string): string {
  let best: { delimiter: string; fields: number } = { delimiter: ',', fields: 1 };
  for (const delimiter of DELIMITERS) {
    const fields = new RowText(delimiter).whole(line)?.length ?? 1;
    if (fields > best.fields) best = { delimiter, fields };
  }
  return best.delimiter;
}

/** Parts one line by its guessed delimiter, for recognition by a header; a byte order mark is dropped. */
export function splitHeader(line: string): string[] {
  const text = withoutMark(line);
  return new RowText(guessDelimiter(text)).whole(text) ?? [];
}

function withoutMark(text: string): string {
  // The mark as UTF-8 decoding gives it, and as Latin-1 does.
  return text.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '');
}

interface Kept extends CsvPlace {
  readonly text: string;
}

/** Cuts bytes into rows: comma, semicolon, tab or bar (as the first line tells), quoted fields, byte order mark. */
export class CsvReader {
  private readonly handler: CsvHandler;
  private readonly lines: LineReader;
  private parser: RowText | null = null;
  private pending: Kept[] = [];
  private pendingSize = 0;
  /**
   * How many lines a row may span at the moment. Every line that is read again costs half of it and every line that was
   * read gives one back, so that a flood of quotes is read about twice, and not as often as a row may have lines.
   */
  private most = MOST_LINES;

  /** Starts at a position in the evidence. */
  constructor(handler: CsvHandler, start: { readonly line: number; readonly byte: number }) {
    this.handler = handler;
    this.lines = new LineReader(
      { line: (line) => this.accept(keep(line)), tooLong: (line) => this.tooLong(line) },
      { limit: LONGEST_LINE, start },
    );
  }

  /** Takes the next bytes; the array may be used again after the call. */
  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** Hands over what is left. */
  end(): void {
    this.lines.end();
    this.giveUp();
  }

  private accept(first: Kept): void {
    const todo = [first];
    for (let line = todo.pop(); line; line = todo.pop()) todo.push(...this.feed(line).reverse());
  }

  /** Takes one line; returns lines that must be read again, since they were taken for the inside of quotes. */
  private feed(line: Kept): Kept[] {
    let text = line.text;
    if (!this.parser) {
      text = withoutMark(text);
      this.parser = new RowText(guessDelimiter(text));
    }
    this.pending.push(line);
    this.pendingSize += line.size;
    const state = this.parser.feed(text);
    if (state === 'complete') this.finish(this.parser.take());
    else if (state === 'bad' || this.pending.length > this.most || this.pendingSize > LONGEST_ROW) {
      return this.failFirst();
    }
    return [];
  }

  private finish(fields: string[]): void {
    const first = this.pending[0] as Kept;
    const last = this.pending.at(-1) as Kept;
    const size = this.pendingSize;
    this.most = Math.min(MOST_LINES, this.most + this.pending.length);
    this.pending = [];
    this.pendingSize = 0;
    this.handler.row({ fields, line: first.line, lineEnd: last.line, byte: first.byte, size });
  }

  private failFirst(): Kept[] {
    const [first, ...rest] = this.pending;
    if (rest.length > 0) this.most = Math.max(1, this.most >> 1);
    this.pending = [];
    this.pendingSize = 0;
    this.parser?.take();
    if (first) this.handler.broken(first, 'open quote');
    return rest;
  }

  private giveUp(): void {
    while (this.pending.length > 0) for (const line of this.failFirst()) this.accept(line);
  }

  private tooLong(line: Line): void {
    this.giveUp();
    const place = { line: line.number, lineEnd: line.number, byte: line.offset, size: line.size };
    this.handler.broken(place, 'line too long');
  }
}

function keep(line: Line): Kept {
  const { number, offset, size } = line;
  return { text: lineText(line), line: number, lineEnd: number, byte: offset, size };
}

const QUOTE = '"';

/** Parts text into fields; keeps its place between the lines of one row. */
class RowText {
  private readonly delimiter: string;
  private fields: string[] = [];
  private field = '';
  private quoted = false;

  constructor(delimiter: string) {
    this.delimiter = delimiter;
  }

  /** The fields of text that is one whole row; null when it is not. */
  whole(text: string): string[] | null {
    const state = this.feed(text);
    const fields = this.take();
    return state === 'complete' ? fields : null;
  }

  /** Takes one line: `open` when it ends inside quotes, `bad` when a closing quote is followed by text. */
  feed(text: string): 'complete' | 'open' | 'bad' {
    if (!this.quoted && !text.includes(QUOTE)) {
      this.fields = text.split(this.delimiter).map((field) => field.trim());
      return 'complete';
    }
    if (this.quoted) this.field += '\n';
    for (let at = 0; at <= text.length; ) {
      if (!this.quoted) at = this.start(text, at);
      if (!this.quoted) continue;
      at = this.inside(text, at);
      if (at < 0) return 'bad';
    }
    return this.quoted ? 'open' : 'complete';
  }

  /** The fields so far; starts a new row. */
  take(): string[] {
    const { fields } = this;
    this.fields = [];
    this.field = '';
    this.quoted = false;
    return fields;
  }

  /** Begins a field at `at`: takes it whole when it is not quoted. */
  private start(text: string, at: number): number {
    let from = at;
    while (text[from] === ' ') from += 1;
    if (text[from] === QUOTE) {
      this.quoted = true;
      return from + 1;
    }
    const next = text.indexOf(this.delimiter, at);
    const end = next < 0 ? text.length : next;
    this.fields.push(text.slice(at, end).trim());
    return end + 1;
  }

  /** Goes on inside quotes: returns the place of the next field, past the end when the line ends, or -1. */
  private inside(text: string, at: number): number {
    let from = at;
    for (;;) {
      const quote = text.indexOf(QUOTE, from);
      if (quote < 0) {
        this.field += text.slice(from);
        return text.length + 1;
      }
      this.field += text.slice(from, quote);
      if (text[quote + 1] !== QUOTE) return this.close(text, quote + 1);
      this.field += QUOTE;
      from = quote + 2;
    }
  }

  private close(text: string, at: number): number {
    let next = at;
    while (text[next] === ' ') next += 1;
    if (next < text.length && !text.startsWith(this.delimiter, next)) return -1;
    this.fields.push(this.field.trim());
    this.field = '';
    this.quoted = false;
    return next + 1;
  }
}
