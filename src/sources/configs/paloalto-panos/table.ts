import type { PathBook, PathCommand } from '../kit/path-book.ts';
import type { PanScope, Row } from './scope.ts';

/** A table that is read: path with `*` for names, attributes read and known, given with commas between. */
export interface Table {
  readonly path: string;
  readonly read: string;
  /** Reason to attributes that are known and bear on no fact. */
  readonly aside?: Readonly<Record<string, string>>;
  /** Why all other attributes of the table are set aside, where none of them can bear on a fact; left out: unread. */
  readonly rest?: string;
}

/** Adds a table: its rows are gathered under its path, to be made into facts once all are there. */
export function addTable(book: PathBook<PanScope>, { path, read, aside = {}, rest }: Table): void {
  book.add(path, (command) => {
    if (command.args.length > 0) {
      if (rest !== undefined) command.statement.aside(rest);
      return;
    }
    rowOf(command, path);
    command.statement.read();
  });
  if (path.endsWith(' *'))
    book.add(path.slice(0, -2), ({ statement, args }) => {
      if (args.length === 0) statement.read();
    });
  for (const attribute of read.split(',').map((each) => each.trim()))
    book.add(`${path} ${attribute}`, (command) => {
      const { statement, args, names } = command;
      const row = rowOf(command, path);
      const values = row.values.get(attribute);
      const more = { words: args, names, statement };
      if (values) values.push(more);
      else row.values.set(attribute, [more]);
      statement.read();
    });
  for (const [reason, attributes] of Object.entries(aside))
    book.aside(
      reason,
      attributes
        .split(',')
        .map((attribute) => `${path} ${attribute.trim()}`)
        .join(','),
    );
}

function rowOf({ statement, names, to }: PathCommand<PanScope>, path: string): Row {
  let table = to.tables.get(path);
  if (!table) {
    table = new Map();
    to.tables.set(path, table);
  }
  const own = names.slice(0, path.split(' ').filter((word) => word === '*').length);
  const key = own.join('\u0000');
  const { line, lineEnd } = statement;
  let row = table.get(key);
  if (!row) {
    row = { names: own, values: new Map(), line, lineEnd };
    table.set(key, row);
  }
  row.line = Math.min(row.line, line);
  row.lineEnd = Math.max(row.lineEnd, lineEnd);
  return row;
}
