import { type Database, fillTable, itemsOf } from './database.ts';

/** Makes a table of one column `a` with 32-bit numbers, in place of one of the same name. */
export async function fillFour(database: Database, name: string, values: readonly number[]): Promise<void> {
  await database.connection.run(`CREATE OR REPLACE TABLE ${name} (a UINTEGER)`);
  const table = { name, types: [database.duckdb.UINTEGER], rows: values.length };
  await fillTable(database, table, (chunk, from, count) => {
    const vector = itemsOf(chunk, 0);
    vector.items.set(values.slice(from, from + count));
    vector.flush();
  });
}

/** The same with 128-bit numbers. */
export async function fillSix(database: Database, name: string, values: readonly bigint[]): Promise<void> {
  await database.connection.run(`CREATE OR REPLACE TABLE ${name} (a UHUGEINT)`);
  const table = { name, types: [database.duckdb.UHUGEINT], rows: values.length };
  await fillTable(database, table, (chunk, from, count) => {
    chunk.setColumnValues(0, values.slice(from, from + count));
  });
}
