import { Kysely, SqliteDialect } from 'kysely';
import type { EvidenceDigest } from '../../../model/digest.ts';
import type { Container, EvidenceId } from '../../../model/evidence.ts';
import type { SeawallRecord } from '../../../model/record.ts';
import type {
  CaseSettings,
  CaseStore,
  EvidenceHandle,
  Finished,
  GivenFile,
  ReadMark,
} from '../../contract.ts';
import { type KyselyDatabase, openDatabase } from './database.ts';
import { durably } from './durable.ts';
import { putPack, SqliteReads } from './reads.ts';
import { type CaseTables, createTables, PARTS, SCHEMA } from './schema.ts';

const ROWS_A_STATEMENT = 200;

/** What a new case starts with; an existing one keeps its own. */
export type NewCase = Pick<CaseSettings, 'id' | 'created' | 'anchor'>;

/** Case state in one SQLite file. */
class SqliteCase extends SqliteReads implements CaseStore {
  readonly settings: CaseSettings;
  private swept: Promise<void> | null = null;

  constructor(db: Kysely<CaseTables>, database: KyselyDatabase, settings: CaseSettings) {
    super(db, database);
    this.settings = settings;
  }

  async begin(): Promise<EvidenceHandle> {
    this.swept ??= this.sweep();
    await this.swept;
    const row = { done: 0, id: '', name: '', size: 0, body: '' };
    const made = await this.db
      .insertInto('evidence')
      .values(row)
      .returning('handle')
      .executeTakeFirstOrThrow();
    return made.handle;
  }

  /** Drops what was cut off before; only a writer does, since a reader may look on while another process writes. */
  private async sweep(): Promise<void> {
    const cut = await this.db.selectFrom('evidence').select('handle').where('done', '=', 0).execute();
    for (const { handle } of cut) await this.drop(handle);
  }

  async addRecords(handle: EvidenceHandle, records: readonly SeawallRecord[]): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      for (let i = 0; i < records.length; i += ROWS_A_STATEMENT) {
        const rows = records.slice(i, i + ROWS_A_STATEMENT).map((record) => recordRow(handle, record));
        await tx.insertInto('record').values(rows).execute();
      }
    });
  }

  async finish(handle: EvidenceHandle, digest: EvidenceDigest, mark: ReadMark): Promise<Finished> {
    return await this.db.transaction().execute(async (tx) => {
      for (const pack of digest.packs) await putPack(tx, pack);
      const known = await visible(tx, digest.evidence.id);
      if (known && !mark.replaces) {
        await dropRows(tx, handle);
        await noteDuplicate(tx, known, digest.evidence.name);
        return { outcome: 'duplicate', dropped: handle };
      }
      if (known) await dropRows(tx, known.handle);
      await addParts(tx, handle, digest);
      const row = evidenceRow(digest, mark, known?.name ?? digest.evidence.name);
      await tx.updateTable('evidence').set(row).where('handle', '=', handle).execute();
      return known ? { outcome: 'replaced', dropped: known.handle } : { outcome: 'added', dropped: null };
    });
  }

  async drop(handle: EvidenceHandle): Promise<void> {
    await this.db.transaction().execute(async (tx) => dropRows(tx, handle));
  }

  async noteContainer(container: Container, evidence: readonly EvidenceId[]): Promise<void> {
    const rows = evidence.map((of) => ({ of, ...container }));
    await this.db.transaction().execute(async (tx) => {
      for (const part of chunks(rows)) {
        await tx
          .insertInto('container')
          .values(part)
          .onConflict((c) => c.doNothing())
          .execute();
      }
    });
  }

  async expect(files: readonly GivenFile[]): Promise<void> {
    await durably(this.db, async (tx) => {
      for (const part of chunks(files.map(givenRow)))
        await tx
          .insertInto('awaited')
          .values(part)
          .onConflict((c) => c.doNothing())
          .execute();
    });
  }

  async arrived(files: readonly GivenFile[]): Promise<void> {
    await this.db.transaction().execute(async (tx) => {
      for (const { name, path } of files.map(givenRow))
        await tx.deleteFrom('awaited').where('name', '=', name).where('path', '=', path).execute();
    });
  }

  async sync(): Promise<void> {
    const row = { name: 'synced', value: this.settings.id };
    await durably(this.db, async (tx) =>
      tx
        .insertInto('setting')
        .values(row)
        .onConflict((c) => c.column('name').doUpdateSet(row))
        .execute(),
    );
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}

interface Visible {
  readonly handle: number;
  readonly name: string;
  readonly body: string;
}

