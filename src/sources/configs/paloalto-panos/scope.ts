import type { Statement } from '../../../base/statement-tree.ts';
import type { AclEntry, At, Secret } from '../../../model/device-facts.ts';
import { at, keepSecret, type Scope } from '../kit/scope.ts';

export { wholeNumber } from '../kit/scope.ts';

/** A value with the statement that sets it. */
export interface Value {
  readonly words: readonly string[];
  /** Names on the way to it, those of its row and its own. */
  readonly names: readonly string[];
  readonly statement: Statement;
}

/** All that is said of one thing, over as many statements as it takes. */
export interface Row {
  readonly names: readonly string[];
  readonly values: Map<string, Value[]>;
  line: number;
  lineEnd: number;
}

/** What the features of a PAN-OS configuration write to. */
export interface PanScope extends Scope {
  /** Rows by table and then by the names in their path. */
  readonly tables: Map<string, Map<string, Row>>;
}

/** A scope in which nothing has been read. */
export function beginPan(common: Scope): PanScope {
  return { ...common, tables: new Map() };
}

/** The rows of a table in the order in which they were first named. */
export function rowsOf(to: PanScope, table: string): readonly Row[] {
  return [...(to.tables.get(table)?.values() ?? [])];
}

/** The lines of a row. */
export function place({ line, lineEnd }: Row): At {
  return { line, lineEnd };
}

/** All words of an attribute, in order, over all statements that set it. */
export function words(row: Row | undefined, attribute: string): readonly string[] {
  return (row?.values.get(attribute) ?? []).flatMap((value) => value.words);
}

/** The value of an attribute in one text; null when no line sets it. */
export function value(row: Row | undefined, attribute: string): string | null {
  return words(row, attribute).join(' ') || null;
}

/** The first statement that sets an attribute. */
export function first(row: Row | undefined, attribute: string): Value | null {
  return row?.values.get(attribute)?.[0] ?? null;
}

/** `yes` or `no` as true or false; null when no line says it. */
export function switched(row: Row | undefined, attribute: string): boolean | null {
  const text = value(row, attribute);
  return text === 'yes' ? true : text === 'no' ? false : null;
}

/** Keeps the secret that an attribute holds; null when it holds none. */
export function secretOf(
  to: PanScope,
  row: Row,
  { attribute, use, purpose }: { attribute: string; use: string; purpose: 'password' | 'key' },
): Secret | null {
  const found = first(row, attribute);
  const written = found && to.forms.written(found.words, 0);
  return written ? keepSecret(to, found.statement, { ...written, use, purpose }) : null;
}

/** An entry that lets some source reach what a list guards. */
export function permit(source: string, { statement }: Value): AclEntry {
  const rest = { protocol: 'ip', destination: 'any', ports: null, log: false } as const;
  return { ...at(statement), action: 'permit', source, ...rest };
}
