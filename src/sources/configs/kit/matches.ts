import type { ScanMatch, Scanner } from '../../../model/indicator.ts';
import type { Line } from '../../kit/lines.ts';

interface Found extends ScanMatch {
  /** Position among the matches of the chunk in the order in which the scanner gave them. */
  readonly order: number;
}

const NONE: readonly ScanMatch[] = [];

/**
 * Values of shared indicators in the lines of a file. Whole chunks are searched, since a call for each line costs more
 * than the search; a line that began in an earlier chunk is searched by itself.
 */
export class Matches {
  private readonly scanner: Scanner;
  private bytes: Uint8Array | null = null;
  private found: Found[] = [];
  private next = 0;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
  }

  /** Searches a chunk of whose lines `of` will be asked, in their order. */
  look(chunk: Uint8Array): void {
    this.bytes = chunk;
    this.found = this.search(chunk, 0, chunk.length).sort((a, b) => a.start - b.start || a.order - b.order);
    this.next = 0;
  }

  /** The matches within a line, in the order in which the scanner gives them. */
  of({ bytes, start, end }: Line): readonly ScanMatch[] {
    if (bytes !== this.bytes) return this.search(bytes, start, end);
    if (this.next >= this.found.length) return NONE;
    while (this.next < this.found.length && (this.found[this.next] as Found).start < start) this.next += 1;
    const from = this.next;
    while (this.next < this.found.length && (this.found[this.next] as Found).end <= end) this.next += 1;
    if (this.next === from) return NONE;
    return this.found.slice(from, this.next).sort((a, b) => a.order - b.order);
  }

  private search(bytes: Uint8Array, start: number, end: number): Found[] {
    const found: Found[] = [];
    this.scanner.scan(bytes, { start, end }, (match) => found.push({ ...match, order: found.length }));
    return found;
  }
}
