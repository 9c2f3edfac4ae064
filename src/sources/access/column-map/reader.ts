import type { Ref } from '../../../model/evidence.ts';
import type { ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { type CsvPlace, CsvReader, type CsvRow } from '../../kit/csv-rows.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import { type Line, LineReader, lineText } from '../../kit/lines.ts';
import { Sightings } from '../../kit/sightings.ts';
import { EventReader, type Values } from './event.ts';
import { readJsonValues } from './json-values.ts';
import type { ColumnMap } from './map-type.ts';

const LONGEST_LINE = 256 * 1024;
const MOST_SAMPLES = 20;

/** What both forms share: events into the sink, rows into the ledger, and never a row's own words. */
class Events {
  readonly maps: readonly ColumnMap[];
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly book: LedgerBook;
  private readonly sightings: Sightings;
  private readonly readers = new Map<ColumnMap, EventReader>();
  private samples = 0;
  private system: string | null = null;
  /** Rows that could not be read before it was known whose they are. */
  private early = 0;

  constructor(open: { context: ReadContext; sink: Sink }, maps: readonly ColumnMap[]) {
    this.maps = maps;
    this.context = open.context;
    this.sink = open.sink;
    this.book = new LedgerBook(open.sink);
    this.sightings = new Sightings(open.context, open.sink, 'access');
  }

  event(place: CsvPlace, map: ColumnMap, values: Values): void {
    const event = this.reader(map).read(values, this.ref(place));
    if (typeof event === 'string') {
      this.refuse(place, event, event);
      return;
    }
    this.sink.record(event.record, 'access');
    this.sightings.text(event.whole, () => {
      const { origin, at, timeQuality, count, last, ref, text } = event.record;
      return { origin, at, timeQuality, count, last, ref, text };
    });
    this.count(place, 'read', 'event');
  }

  count(place: CsvPlace, state: 'read' | 'set-aside', reason: string): void {
    const tally = this.book.tally(state, reason);
    tally.bytes += place.size;
    tally.units += 1;
  }

  /** `shown` must not hold anything of the row: it may name persons. */
  refuse(place: CsvPlace, reason: string, shown: string): void {
    if (this.system === null) this.early += 1;
    else this.sink.unread(`system:${this.system}`, 'access');
    const state = 'not-understood';
    this.samples += 1;
    if (this.samples > MOST_SAMPLES) {
      const tally = this.book.tally(state, reason);
      tally.bytes += place.size;
      tally.units += 1;
      return;
    }
    const sample = { line: place.line, byte: place.byte, length: place.size, text: `(${shown})` };
    this.sink.account({ state, reason, bytes: place.size, units: 1, sample });
  }

  close(): void {
    this.book.close();
  }

  /** Says whose rows follow; those before that could not be read count for it too. */
  belongsTo(map: ColumnMap): void {
    this.system = map.system;
    for (; this.early > 0; this.early -= 1) this.sink.unread(`system:${map.system}`, 'access');
  }

  private reader(map: ColumnMap): EventReader {
    if (this.system !== map.system) this.belongsTo(map);
    let reader = this.readers.get(map);
    if (!reader) {
      reader = new EventReader(map, this.context.keyed);
      this.readers.set(map, reader);
    }
    return reader;
  }

  private ref({ line, lineEnd, byte, size }: CsvPlace): Ref {
    return { evidence: this.context.evidence, line, lineEnd, byte, length: size };
  }
}

/** The map whose required columns the header holds; the one that asks for most, then the first by id. */
export function mapForHeader(maps: readonly ColumnMap[], header: readonly string[]): ColumnMap | null {
  const names = new Set(header.map((name) => name.toLowerCase()));
  return best(maps, 'csv', (column) => names.has(column.toLowerCase()));
}

/** The map whose required keys the object holds. */
export function mapForKeys(maps: readonly ColumnMap[], has: (path: string) => boolean): ColumnMap | null {
  return best(maps, 'json-lines', has);
}

function best(maps: readonly ColumnMap[], form: string, has: (column: string) => boolean): ColumnMap | null {
  const fitting = maps.filter((map) => map.form === form && map.required.every(has));
  const order = (a: ColumnMap, b: ColumnMap): number =>
    b.required.length - a.required.length || (a.id < b.id ? -1 : 1);
  return fitting.sort(order)[0] ?? null;
}

/** Reads a delimited export. */
export class CsvEvents implements Reader {
  private readonly events: Events;
  private readonly rows: CsvReader;
  private map: ColumnMap | null = null;
  private columns: ReadonlyMap<string, number> = new Map();
  private width = 0;

  /** `maps` are those of the content. */
  constructor(open: { context: ReadContext; sink: Sink }, maps: readonly ColumnMap[]) {
    this.events = new Events(open, maps);
    const handler = {
      row: (row: CsvRow): void => this.row(row),
      broken: (place: CsvPlace, reason: string): void => this.events.refuse(place, reason, reason),
    };
    this.rows = new CsvReader(handler, open.context.start);
  }

  /** See Reader. */
  push(chunk: Uint8Array): void {
    this.rows.push(chunk);
  }

  /** See Reader. */
  end(): void {
    this.rows.end();
    this.events.close();
  }

  private row(row: CsvRow): void {
    if (row.fields.every((field) => field === '')) this.events.count(row, 'set-aside', 'blank');
    else if (!this.map || this.repeatsHeader(row)) this.header(row);
    else if (row.fields.length !== this.width) {
      const shown = `${row.fields.length} columns where the header names ${this.width}`;
      this.events.refuse(row, 'number of columns', shown);
    } else this.events.event(row, this.map, (column) => this.cell(row, column));
  }

  /** Exports that were joined repeat their header, or go on with another. */
  private repeatsHeader(row: CsvRow): boolean {
    const time = this.map ? (this.cell(row, this.map.time.column) ?? '') : '';
    if (row.fields.length === this.width && !this.columns.has(time.toLowerCase())) return false;
    return mapForHeader(this.events.maps, row.fields) !== null;
  }

  private header(row: CsvRow): void {
    this.map = mapForHeader(this.events.maps, row.fields);
    if (!this.map) {
      this.events.refuse(row, 'no column map fits', `${row.fields.length} columns`);
      return;
    }
    this.events.belongsTo(this.map);
    // Of several columns with one name the first holds.
    const names = row.fields.map((name, index) => [name.toLowerCase(), index] as const);
    this.columns = new Map(names.reverse());
    this.width = row.fields.length;
    this.events.count(row, 'read', 'header');
  }

  private cell(row: CsvRow, column: string): string | null {
    const value = row.fields[this.columns.get(column.toLowerCase()) ?? -1] ?? '';
    return value === '' ? null : value;
  }
}

/** Reads an export of one JSON object a line. */
export class JsonEvents implements Reader {
  private readonly events: Events;
  private readonly lines: LineReader;

  /** `maps` are those of the content. */
  constructor(open: { context: ReadContext; sink: Sink }, maps: readonly ColumnMap[]) {
    this.events = new Events(open, maps);
    const handler = {
      line: (line: Line): void => this.line(line),
      tooLong: (line: Line): void => this.events.refuse(placeOf(line), 'line too long', 'line too long'),
    };
    this.lines = new LineReader(handler, { limit: LONGEST_LINE, start: open.context.start });
  }

  /** See Reader. */
  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** See Reader. */
  end(): void {
    this.lines.end();
    this.events.close();
  }

  private line(line: Line): void {
    const place = placeOf(line);
    const text = lineText(line).replace(/^\ufeff/, '');
    if (text.trim() === '') {
      this.events.count(place, 'set-aside', 'blank');
      return;
    }
    const json = readJsonValues(text);
    const map = json ? mapForKeys(this.events.maps, json.has) : null;
    if (!json) this.events.refuse(place, 'not a JSON object', `${text.length} characters`);
    else if (!map) this.events.refuse(place, 'no column map fits', 'keys are missing');
    else this.events.event(place, map, json.values);
  }
}

function placeOf({ number, offset, size }: Line): CsvPlace {
  return { line: number, lineEnd: number, byte: offset, size };
}
