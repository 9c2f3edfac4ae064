import { canonicalIp } from '../../../base/ip.ts';
import { printable } from '../../../base/printable.ts';
import type { RecordBase } from '../../../model/record.ts';
import type { ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import { type Line, LineReader, lineText } from '../../kit/lines.ts';
import { Batches } from '../../kit/netflow/batches.ts';
import { scrub } from '../../kit/scrub.ts';
import { Sightings } from '../../kit/sightings.ts';
import { type Cells, timeOf } from './cells.ts';
import { readConn } from './conn.ts';
import { readHttp } from './http.ts';
import { readJsonRow } from './json-row.ts';
import { TsvHeader } from './tsv.ts';

/** Stands for the sensor among exporters and origins. */
const SENSOR = 'sensor:zeek';
const LONGEST_LINE = 256 * 1024;

/** One row of either form. */
interface Row {
  readonly path: string | null;
  readonly cells: Cells;
  readonly without: (field: string) => string;
}

/** Reads Zeek logs as text with header lines or as JSON lines, also both in one file. */
export class ZeekReader implements Reader {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly book: LedgerBook;
  private readonly lines: LineReader;
  private readonly batches: Batches;
  private readonly sightings: Sightings;
  private readonly header = new TsvHeader();
  /** Name of the log that the last row was from: rows that cannot be read are most likely from it too. */
  private last: string | null = null;

  /** Hands what it finds to `sink`. */
  constructor(context: ReadContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
    this.book = new LedgerBook(sink);
    this.batches = new Batches(sink);
    this.sightings = new Sightings(context, sink, 'http');
    this.lines = new LineReader(
      {
        line: (line) => this.line(line),
        tooLong: (line) => this.refuse(line, 'line too long'),
      },
      { limit: LONGEST_LINE, start: context.start },
    );
  }

  /** See Reader. */
  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  /** See Reader. */
  end(): void {
    this.lines.end();
    this.batches.flush();
    this.book.close();
  }

  private line(line: Line): void {
    const text = lineText(line);
    // Editors and copies leave blanks and marks before the first `#`.
    const bare = text.replace(/^[\ufeff\s]+/, '');
    if (bare === '') this.book.line(line, 'set-aside', 'blank');
    else if (bare.startsWith('#')) this.headerLine(line, bare);
    else if (bare.startsWith('{')) this.row(line, readJsonRow(text));
    else if (this.header.ready) this.row(line, this.tsvRow(text));
    else this.refuse(line, 'no header');
  }

  private headerLine(line: Line, text: string): void {
    const known = this.header.take(text);
    if (known) this.last = this.header.path;
    if (known) this.book.line(line, 'read', 'header');
    else this.book.line(line, 'set-aside', 'comment');
  }

  private tsvRow(text: string): Row | null {
    const row = this.header.row(text);
    return row && { path: this.header.path, cells: row.cells, without: row.without };
  }

  private row(line: Line, row: Row | null): void {
    if (row) this.last = row.path;
    if (!row) this.refuse(line, 'broken row');
    else if (row.path === 'conn') this.conn(line, row);
    else if (row.path === 'http') this.http(line, row);
    else {
      const path = printable(row.path ?? 'log', 40);
      this.book.line(line, 'set-aside', `zeek ${path}: not read yet`);
      this.scan(line, row);
    }
  }

  private conn(line: Line, row: Row): void {
    const columns = this.batches.take(SENSOR, 1);
    if (!readConn(row.cells, columns, { offset: line.offset, line: line.number })) {
      this.refuse(line, 'conn row without ends or time');
    } else this.book.line(line, 'read', 'flow');
  }

  private http(line: Line, row: Row): void {
    const record = readHttp(row.cells, row.without('password'), this.ref(line));
    if (!record) {
      this.refuse(line, 'http row without ends or time');
      return;
    }
    this.sink.record(record, 'http');
    this.book.line(line, 'read', 'http');
    this.sightings.bytes(line, () => baseOf(record));
  }

  private scan(line: Line, row: Row): void {
    this.sightings.bytes(line, () => {
      const client = canonicalIp(row.cells('id.orig_h') ?? '');
      const at = timeOf(row.cells('ts')) ?? null;
      return {
        origin: client === null ? SENSOR : `addr:${client}`,
        at,
        timeQuality: at === null ? 'none' : 'exact',
        count: 1,
        last: null,
        ref: this.ref(line),
        text: printable(scrub(row.without('password').slice(0, 4000)), 400),
      };
    });
  }

  private refuse(line: Line, reason: string): void {
    this.book.line(line, 'not-understood', reason);
    if (this.last === 'conn') this.sink.unread(SENSOR, 'flow');
    if (this.last === 'http') this.sink.unread(SENSOR, 'http');
  }

  private ref(line: Line): RecordBase['ref'] {
    const { number, offset, size } = line;
    return { evidence: this.context.evidence, line: number, lineEnd: number, byte: offset, length: size };
  }
}

function baseOf({ origin, at, timeQuality, count, last, ref, text }: RecordBase): RecordBase {
  return { origin, at, timeQuality, count, last, ref, text };
}
