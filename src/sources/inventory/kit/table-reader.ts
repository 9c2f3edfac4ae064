import { printable } from '../../../base/printable.ts';
import type { Ref } from '../../../model/evidence.ts';
import type { LedgerState } from '../../../model/ledger.ts';
import type { RecordBase } from '../../../model/record.ts';
import type { ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { type CsvPlace, CsvReader, type CsvRow, splitHeader } from '../../kit/csv-rows.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import { scrub } from '../../kit/scrub.ts';
import { Sightings } from '../../kit/sightings.ts';

/** Values of one row by the canonical name of their column; null for cells that are empty or say so (`n/a`), or not there. */
export type TableRow = (column: string) => string | null;

/** One kind of table. */
export interface TableForm {
  /** Canonical column names with the other names that exports give them, both as `tidyName` makes them. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Columns without which the table is none of this kind; of the inner lists, one is enough. */
  readonly required: readonly (readonly string[])[];
}

/** What became of one row. */
export interface RowOutcome {
  readonly state: LedgerState;
  readonly reason: string;
}

/** A column name in lower case with underscores: `Host Name` and `host-name` become `host_name`. */
export function tidyName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_');
}

/** Where the columns of a form stand in a header; the first column of several that mean the same holds. */
export function findColumns(form: TableForm, header: readonly string[]): ReadonlyMap<string, number> {
  const names = header.map(tidyName);
  const found = new Map<string, number>();
  for (const [column, others] of Object.entries(form.columns)) {
    const at = [column, ...others].map((name) => names.indexOf(name)).find((index) => index >= 0);
    if (at !== undefined) found.set(column, at);
  }
  return found;
}

/** True when a line is the header of a table of this form. */
export function isHeader(form: TableForm, line: string): boolean {
  return hasRequired(form, findColumns(form, splitHeader(line)));
}

function hasRequired(form: TableForm, found: ReadonlyMap<string, number>): boolean {
  return form.required.every((choices) => choices.some((column) => found.has(column)));
}

/** What people write where they have nothing to write; taken for a value it would tie all such rows together. */
const NOTHING =
  /^(?:[-–—?._]+|n\/?a|n\.a\.?|none|nil|null|unknown|tbd|tba|not (?:set|known|available|applicable))$/i;

/** Reads a delimited table with a header: calls `take` for each row, and keeps the ledger. */
export class TableReader implements Reader {
  private readonly form: TableForm;
  private readonly take: (row: TableRow, base: RecordBase) => RowOutcome;
  private readonly context: ReadContext;
  private readonly rows: CsvReader;
  private readonly book: LedgerBook;
  private readonly sink: Sink;
  private readonly sightings: Sightings;
  private columns: ReadonlyMap<string, number> | null = null;

  /** `take` reads one row; its base has the origin `system:inventory`, which records change as they need. */
  constructor(
    form: TableForm,
    open: { readonly context: ReadContext; readonly sink: Sink },
    take: (row: TableRow, base: RecordBase) => RowOutcome,
  ) {
    this.form = form;
    this.take = take;
    this.context = open.context;
    this.sink = open.sink;
    this.book = new LedgerBook(open.sink);
    this.sightings = new Sightings(open.context, open.sink, 'inventory');
    this.rows = new CsvReader(
      {
        row: (row) => this.row(row),
        broken: (place, reason) => this.account(place, { state: 'not-understood', reason }, ''),
      },
      open.context.start,
    );
  }

  /** See Reader. */
  push(chunk: Uint8Array): void {
    this.rows.push(chunk);
  }

  /** See Reader. */
  end(): void {
    this.rows.end();
    this.book.close();
  }

  private row(row: CsvRow): void {
    const text = row.fields.join(',');
    if (row.fields.every((field) => field === ''))
      this.account(row, { state: 'set-aside', reason: 'blank' }, '');
    else if (text.startsWith('#')) this.account(row, { state: 'set-aside', reason: 'comment' }, text);
    else if (!this.columns || this.repeatsHeader(row)) this.header(row, text);
    else {
      const base = this.base(row, text);
      this.account(
        row,
        this.take((column) => this.cell(row, column), base),
        text,
      );
      this.sightings.text(text, () => base);
    }
  }

  /** Tables that were joined repeat their header; no row of values names all the columns that must be there. */
  private repeatsHeader(row: CsvRow): boolean {
    return hasRequired(this.form, findColumns(this.form, row.fields));
  }

  private header(row: CsvRow, text: string): void {
    const columns = findColumns(this.form, row.fields);
    if (!hasRequired(this.form, columns)) {
      this.account(row, { state: 'not-understood', reason: 'no header' }, text);
      return;
    }
    this.columns = columns;
    this.account(row, { state: 'read', reason: 'header' }, text);
  }

  private cell(row: CsvRow, column: string): string | null {
    const value = row.fields[this.columns?.get(column) ?? -1] ?? '';
    return value === '' || NOTHING.test(value) ? null : value;
  }

  private base(row: CsvRow, text: string): RecordBase {
    return {
      origin: 'system:inventory',
      at: null,
      timeQuality: 'none',
      count: 1,
      last: null,
      ref: this.ref(row),
      text: printable(scrub(text.slice(0, 4000)), 400),
    };
  }

  private ref({ line, lineEnd, byte, size }: CsvPlace): Ref {
    return { evidence: this.context.evidence, line, lineEnd, byte, length: size };
  }

  private account(place: CsvPlace, outcome: RowOutcome, text: string): void {
    const tally = this.book.tally(outcome.state, outcome.reason);
    if (outcome.state === 'read' || outcome.state === 'set-aside') {
      tally.bytes += place.size;
      tally.units += 1;
      return;
    }
    const { line, byte, size: length } = place;
    const sample = { line, byte, length, text: printable(scrub(text.slice(0, 600)), 160) };
    this.sink.account({ ...outcome, bytes: length, units: 1, sample });
  }
}
