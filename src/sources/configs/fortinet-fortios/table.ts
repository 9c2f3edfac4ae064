import type { Statement } from '../../../base/statement-tree.ts';
import type { PathBook, PathCommand } from '../kit/path-book.ts';
import { pathWords } from '../kit/path-words.ts';
import type { FortiScope, Row } from './scope.ts';

/** A table that is read: where it stands, what is read of it and what is known and not asked for. */
export interface Table {
  /** Path with `*` for the names of entries, such as `system interface *`. */
  readonly path: string;
  /** Attributes that are read, with blanks between. */
  readonly read: string;
  /** Attributes that are known and bear on no fact: reason to attributes with blanks between. */
  readonly aside?: Readonly<Record<string, string>>;
  /** Why all other attributes of the table are set aside, where none of them can bear on a fact; left out: unread. */
  readonly rest?: string;
}

/** Adds a table: its rows are gathered under its path, to be made into facts once all are there. */
export function addTable(book: PathBook<FortiScope>, { path, read, aside = {}, rest }: Table): void {
  book.add(path, (command) => {
    // A block with nothing in it; with more words it is another attribute.
    if (command.args.length === 0) rowOf(command, path);
    else if (rest !== undefined) command.statement.aside(rest);
  });
  // A table without entries.
  if (path.endsWith(' *'))
    book.add(path.slice(0, -2), ({ statement, args }) => {
      if (args.length === 0) statement.read();
    });
  for (const attribute of read.split(' '))
    book.add(`${path} ${attribute}`, (command) => {
      const { statement, args } = command;
      rowOf(command, path).values.set(attribute, { words: args, statement });
      statement.read();
    });
  for (const [reason, attributes] of Object.entries(aside))
    for (const attribute of attributes.split(' ')) book.add(`${path} ${attribute}`, reason);
}

function rowOf({ statement, args, names, to }: PathCommand<FortiScope>, table: string): Row {
  const own = args.length === 0 && /^(?:config|edit) /.test(statement.text);
  const block = own ? statement : (statement.parent ?? statement);
  const key = `${block.index} ${table}`;
  const known = to.byBlock.get(key);
  if (known) return known;
  if (own) statement.read();
  const row: Row = { names, block, vdom: vdomOf(block), values: new Map() };
  to.byBlock.set(key, row);
  const rows = to.rows.get(table);
  if (rows) rows.push(row);
  else to.rows.set(table, [row]);
  return row;
}

function vdomOf(block: Statement): string | null {
  let [root, below]: [Statement, Statement | null] = [block, null];
  while (root.parent) [below, root] = [root, root.parent];
  if (root.text !== 'config vdom' || !below) return null;
  const name = pathWords(below.text)[1] ?? '';
  return name === 'root' ? null : name;
}
