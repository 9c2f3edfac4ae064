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
import { keptOf, partRows, recordRow } from './part-rows.ts';
import { putPack, SqliteReads } from './reads.ts';
import type { Row, Rows } from './rows.ts';
import { type CaseTables, createTables, PARTS, SCHEMA } from './schema.ts';

const ROWS_A_STATEMENT = 200;
/** Numbers of evidence that are taken at a time. */
const HANDLES = 64;
/** Files that may wait to be struck out. */
const MOST_CAME = 200;
/** Records of one piece of evidence that are held until it ends; more are written as they come. */
const MOST_HELD = 500;

const VISIBLE = 'SELECT handle, name, body FROM evidence WHERE id = ? AND done = 1';
const FIRST_SEQUENCE =
  "INSERT INTO sqlite_sequence (name, seq) SELECT 'evidence', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'evidence')";
const OPENED =
  "INSERT OR IGNORE INTO evidence (handle, done, id, name, size, body) VALUES (?, 0, '', '', 0, '')";
const SHOW = 'UPDATE evidence SET done = 1, id = ?, name = ?, size = ?, body = ? WHERE handle = ?';
const ARRIVED = 'DELETE FROM awaited WHERE name = ? AND path = ?';

/** What a new case starts with; an existing one keeps its own. */
export type NewCase = Pick<CaseSettings, 'id' | 'created' | 'anchor'>;

/** Case state in one SQLite file. */
class SqliteCase extends SqliteReads implements CaseStore {
  readonly settings: CaseSettings;
  private swept: Promise<void> | null = null;
  /** Records of evidence that may end before they are worth a transaction of their own. */
  private readonly held = new Map<EvidenceHandle, Row[]>();
  /** Numbers that are taken and not given out yet. */
  private readonly handles: EvidenceHandle[] = [];
  /** Files that are read to their end and not struck out yet. */
  private came: GivenFile[] = [];

  constructor(db: Kysely<CaseTables>, database: KyselyDatabase, settings: CaseSettings) {
    super(db, database);
    this.settings = settings;
  }

  async begin(): Promise<EvidenceHandle> {
    this.swept ??= this.sweep();
    await this.swept;
    if (this.handles.length === 0) await this.rows.together(() => this.reserve());
    return this.handles.shift() as EvidenceHandle;
  }

  /** Takes numbers that nobody gets again, also after a crash: flows may be on the disk under a number already. */
  private reserve(): void {
    const { rows } = this;
    rows.run(FIRST_SEQUENCE);
    rows.run('UPDATE sqlite_sequence SET seq = seq + ? WHERE name = ?', HANDLES, 'evidence');
    const { seq } = rows.first('SELECT seq FROM sqlite_sequence WHERE name = ?', 'evidence') as {
      seq: number;
    };
    for (let i = seq - HANDLES + 1; i <= seq; i += 1) this.handles.push(i);
  }

  /** Drops what was cut off before; only a writer does, since a reader may look on while another process writes. */
  private async sweep(): Promise<void> {
    const cut = await this.db.selectFrom('evidence').select('handle').where('done', '=', 0).execute();
    for (const { handle } of cut) await this.drop(handle);
  }

  async addRecords(handle: EvidenceHandle, records: readonly SeawallRecord[]): Promise<void> {
    const held = [...(this.held.get(handle) ?? []), ...records.map((record) => recordRow(handle, record))];
    this.held.set(handle, held);
    if (held.length >= MOST_HELD) await this.rows.together(() => this.letGo(handle));
  }

  private letGo(handle: EvidenceHandle): void {
    this.strikeOut();
    this.rows.run(OPENED, handle);
    for (const row of this.held.get(handle) ?? []) this.rows.insert('record', row);
    this.held.delete(handle);
  }

  async finish(handle: EvidenceHandle, digest: EvidenceDigest, mark: ReadMark): Promise<Finished> {
    return await this.rows.together(() => this.finished(handle, digest, mark));
  }

  private finished(handle: EvidenceHandle, digest: EvidenceDigest, mark: ReadMark): Finished {
    const { rows } = this;
    const { evidence } = digest;
    for (const pack of digest.packs) putPack(rows, pack);
    const known = rows.first(VISIBLE, evidence.id) as Visible | undefined;
    if (known && !mark.replaces) {
      this.dropRows(handle);
      noteDuplicate(rows, known, evidence.name);
      return { outcome: 'duplicate', dropped: handle };
    }
    if (known) this.dropRows(known.handle);
    this.letGo(handle);
    for (const { table, row } of partRows(handle, digest)) rows.insert(table, row);
    const name = known?.name ?? evidence.name;
    const body = JSON.stringify({ ...keptOf(digest, mark), name });
    rows.run(SHOW, evidence.id, name, evidence.size, body, handle);
    return known ? { outcome: 'replaced', dropped: known.handle } : { outcome: 'added', dropped: null };
  }

  async drop(handle: EvidenceHandle): Promise<void> {
    await this.rows.together(() => this.dropRows(handle));
  }

  private dropRows(handle: EvidenceHandle): void {
    this.held.delete(handle);
    for (const table of [...Object.keys(PARTS), 'evidence'])
      this.rows.run(`DELETE FROM ${table} WHERE handle = ?`, handle);
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

  /** Waits for the next transaction: a commit of its own costs as much as all else of a small file. */
  async arrived(files: readonly GivenFile[]): Promise<void> {
    this.came.push(...files);
    if (this.came.length > MOST_CAME) await this.rows.together(() => this.strikeOut());
  }

  override async awaited(): Promise<readonly GivenFile[]> {
    if (this.came.length > 0) await this.rows.together(() => this.strikeOut());
    return await super.awaited();
  }

  private strikeOut(): void {
    for (const { name, path } of this.came.map(givenRow)) this.rows.run(ARRIVED, name, path);
    this.came = [];
  }

  async sync(): Promise<void> {
    const row = { name: 'synced', value: this.settings.id };
    await this.rows.together(() => this.strikeOut());
    await durably(this.db, async (tx) =>
      tx
        .insertInto('setting')
        .values(row)
        .onConflict((c) => c.column('name').doUpdateSet(row))
        .execute(),
    );
  }

  async close(): Promise<void> {
    if (this.came.length > 0) await this.rows.together(() => this.strikeOut());
    await this.db.destroy();
  }
}

interface Visible {
  readonly handle: number;
  readonly name: string;
  readonly body: string;
}

/** The name that sorts first stands for the evidence, so that the order of arrival does not show. */
function noteDuplicate(rows: Rows, known: Visible, name: string): void {
  if (name === known.name) return;
  const [first, second] = name < known.name ? [name, known.name] : [known.name, name];
  const kept = JSON.parse(known.body) as { id: string };
  if (first !== known.name) {
    const body = JSON.stringify({ ...kept, name: first });
    rows.run('UPDATE evidence SET name = ?, body = ? WHERE handle = ?', first, body, known.handle);
    rows.run('DELETE FROM duplicate WHERE name = ?', first);
  }
  rows.run('INSERT OR IGNORE INTO duplicate (name, "of") VALUES (?, ?)', second, kept.id);
}

function chunks<T>(rows: readonly T[]): T[][] {
  const out: T[][] = [];
  for (let i = 0; i < rows.length; i += ROWS_A_STATEMENT) out.push(rows.slice(i, i + ROWS_A_STATEMENT));
  return out;
}

function givenRow({ name, path }: GivenFile): CaseTables['awaited'] {
  return { name, path: path ?? '' };
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
