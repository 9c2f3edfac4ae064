import type { Kysely } from 'kysely';
import type { CoverageTrack } from '../../../model/coverage.ts';
import type { DeviceFacts } from '../../../model/device-facts.ts';
import type { Tie } from '../../../model/digest.ts';
import type { Container, EvidenceId } from '../../../model/evidence.ts';
import type { IntelPack } from '../../../model/indicator.ts';
import type { LedgerRow, LedgerState } from '../../../model/ledger.ts';
import type { Origin, RecordKind, SeawallRecord } from '../../../model/record.ts';
import type { Hit } from '../../../model/verdict.ts';
import type { Cell, GivenFile, StoredEvidence, Suppression } from '../../contract.ts';
import type { KyselyDatabase } from './database.ts';
import { durably, durablyTogether } from './durable.ts';
import { leanEvents, readRecords, scanRecords } from './records.ts';
import { Rows } from './rows.ts';
import type { CaseTables } from './schema.ts';

const SAVE_CELL = 'INSERT OR REPLACE INTO cell (check_id, subject, fingerprint, hits) VALUES (?, ?, ?, ?)';
const DROP_CELL = 'DELETE FROM cell WHERE check_id = ? AND subject = ?';

/** The reading half of a SQLite case, and the small writes that need no transaction of several tables. */
export class SqliteReads {
  protected readonly db: Kysely<CaseTables>;
  protected readonly rows: Rows;
  private readonly database: KyselyDatabase;

  constructor(db: Kysely<CaseTables>, database: KyselyDatabase) {
    this.db = db;
    this.rows = new Rows(db, database);
    this.database = database;
  }

  async evidence(): Promise<readonly StoredEvidence[]> {
    const rows = await this.db
      .selectFrom('evidence')
      .select(['handle', 'body'])
      .where('done', '=', 1)
      .orderBy('name')
      .orderBy('id')
      .execute();
    const containers = await this.containers();
    return rows.map((row) => {
      const kept = JSON.parse(row.body) as StoredEvidence;
      return { ...kept, containers: containers.get(kept.id) ?? [], handle: row.handle };
    });
  }

  private async containers(): Promise<ReadonlyMap<EvidenceId, Container[]>> {
    const rows = await this.db
      .selectFrom('container')
      .selectAll()
      .orderBy('name')
      .orderBy('sha256')
      .execute();
    const out = new Map<EvidenceId, Container[]>();
    for (const { of, ...container } of rows) {
      const known = out.get(of);
      if (known) known.push(container);
      else out.set(of, [container]);
    }
    return out;
  }

  async duplicates(): Promise<readonly { name: string; of: EvidenceId }[]> {
    return await this.db.selectFrom('duplicate').selectAll().orderBy('name').execute();
  }

  async awaited(): Promise<readonly GivenFile[]> {
    const rows = await this.db.selectFrom('awaited').selectAll().orderBy('name').orderBy('path').execute();
    return rows.map(({ name, path }) => ({ name, path: path === '' ? null : path }));
  }

  async ledger(): Promise<readonly LedgerRow[]> {
    const rows = await this.db
      .selectFrom('ledger')
      .innerJoin('evidence', 'evidence.handle', 'ledger.handle')
      .select([
        'evidence.id',
        'ledger.state',
        'ledger.reason',
        'ledger.bytes',
        'ledger.units',
        'ledger.samples',
      ])
      .where('evidence.done', '=', 1)
      .orderBy('evidence.name')
      .orderBy('evidence.id')
      .orderBy('ledger.state')
      .orderBy('ledger.reason')
      .execute();
    return rows.map((r) => ({
      evidence: r.id,
      state: r.state as LedgerState,
      reason: r.reason,
      bytes: r.bytes,
      units: r.units,
      samples: JSON.parse(r.samples) as LedgerRow['samples'],
    }));
  }

  async tracks(): Promise<readonly CoverageTrack[]> {
    const rows = await this.db
      .selectFrom('track')
      .innerJoin('evidence', 'evidence.handle', 'track.handle')
      .select(['evidence.id', 'track.body'])
      .where('evidence.done', '=', 1)
      .orderBy('track.kind')
      .orderBy('track.origin')
      .orderBy('evidence.id')
      .execute();
    return rows.map((r) => ({ ...JSON.parse(r.body), evidence: r.id }) as CoverageTrack);
  }

  async facts(): Promise<readonly DeviceFacts[]> {
    const rows = await this.db
      .selectFrom('facts')
      .innerJoin('evidence', 'evidence.handle', 'facts.handle')
      .select(['evidence.id', 'facts.body'])
      .where('evidence.done', '=', 1)
      .orderBy('evidence.id')
      .orderBy('facts.ordinal')
      .execute();
    return rows.map((r) => ({ ...JSON.parse(r.body), evidence: r.id }) as DeviceFacts);
  }

