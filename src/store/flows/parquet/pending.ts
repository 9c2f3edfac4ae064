import type { DuckDBAppender, DuckDBType } from '@duckdb/node-api';
import type { FlowBatch } from '../../../model/flow.ts';
import { type Database, literal } from './database.ts';
import { fillChunk, Stage } from './stage.ts';

const COLUMNS =
  'ev UINTEGER, ex UINTEGER, v6 UTINYINT, src4 UINTEGER, dst4 UINTEGER, src6h UBIGINT, src6l UBIGINT, dst6h UBIGINT, dst6l UBIGINT, ' +
  'sport USMALLINT, dport USMALLINT, protocol UTINYINT, flags UTINYINT, first DOUBLE, last DOUBLE, packets DOUBLE, bytes DOUBLE, ' +
  'inif UINTEGER, outif UINTEGER, place DOUBLE, line UINTEGER';
const STORED =
  'v6, src4, dst4, src6h, src6l, dst6h, dst6l, sport, dport, protocol, flags, first, last, packets, bytes, inif, outif, place, line';
/** Flows that are not sealed yet, in a table in memory. */
export class Pending {
  rows = 0;
  private readonly database: Database;
  private readonly appender: DuckDBAppender;
  private readonly types: readonly DuckDBType[];
  private readonly evidence: string[] = [];
  private readonly exporters: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly stage = new Stage();

  private constructor(database: Database, appender: DuckDBAppender) {
    this.database = database;
    this.appender = appender;
    this.types = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
  }

  /** Makes the table. */
  static async open(database: Database): Promise<Pending> {
    await database.connection.run(`CREATE TABLE pending (${COLUMNS})`);
    return new Pending(database, await database.connection.createAppender('pending'));
  }

  /** Adds a batch; the batch may be used again after the call. */
  append(evidence: string, batch: FlowBatch): void {
    const ev = this.number(`e${evidence}`, this.evidence);
    const ex = this.number(`x${batch.exporter}`, this.exporters);
    for (let from = 0; from < batch.length; ) {
      from += this.stage.take(batch, { ev, ex, from });
      if (this.stage.full) this.flush();
    }
    this.rows += batch.length;
  }

  /** Hands the rows that wait in the stage to the table. */
  private flush(): void {
    const { rows } = this.stage;
    if (rows === 0) return;
    const chunk = this.database.duckdb.DuckDBDataChunk.create(this.types, rows);
    fillChunk(chunk, this.stage);
    this.appender.appendDataChunk(chunk);
    this.stage.rows = 0;
  }

  /** Drops the flows of one piece of evidence. */
  async forget(evidence: string): Promise<void> {
    const ev = this.numbers.get(`e${evidence}`);
    if (ev === undefined) return;
    this.flush();
    this.appender.flushSync();
    await this.database.connection.run(`DELETE FROM pending WHERE ev = ${ev}`);
    const left = await this.database.connection.runAndReadAll('SELECT count(*)::DOUBLE FROM pending');
    this.rows = Number(left.getRows()[0]?.[0] ?? 0);
  }

  /** Keys of the evidence that has flows here, ordered. */
  async keys(): Promise<string[]> {
    this.flush();
    this.appender.flushSync();
    const found = await this.database.connection.runAndReadAll('SELECT DISTINCT ev FROM pending');
    return found
      .getRows()
      .map((row) => this.evidence[Number(row[0])] as string)
      .sort();
  }

  /** Query whose rows are those of the table as segments keep them. */
  query(): string {
    const name = (names: readonly string[], column: string): string =>
      `([${names.map(literal).join(', ')}])[${column} + 1]`;
    const evidence = name(this.evidence, 'ev');
    return `SELECT ${evidence} AS evidence, ${name(this.exporters, 'ex')} AS exporter, ${STORED} FROM pending`;
  }

  /** Empties the table after its rows were sealed. */
  async clear(): Promise<void> {
    await this.database.connection.run('TRUNCATE pending');
    this.rows = 0;
    this.evidence.length = 0;
    this.exporters.length = 0;
    this.numbers.clear();
  }

  /** Ends the work; rows that were not sealed are lost. */
  close(): void {
    this.stage.rows = 0;
    this.appender.closeSync();
  }

  private number(key: string, names: string[]): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = names.length;
      names.push(key.slice(1));
      this.numbers.set(key, number);
    }
    return number;
  }
}
