import { DatabaseSync, type StatementSync } from 'node:sqlite';

const MOST_STATEMENTS = 256;

interface Statement {
  readonly reader: boolean;
  all(parameters: readonly unknown[]): unknown[];
  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>;
}

/** The part of a SQLite library that kysely's dialect asks for, over Node's own SQLite. */
export interface KyselyDatabase {
  prepare(sql: string): Statement;
  close(): void;
}

type Value = null | number | bigint | string | Uint8Array;

function wrap(statement: StatementSync): Statement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as Value[])),
    run: (parameters) => statement.run(...(parameters as Value[])),
    iterate: (parameters) => statement.iterate(...(parameters as Value[])),
  };
}

/** Opens a SQLite file (or `:memory:`) with a write-ahead log; statements are cached. See durable.ts for what survives. */
export function openDatabase(path: string): KyselyDatabase {
  const db = new DatabaseSync(path);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 4000',
  );
  const cache = new Map<string, Statement>();
  return {
    prepare(sql) {
      const known = cache.get(sql);
      if (known) return known;
      const made = wrap(db.prepare(sql));
      if (cache.size < MOST_STATEMENTS) cache.set(sql, made);
      return made;
    },
    close: () => db.close(),
  };
}
