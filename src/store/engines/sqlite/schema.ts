import type { Generated, Kysely } from 'kysely';

/** Tables of a case. JSON columns hold text; times are milliseconds UTC. */
export interface CaseTables {
  setting: { name: string; value: string };
  evidence: {
    handle: Generated<number>;
    /** 0 while it is being read. */
    done: number;
    id: string;
    name: string;
    size: number;
    body: string;
  };
  duplicate: { name: string; of: string };
  awaited: { name: string; path: string };
  container: { of: string; name: string; sha256: string; size: number };
  ledger: { handle: number; state: string; reason: string; bytes: number; units: number; samples: string };
  track: { handle: number; kind: string; origin: string; body: string };
  facts: { handle: number; ordinal: number; body: string };
  tie: { handle: number; body: string };
  template: { handle: number; key: string; definition: string };
  record: { handle: number; kind: string; origin: string; at: number | null; byte: number; body: string };
  pack: { id: string; body: string };
  cell: { check_id: string; subject: string; fingerprint: string; hits: string };
  suppression: { finding: string; body: string };
  answers: { one: number; body: string };
}

/** Version of the schema below; raised with every migration. */
export const SCHEMA = 1;

/** Creates the tables where they are missing. */
export async function createTables(db: Kysely<CaseTables>): Promise<void> {
  const s = db.schema;
  await s
    .createTable('setting')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text')
    .execute();
  await s
    .createTable('evidence')
    .ifNotExists()
    .addColumn('handle', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('done', 'integer')
    .addColumn('id', 'text')
    .addColumn('name', 'text')
    .addColumn('size', 'integer')
    .addColumn('body', 'text')
    .execute();
  await s.createIndex('evidence_id').ifNotExists().on('evidence').column('id').execute();
  await s
    .createTable('duplicate')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('of', 'text')
    .execute();
  await createContainers(db);
  await createAwaited(db);
  await createParts(db);
  await s
    .createTable('pack')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text')
    .execute();
  await s
    .createTable('cell')
    .ifNotExists()
    .addColumn('check_id', 'text')
    .addColumn('subject', 'text')
    .addColumn('fingerprint', 'text')
    .addColumn('hits', 'text')
    .addPrimaryKeyConstraint('cell_key', ['check_id', 'subject'])
    .execute();
  await s
    .createTable('suppression')
    .ifNotExists()
    .addColumn('finding', 'text', (c) => c.primaryKey())
    .addColumn('body', 'text')
    .execute();
  await s
    .createTable('answers')
    .ifNotExists()
    .addColumn('one', 'integer', (c) => c.primaryKey())
    .addColumn('body', 'text')
    .execute();
}

async function createContainers(db: Kysely<CaseTables>): Promise<void> {
  await db.schema
    .createTable('container')
    .ifNotExists()
    .addColumn('of', 'text')
    .addColumn('name', 'text')
    .addColumn('sha256', 'text')
    .addColumn('size', 'integer')
    .addPrimaryKeyConstraint('container_key', ['of', 'name', 'sha256'])
    .execute();
}

async function createAwaited(db: Kysely<CaseTables>): Promise<void> {
  await db.schema
    .createTable('awaited')
    .ifNotExists()
    .addColumn('name', 'text')
    .addColumn('path', 'text')
    .addPrimaryKeyConstraint('awaited_key', ['path', 'name'])
    .execute();
}

/** Tables whose rows belong to one piece of evidence, with their columns. */
export const PARTS = {
  ledger: ['state text', 'reason text', 'bytes integer', 'units integer', 'samples text'],
  track: ['kind text', 'origin text', 'body text'],
  facts: ['ordinal integer', 'body text'],
  tie: ['body text'],
  template: ['key text', 'definition text'],
  record: ['kind text', 'origin text', 'at integer', 'byte integer', 'body text'],
} as const;

async function createParts(db: Kysely<CaseTables>): Promise<void> {
  for (const [table, columns] of Object.entries(PARTS)) {
    let create = db.schema.createTable(table).ifNotExists().addColumn('handle', 'integer');
    for (const column of columns) {
      const [name, type] = column.split(' ') as [string, 'text' | 'integer'];
      create = create.addColumn(name, type);
    }
    await create.execute();
    await db.schema.createIndex(`${table}_handle`).ifNotExists().on(table).column('handle').execute();
  }
  await db.schema
    .createIndex('record_origin')
    .ifNotExists()
    .on('record')
    .columns(['origin', 'kind'])
    .execute();
}
