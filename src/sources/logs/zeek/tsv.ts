import { isUtf8 } from 'node:buffer';
import type { Cells } from './cells.ts';
import { shapeOf } from './json-row.ts';

/** What the `#` lines of a Zeek log in text form have said so far; logs that were joined change it on the way. */
export class TsvHeader {
  private stated: string | null = null;
  private shape: string | null = null;
  private separator = '\t';
  private unset = '-';
  private empty = '(empty)';
  private fields: ReadonlyMap<string, number> = new Map();
  private count = 0;

  /** Name of the log, stated or told by its fields: `conn`, `http` …; null until lines tell it. */
  get path(): string | null {
    return this.stated ?? this.shape;
  }

  /** True once the columns are known. */
  get ready(): boolean {
    return this.count > 0;
  }

  /** Takes a line that begins with `#` and says whether it was one of a Zeek header. */
  take(line: string): boolean {
    if (line.startsWith('#separator ')) {
      const separator = unescape(line.slice(11).trim());
      this.separator = separator === '' ? '\t' : separator;
      this.stated = null;
      this.shape = null;
      this.fields = new Map();
      this.count = 0;
      return true;
    }
    const [name, ...values] = line.split(this.separator);
    if (name === '#fields') {
      this.fields = new Map(values.map((field, index) => [field, index]));
      this.count = values.length;
      this.shape = shapeOf((field) => this.fields.has(field));
    } else if (name === '#path') this.stated = values[0] ?? null;
    else if (name === '#unset_field') this.unset = values[0] ?? '-';
    else if (name === '#empty_field') this.empty = values[0] ?? '(empty)';
    else return name === '#set_separator' || name === '#open' || name === '#close' || name === '#types';
    return true;
  }

  /** Parts a row; null when it does not have as many columns as the header names and that matters. */
  row(line: string): TsvRow | null {
    const values = line.split(this.separator);
    const read = this.path === null || this.path === 'conn' || this.path === 'http';
    if (values.length !== this.count && read) return null;
    return {
      values,
      cells: (field) => this.cell(values, field),
      without: (field) => this.without(values, field),
    };
  }

  private cell(values: readonly string[], field: string): string | null {
    const value = values[this.fields.get(field) ?? -1];
    if (value === undefined || value === this.unset) return null;
    return value === this.empty ? '' : unescape(value);
  }

  private without(values: readonly string[], field: string): string {
    const at = this.fields.get(field) ?? -1;
    return values
      .map((value, index) => (index === at && value !== this.unset ? '[secret]' : value))
      .join(this.separator);
  }
}

/** One row of a log in text form. */
export interface TsvRow {
  readonly values: readonly string[];
  readonly cells: Cells;
  /** The row as a line in which the value of one field is hidden. */
  readonly without: (field: string) => string;
}

// Zeek writes separators and bytes that do not print as \xHH; several in a row may be one letter in UTF-8.
function unescape(text: string): string {
  if (!text.includes('\\x')) return text;
  return text.replace(/(?:\\x[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = Buffer.from(run.replaceAll('\\x', ''), 'hex');
    return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
  });
}