  async ties(): Promise<readonly Tie[]> {
    const rows = await this.db
      .selectFrom('tie')
      .innerJoin('evidence', 'evidence.handle', 'tie.handle')
      .select('tie.body')
      .where('evidence.done', '=', 1)
      .orderBy('tie.body')
      .execute();
    return rows.map((r) => JSON.parse(r.body) as Tie);
  }

  async templates(): Promise<readonly { key: string; definition: string; evidence: EvidenceId }[]> {
    return await this.db
      .selectFrom('template')
      .innerJoin('evidence', 'evidence.handle', 'template.handle')
      .select(['template.key', 'template.definition', 'evidence.id as evidence'])
      .where('evidence.done', '=', 1)
      .orderBy('template.key')
      .orderBy('evidence.id')
      .execute();
  }

  async records(query: {
    origins: readonly Origin[] | null;
    kinds: readonly RecordKind[];
    lean?: boolean;
  }): Promise<readonly SeawallRecord[]> {
    return await Promise.resolve(
      readRecords(this.database, query, query.lean ? leanEvents(this.database) : null),
    );
  }

  eachRecord(kinds: readonly RecordKind[]): AsyncIterable<readonly SeawallRecord[]> {
    return scanRecords(this.db, kinds);
  }

  async recordSources(): Promise<readonly { origin: Origin; kind: RecordKind; evidence: EvidenceId }[]> {
    const rows = await this.db
      .selectFrom('record')
      .innerJoin('evidence', 'evidence.handle', 'record.handle')
      .select(['record.origin', 'record.kind', 'evidence.id as evidence'])
      .distinct()
      .where('evidence.done', '=', 1)
      .orderBy('record.origin')
      .orderBy('record.kind')
      .orderBy('evidence.id')
      .execute();
    return rows as { origin: Origin; kind: RecordKind; evidence: EvidenceId }[];
  }

  async savePack(pack: IntelPack): Promise<void> {
    await durablyTogether(this.db, this.rows, () => putPack(this.rows, pack));
  }

  async packs(): Promise<readonly IntelPack[]> {
    const rows = await this.db.selectFrom('pack').select('body').orderBy('id').execute();
    return rows.map((r) => JSON.parse(r.body) as IntelPack);
  }

  async cell(check: string, subject: string): Promise<Cell | null> {
    const row = await this.db
      .selectFrom('cell')
      .selectAll()
      .where('check_id', '=', check)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row ? toCell(row) : null;
  }

  async cells(): Promise<readonly Cell[]> {
    return (
      await this.db.selectFrom('cell').selectAll().orderBy('check_id').orderBy('subject').execute()
    ).map(toCell);
  }

  async saveCells(cells: readonly Cell[]): Promise<void> {
    await durablyTogether(this.db, this.rows, () => {
      for (const { check, subject, fingerprint, hits } of cells)
        this.rows.run(SAVE_CELL, check, subject, fingerprint, JSON.stringify(hits));
    });
  }

  async keepCells(keys: ReadonlySet<string>): Promise<void> {
    const rows = await this.db.selectFrom('cell').select(['check_id', 'subject']).execute();
    const gone = rows.filter((row) => !keys.has(`${row.check_id} ${row.subject}`));
    if (gone.length === 0) return;
    await this.rows.together(() => {
      for (const { check_id, subject } of gone) this.rows.run(DROP_CELL, check_id, subject);
    });
  }

  async suppress(suppression: Suppression): Promise<void> {
    const body = JSON.stringify(suppression);
    await durably(this.db, async (db) =>
      db
        .insertInto('suppression')
        .values({ finding: suppression.finding, body })
        .onConflict((c) => c.column('finding').doUpdateSet({ body }))
        .execute(),
    );
  }

  async suppressions(): Promise<readonly Suppression[]> {
    const rows = await this.db.selectFrom('suppression').select('body').orderBy('finding').execute();
    return rows.map((r) => JSON.parse(r.body) as Suppression);
  }

  async saveAnswers(json: string): Promise<void> {
    await durably(this.db, async (db) =>
      db
        .insertInto('answers')
        .values({ one: 1, body: json })
        .onConflict((c) => c.column('one').doUpdateSet({ body: json }))
        .execute(),
    );
  }

  async answers(): Promise<string | null> {
    return (await this.db.selectFrom('answers').select('body').executeTakeFirst())?.body ?? null;
  }
}

/** Keeps a pack of intelligence inside a transaction. */
export function putPack(rows: Rows, pack: IntelPack): void {
  rows.run('INSERT OR REPLACE INTO pack (id, body) VALUES (?, ?)', pack.id, JSON.stringify(pack));
}

function toCell(row: CaseTables['cell']): Cell {
  return {
    check: row.check_id,
    subject: row.subject,
    fingerprint: row.fingerprint,
    hits: JSON.parse(row.hits) as Hit[],
  };
}
