/** Where a statement stands: line from 1, offset of its first byte, bytes with the line end. */
export interface Place {
  readonly line: number;
  readonly byte: number;
  readonly size: number;
}

const NONE: readonly Statement[] = [];

/** One statement of an indented configuration; it knows whether somebody read it or set it aside. */
export class Statement {
  readonly text: string;
  readonly indent: number;
  readonly depth: number;
  /** Position among all statements of the tree, in the order of the text. */
  readonly index: number;
  readonly line: number;
  readonly byte: number;
  readonly parent: Statement | null;
  children: readonly Statement[] = NONE;
  lineEnd: number;
  size: number;
  /** Null while nobody has read the statement; empty once read; otherwise why it was set aside. */
  fate: string | null = null;
  private split: readonly string[] | null = null;

  /** Made by StatementTree.add. */
  constructor(text: string, place: Place, hold: { indent: number; index: number; parent: Statement | null }) {
    this.text = text;
    this.indent = hold.indent;
    this.index = hold.index;
    this.parent = hold.parent;
    this.depth = hold.parent ? hold.parent.depth + 1 : 0;
    this.line = place.line;
    this.lineEnd = place.line;
    this.byte = place.byte;
    this.size = place.size;
  }

  /** The words of the statement, without the spaces between them. */
  get words(): readonly string[] {
    this.split ??= splitWords(this.text);
    return this.split;
  }

  /** Marks the statement as read and returns it. */
  read(): this {
    this.fate = '';
    return this;
  }

  /** Takes a further line into the statement, such as a line of a banner. */
  extend(line: number, size: number): void {
    this.lineEnd = line;
    this.size += size;
  }

  /** Adds a child; only the tree calls it. */
  adopt(child: Statement): void {
    if (this.children === NONE) this.children = [child];
    else (this.children as Statement[]).push(child);
  }
}

/** Cuts text at spaces and tabs. */
export function splitWords(text: string): string[] {
  const plain = text.includes('\t') ? text.replaceAll('\t', ' ') : text;
  const words = plain.split(' ');
  return words.includes('') ? words.filter((word) => word !== '') : words;
}

/**
 * A configuration whose blocks are told by indentation. Statements are added line by line; whoever reads one marks it,
 * so that what nobody read reports itself. No step recurses and adding is linear, however deep the nesting.
 */
export class StatementTree {
  readonly roots: Statement[] = [];
  /** All statements in the order of the text; the descendants of one follow it directly. */
  readonly all: Statement[] = [];
  private readonly open: Statement[] = [];

  /** Adds a statement below the nearest earlier one that is indented less; `text` carries no indentation. */
  add(text: string, indent: number, place: Place): Statement {
    const open = this.open;
    while (open.length > 0 && (open[open.length - 1] as Statement).indent >= indent) open.pop();
    const parent = open[open.length - 1] ?? null;
    const statement = new Statement(text, place, { indent, index: this.all.length, parent });
    if (parent) parent.adopt(statement);
    else this.roots.push(statement);
    this.all.push(statement);
    open.push(statement);
    return statement;
  }

  /** Adds the mark that ends a block (`exit-address-family`) to that block although it is indented no deeper. */
  addEnd(text: string, indent: number, place: Place): Statement {
    const open = this.open;
    while (open.length > 0 && (open[open.length - 1] as Statement).indent > indent) open.pop();
    const parent = open[open.length - 1] ?? null;
    if (!parent || parent.indent !== indent) return this.add(text, indent, place);
    const statement = new Statement(text, place, { indent: indent + 1, index: this.all.length, parent });
    parent.adopt(statement);
    this.all.push(statement);
    return statement;
  }

  /** Index after the last descendant of a statement. */
  blockEnd(statement: Statement): number {
    let end = statement.index + 1;
    while (end < this.all.length && (this.all[end] as Statement).depth > statement.depth) end += 1;
    return end;
  }

  /** Sets a statement and all below it aside, but for those that somebody has read. */
  setAside(statement: Statement, reason: string): void {
    const end = this.blockEnd(statement);
    for (let i = statement.index; i < end; i += 1) {
      const each = this.all[i] as Statement;
      each.fate ??= reason;
    }
  }

  /** The statements that nobody read or set aside, in the order of the text. */
  unread(): Statement[] {
    return this.all.filter((statement) => statement.fate === null);
  }
}
