import { type Kysely, sql } from 'kysely';
import type { Rows } from './rows.ts';
import type { CaseTables } from './schema.ts';

/**
 * Runs a transaction of which the end is on the disk when this resolves. The database works without waiting for the
 * disk otherwise: rows of evidence that is still being read need not survive a crash, and one wait at the end of a file
 * carries all that was written before it. The connection is held throughout, so that no other work slips in between.
 */
export async function durably<T>(
  db: Kysely<CaseTables>,
  work: (tx: Kysely<CaseTables>) => Promise<T>,
): Promise<T> {
  return await waiting(db, async (connection) => await connection.transaction().execute(work));
}

/** As `durably`, for many rows at once. */
export async function durablyTogether(db: Kysely<CaseTables>, rows: Rows, work: () => void): Promise<void> {
  await waiting(db, async () => {
    await Promise.resolve(rows.transaction(work));
  });
}

async function waiting<T>(
  db: Kysely<CaseTables>,
  work: (connection: Kysely<CaseTables>) => Promise<T>,
): Promise<T> {
  return await db.connection().execute(async (connection) => {
    await sql`PRAGMA synchronous = FULL`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`PRAGMA synchronous = NORMAL`.execute(connection);
    }
  });
}
