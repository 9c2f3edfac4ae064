import type { Kysely } from 'kysely';
import type { KyselyDatabase } from './database.ts';
import type { CaseTables } from './schema.ts';

type Value = string | number | null;

/** A row: values by column. */
export type Row = Readonly<Record<string, Value>>;

/**
 * Writes that happen for every file, record or cell: prepared once, run without a query builder in between. All work
 * runs while no transaction of the query builder is open on the same connection.
 */
export class Rows {
  private readonly db: Kysely<CaseTables>;
  private readonly raw: KyselyDatabase;
  private readonly inserts = new Map<string, string>();

  /** Takes both ways to one database. */
  constructor(db: Kysely<CaseTables>, raw: KyselyDatabase) {
    this.db = db;
    this.raw = raw;
  }

  /** Runs work that does not wait in one transaction; when it throws nothing of it stays. */
  async together<T>(work: () => T): Promise<T> {
    return await this.db.connection().execute(async () => await Promise.resolve(this.transaction(work)));
  }

  /** As `together`, for one that holds the connection already. */
  transaction<T>(work: () => T): T {
    this.run('BEGIN');
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.undo();
      throw error;
    }
  }

  /** A full disk ends the transaction by itself; then the error that matters is the first one. */
  private undo(): void {
    try {
      this.run('ROLLBACK');
    } catch {
      // There is nothing left to undo.
    }
  }

  /** Runs a statement and gives the number of the row that it inserted last. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.raw.prepare(sql).run(values).lastInsertRowid);
  }

  /** The first row that a query finds. */
  first(sql: string, ...values: Value[]): unknown {
    return this.raw.prepare(sql).all(values)[0];
  }

  /** Inserts a row whose members are the columns. */
  insert(table: keyof CaseTables, row: Row): number {
    return this.run(this.insertion(table, row), ...Object.values(row));
  }

  /** All rows of a table have the same columns in the same order. */
  private insertion(table: string, row: Row): string {
    const known = this.inserts.get(table);
    if (known !== undefined) return known;
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    this.inserts.set(table, sql);
    return sql;
  }
}
