import type { Statement } from '../../../base/statement-tree.ts';
import type { AclEntry, Secret } from '../../../model/device-facts.ts';
import { keepSecret, type Scope } from '../kit/scope.ts';

export { at, atBlock, wholeNumber } from '../kit/scope.ts';

/** A value of a row, with the statement that sets it. */
export interface Value {
  readonly words: readonly string[];
  readonly statement: Statement;
}

/** One entry of a table, or a table without entries, with the values that are read. */
export interface Row {
  /** Names of the entries on the way to it, its own last. */
  readonly names: readonly string[];
  /** The block that holds it. */
  readonly block: Statement;
  /** Virtual domain in which it stands; null for the device as a whole and for `root`. */
  readonly vdom: string | null;
  readonly values: Map<string, Value>;
}

/** What the features of a FortiOS configuration write to. */
export interface FortiScope extends Scope {
  /** Rows by table, in the order of the text. */
  readonly rows: Map<string, Row[]>;
  /** Row of each block that is open. */
  readonly byBlock: Map<string, Row>;
  /** Networks that an address object or group stands for. */
  readonly objects: Map<string, readonly string[]>;
}

/** A scope in which nothing has been read. */
export function beginForti(common: Scope): FortiScope {
  return { ...common, rows: new Map(), byBlock: new Map(), objects: new Map() };
}

/** The rows of a table. */
export function rowsOf(to: FortiScope, table: string): readonly Row[] {
  return to.rows.get(table) ?? [];
}

/** The value of an attribute in one text; null when no line sets it or sets it to nothing. */
export function value(row: Row | undefined, attribute: string): string | null {
  const words = row?.values.get(attribute)?.words ?? [];
  const text = words.join(' ');
  return text === '' || text === "''" ? null : text;
}

/** The words of an attribute. */
export function words(row: Row | undefined, attribute: string): readonly string[] {
  return (row?.values.get(attribute)?.words ?? []).filter((word) => word !== '' && word !== "''");
}

/** `enable` or `disable` as true or false; null when no line says it. */
export function switched(row: Row | undefined, attribute: string): boolean | null {
  const text = value(row, attribute);
  return text === 'enable' ? true : text === 'disable' ? false : null;
}

/** Keeps the secret that an attribute holds; null when it holds none. */
export function secretOf(
  to: FortiScope,
  row: Row,
  { attribute, use, purpose }: { attribute: string; use: string; purpose: 'password' | 'key' },
): Secret | null {
  const found = row.values.get(attribute);
  const written = found && to.forms.written(found.words, 0);
  return written ? keepSecret(to, found.statement, { ...written, use, purpose }) : null;
}

/** An entry that lets some source reach what a list guards. */
export function permit(source: string, place: Value | Row): AclEntry {
  const statement = 'block' in place ? place.block : place.statement;
  const { line, lineEnd } = statement;
  const rest = { protocol: 'ip', destination: 'any', ports: null, log: false } as const;
  return { line, lineEnd, action: 'permit', source, ...rest };
}
