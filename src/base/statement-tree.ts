import { COLUMN, FATE, type Place, StatementColumns } from './statement-columns.ts';

export type { Place } from './statement-columns.ts';

/**
 * One statement of an indented configuration; it knows whether somebody read it or set it aside. It is a view on its
 * tree, made when somebody first looks at it; looking twice gives the same object.
 */
export class Statement {
  /** Position among all statements of the tree, in the order of the text. */
  readonly index: number;
  private readonly tree: StatementTree;
  private readonly columns: StatementColumns;
  private split: readonly string[] | null = null;

  /** Made by StatementTree.at. */
  constructor(tree: StatementTree, columns: StatementColumns, index: number) {
    this.tree = tree;
    this.columns = columns;
    this.index = index;
  }

  /** The statement without its indentation. */
  get text(): string {
    return this.columns.texts[this.index] as string;
  }

  /** The words of the statement, without the spaces between them. */
  get words(): readonly string[] {
    this.split ??= splitWords(this.text);
    return this.split;
  }

  /** Blanks in front of the statement. */
  get indent(): number {
    return this.columns.get(this.index, COLUMN.indent);
  }

  /** How many statements it stands below. */
  get depth(): number {
    return this.columns.get(this.index, COLUMN.depth);
  }

  /** Line of its first word, from 1. */
  get line(): number {
    return this.columns.get(this.index, COLUMN.line);
  }

  /** Its last line; another than the first for free texts. */
  get lineEnd(): number {
    return this.columns.get(this.index, COLUMN.lineEnd);
  }

  /** Bytes with all line ends. */
  get size(): number {
    return this.columns.get(this.index, COLUMN.size);
  }

  /** Offset of its first byte. */
  get byte(): number {
    return this.columns.byte(this.index);
  }

  /** The statement that it stands below; null at the top. */
  get parent(): Statement | null {
    const parent = this.columns.get(this.index, COLUMN.parent);
    return parent < 0 ? null : this.tree.at(parent);
  }

  /** The statements directly below, in the order of the text. */
  get children(): readonly Statement[] {
    return this.tree.under(this);
  }

  /** Null while nobody has read the statement; empty once read; otherwise why it was set aside. */
  get fate(): string | null {
    return this.columns.fate(this.index);
  }

  /** Marks the statement as read and returns it. */
  read(): this {
    this.columns.set(this.index, COLUMN.fate, FATE.read);
    return this;
  }

  /** Sets the statement aside, without those below it, unless somebody has read it. */
  aside(reason: string): void {
    this.columns.setAside(this.index, this.index + 1, reason);
  }

  /** Takes a further line into the statement, such as a line of a banner. */
  extend(line: number, size: number): void {
    this.columns.set(this.index, COLUMN.lineEnd, line);
    this.columns.set(this.index, COLUMN.size, this.size + size);
  }
}

/** Cuts text at spaces and tabs, from a position on. */
export function splitWords(text: string, start = 0): string[] {
  if (text.includes('\t')) return splitWords(text.replaceAll('\t', ' '), start);
  const words: string[] = [];
  let from = start;
  for (let to = text.indexOf(' ', from); to >= 0; to = text.indexOf(' ', from)) {
    if (to > from) words.push(text.slice(from, to));
    from = to + 1;
  }
  if (from < text.length) words.push(text.slice(from));
  return words;
}

/**
 * A configuration whose blocks are told by indentation. Statements are added line by line; whoever reads one marks it,
 * so that what nobody read reports itself. No step recurses and adding is linear, however deep the nesting. Statements
 * lie in columns; an object is made only of one that somebody looks at.
 */
export class StatementTree {
  private readonly columns = new StatementColumns();
  private readonly made: (Statement | undefined)[] = [];
  private readonly open: number[] = [];

  /** Number of statements. */
  get size(): number {
    return this.columns.count;
  }

  /** Adds a statement below the nearest earlier one that is indented less; `text` carries no indentation. */
  add(text: string, indent: number, place: Place): Statement['index'] {
    this.close(indent);
    const index = this.put(text, indent, place);
    this.open.push(index);
    return index;
  }

  /** Adds the mark that ends a block (`exit-address-family`) to that block although it is indented no deeper. */
  addEnd(text: string, indent: number, place: Place): Statement['index'] {
    this.close(indent + 1);
    const parent = this.open.at(-1);
    if (parent === undefined || this.columns.get(parent, COLUMN.indent) !== indent)
      return this.add(text, indent, place);
    const index = this.put(text, indent + 1, place);
    this.columns.set(index, COLUMN.end, index + 1);
    return index;
  }

  /** The statement at an index, from 0 in the order of the text; the descendants of one follow it directly. */
  at(index: number): Statement {
    let statement = this.made[index];
    if (statement === undefined) {
      if (index < 0 || index >= this.size) throw new RangeError(`no statement ${index}`);
      statement = new Statement(this, this.columns, index);
      this.made[index] = statement;
    }
    return statement;
  }

  /** Text of the statement at an index. */
  text(index: number): string {
    return this.columns.texts[index] as string;
  }

  /** The statements that stand below no other, in the order of the text. */
  get roots(): readonly Statement[] {
    return this.side(0, this.size);
  }

  /** The statements directly below one, in the order of the text. */
  under(statement: Statement): readonly Statement[] {
    return this.side(statement.index + 1, this.blockEnd(statement));
  }

  /** A statement and all that stand below it, in the order of the text. */
  block(statement: Statement): Statement[] {
    const out: Statement[] = [];
    const end = this.blockEnd(statement);
    for (let i = statement.index; i < end; i += 1) out.push(this.at(i));
    return out;
  }

  /** Index after the last descendant of a statement. */
  blockEnd(statement: Statement): number {
    return this.endOf(statement.index);
  }

  /** Sets a statement and all below it aside, but for those that somebody has read. */
  setAside(statement: Statement, reason: string): void {
    this.columns.setAside(statement.index, this.endOf(statement.index), reason);
  }

  /** Statements and bytes of each fate that is not null: empty for read, otherwise why set aside. */
  totals(): { readonly fate: string; readonly units: number; readonly bytes: number }[] {
    return this.columns.totals();
  }

  /** Indexes of the statements that nobody read, set aside or not, in the order of the text. */
  notRead(): number[] {
    const out: number[] = [];
    for (let i = 0; i < this.size; i += 1) if (this.columns.get(i, COLUMN.fate) !== FATE.read) out.push(i);
    return out;
  }

  /** The statements that nobody read or set aside, in the order of the text. */
  unread(): Statement[] {
    return this.notRead()
      .filter((i) => this.columns.get(i, COLUMN.fate) === FATE.unread)
      .map((i) => this.at(i));
  }

  private side(from: number, to: number): Statement[] {
    const out: Statement[] = [];
    for (let i = from; i < to; i = this.endOf(i)) out.push(this.at(i));
    return out;
  }

  private endOf(index: number): number {
    return this.columns.get(index, COLUMN.end) || this.size;
  }

  private close(indent: number): void {
    const { open, columns } = this;
    while (open.length > 0) {
      const last = open[open.length - 1] as number;
      if (columns.get(last, COLUMN.indent) < indent) return;
      columns.set(last, COLUMN.end, columns.count);
      open.pop();
    }
  }

  private put(text: string, indent: number, place: Place): number {
    const parent = this.open[this.open.length - 1] ?? -1;
    const depth = parent < 0 ? 0 : this.columns.get(parent, COLUMN.depth) + 1;
    return this.columns.add(text, { indent, depth, parent }, place);
  }
}