async function visible(tx: Kysely<CaseTables>, id: string): Promise<Visible | undefined> {
  return await tx
    .selectFrom('evidence')
    .select(['handle', 'name', 'body'])
    .where('id', '=', id)
    .where('done', '=', 1)
    .executeTakeFirst();
}

function evidenceRow(
  { evidence, missingTemplates, records, flows }: EvidenceDigest,
  { path, scannedWith, templatesWith, readWith }: ReadMark,
  name: string,
): Omit<CaseTables['evidence'], 'handle'> {
  const read = { path, scannedWith, templatesWith, readWith };
  const body = JSON.stringify({ ...evidence, ...read, name, missingTemplates, records, flows });
  return { done: 1, id: evidence.id, name, size: evidence.size, body };
}

/** The name that sorts first stands for the evidence, so that the order of arrival does not show. */
async function noteDuplicate(tx: Kysely<CaseTables>, known: Visible, name: string): Promise<void> {
  if (name === known.name) return;
  const [first, second] = name < known.name ? [name, known.name] : [known.name, name];
  const { id } = JSON.parse(known.body) as { id: string };
  if (first !== known.name) {
    const body = JSON.stringify({ ...JSON.parse(known.body), name: first });
    await tx.updateTable('evidence').set({ name: first, body }).where('handle', '=', known.handle).execute();
    await tx.deleteFrom('duplicate').where('name', '=', first).execute();
  }
  await tx
    .insertInto('duplicate')
    .values({ name: second, of: id })
    .onConflict((c) => c.doNothing())
    .execute();
}

async function addParts(
  tx: Kysely<CaseTables>,
  handle: EvidenceHandle,
  digest: EvidenceDigest,
): Promise<void> {
  const json = JSON.stringify;
  const ledger = digest.ledger.map((r) => ({
    handle,
    state: r.state,
    reason: r.reason,
    bytes: r.bytes,
    units: r.units,
    samples: json(r.samples),
  }));
  const tracks = digest.tracks.map((t) => ({ handle, kind: t.kind, origin: t.origin, body: json(t) }));
  const facts = digest.facts.map((f) => ({ handle, ordinal: f.ordinal, body: json(f) }));
  const ties = digest.ties.map((t) => ({ handle, body: json(t) }));
  const templates = Object.entries(digest.templates).map(([key, definition]) => ({
    handle,
    key,
    definition,
  }));
  for (const part of chunks(ledger)) await tx.insertInto('ledger').values(part).execute();
  for (const part of chunks(tracks)) await tx.insertInto('track').values(part).execute();
  for (const part of chunks(facts)) await tx.insertInto('facts').values(part).execute();
  for (const part of chunks(ties)) await tx.insertInto('tie').values(part).execute();
  for (const part of chunks(templates)) await tx.insertInto('template').values(part).execute();
}

async function dropRows(tx: Kysely<CaseTables>, handle: EvidenceHandle): Promise<void> {
  for (const table of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
    await tx.deleteFrom(table).where('handle', '=', handle).execute();
  }
  await tx.deleteFrom('evidence').where('handle', '=', handle).execute();
}

function chunks<T>(rows: readonly T[]): T[][] {
  const out: T[][] = [];
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) out.push(rows.slice(i, i + ROWS_A_STATEMENT));
  return out;
}

function givenRow({ name, path }: GivenFile): CaseTables['awaited'] {
  return { name, path: path ?? '' };
}

function recordRow(handle: EvidenceHandle, record: SeawallRecord): CaseTables['record'] {
  const { ref } = record;
  const body = JSON.stringify({ ...record, ref: { ...ref, evidence: '' } });
  return { handle, kind: record.kind, origin: record.origin, at: record.at, byte: ref.byte, body };
}

async function readSettings(db: Kysely<CaseTables>, fresh: NewCase): Promise<CaseSettings> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'case').executeTakeFirst();
  if (row) return JSON.parse(row.value) as CaseSettings;
  const settings: CaseSettings = { ...fresh, schema: SCHEMA };
  await db
    .insertInto('setting')
    .values({ name: 'case', value: JSON.stringify(settings) })
    .execute();
  return settings;
}

/** Opens or creates the state of a case in a SQLite file (`:memory:` for none). */
export async function openSqliteCase(path: string, fresh: NewCase): Promise<CaseStore> {
  const database = openDatabase(path);
  const db = new Kysely<CaseTables>({ dialect: new SqliteDialect({ database }) });
  await db.transaction().execute(createTables);
  return new SqliteCase(db, database, await readSettings(db, fresh));
}
