/** Where a statement stands: line from 1, offset of its first byte, bytes with the line end. */
export interface Place {
  readonly line: number;
  readonly byte: number;
  readonly size: number;
}

/** What is known of a statement as numbers. */
export const COLUMN: {
  readonly indent: 0;
  readonly depth: 1;
  /** Index of the statement above; -1 for none. */
  readonly parent: 2;
  /** Index after the last descendant; 0 while lines may still come below. */
  readonly end: 3;
  readonly line: 4;
  readonly lineEnd: 5;
  readonly size: 6;
  /** See FATE. */
  readonly fate: 7;
} = { indent: 0, depth: 1, parent: 2, end: 3, line: 4, lineEnd: 5, size: 6, fate: 7 };
const WIDTH = 8;
const FEW = 64;

/** Fates by number; what is above them is the number of a reason why the statement was set aside. */
export const FATE: { readonly unread: 0; readonly read: 1 } = { unread: 0, read: 1 };

/** The statements of a tree as columns: a configuration of a million lines makes a few arrays and no objects. */
export class StatementColumns {
  /** Number of statements. */
  count = 0;
  readonly texts: string[] = [];
  private numbers = new Int32Array(FEW * WIDTH);
  private bytes = new Float64Array(FEW);
  private readonly reasons: (string | null)[] = [null, ''];
  private readonly codes = new Map<string, number>();

  /** Adds a statement and returns its index. */
  add(text: string, above: { indent: number; depth: number; parent: number }, place: Place): number {
    const index = this.count;
    if (index === this.bytes.length) this.grow();
    const { numbers } = this;
    const at = index * WIDTH;
    numbers[at] = above.indent;
    numbers[at + COLUMN.depth] = above.depth;
    numbers[at + COLUMN.parent] = above.parent;
    numbers[at + COLUMN.line] = place.line;
    numbers[at + COLUMN.lineEnd] = place.line;
    numbers[at + COLUMN.size] = place.size;
    this.bytes[index] = place.byte;
    this.texts.push(text);
    this.count = index + 1;
    return index;
  }

  /** One number of a statement; see COLUMN. */
  get(index: number, column: number): number {
    return this.numbers[index * WIDTH + column] as number;
  }

  /** Changes one number of a statement; see COLUMN. */
  set(index: number, column: number, value: number): void {
    this.numbers[index * WIDTH + column] = value;
  }

  /** Offset of the first byte of a statement. */
  byte(index: number): number {
    return this.bytes[index] as number;
  }

  /** The number of a reason for setting aside. */
  code(reason: string): number {
    const known = this.codes.get(reason);
    if (known !== undefined) return known;
    const code = this.reasons.length;
    this.codes.set(reason, code);
    this.reasons.push(reason);
    return code;
  }

  /** Null while nobody has read the statement; empty once read; otherwise why it was set aside. */
  fate(index: number): string | null {
    return this.reasons[this.get(index, COLUMN.fate)] as string | null;
  }

  /** Sets statements from one index to before another aside, but for those that somebody has read. */
  setAside(from: number, to: number, reason: string): void {
    const { numbers } = this;
    const code = this.code(reason);
    for (let at = from * WIDTH + COLUMN.fate; at < to * WIDTH; at += WIDTH)
      if (numbers[at] === FATE.unread) numbers[at] = code;
  }

  /** Statements and bytes of each fate, but for those that nobody read. */
  totals(): { readonly fate: string; readonly units: number; readonly bytes: number }[] {
    const units = new Float64Array(this.reasons.length);
    const bytes = new Float64Array(this.reasons.length);
    const { numbers } = this;
    for (let at = 0; at < this.count * WIDTH; at += WIDTH) {
      const fate = numbers[at + COLUMN.fate] as number;
      units[fate] = (units[fate] as number) + 1;
      bytes[fate] = (bytes[fate] as number) + (numbers[at + COLUMN.size] as number);
    }
    return this.reasons.flatMap((fate, code) =>
      fate === null || units[code] === 0
        ? []
        : [{ fate, units: units[code] as number, bytes: bytes[code] as number }],
    );
  }

  private grow(): void {
    const numbers = new Int32Array(this.numbers.length * 2);
    numbers.set(this.numbers);
    this.numbers = numbers;
    const bytes = new Float64Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}
