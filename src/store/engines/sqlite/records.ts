import { type Kysely, sql } from 'kysely';
import type { AccessRecord, Origin, RecordKind, SeawallRecord } from '../../../model/record.ts';
import type { KyselyDatabase } from './database.ts';
import { LeanEvents } from './lean.ts';
import type { CaseTables } from './schema.ts';
import { Shared } from './shared.ts';

/** Origins in one statement; SQLite allows many more parameters, kysely grows slow with them. */
const ORIGINS_A_STATEMENT = 400;
/** Rows of the table in one batch of a scan. */
const ROWS_A_BATCH = 4000;

const ROW = sql<number>`record.rowid`;

/** Access events that read from the database, without waiting, what they do not keep. */
export function leanEvents(database: KyselyDatabase): LeanEvents {
  const statement = database.prepare(
    'select evidence.id as id, record.body as body from record inner join evidence on evidence.handle = record.handle where record.rowid = ?',
  );
  const shared = new Shared();
  return new LeanEvents((row) => {
    const [{ id, body }] = statement.all([row]) as [{ id: string; body: string }];
    return recordOf(id, body, shared) as AccessRecord;
  });
}

/** Records in order of time and place; rows are taken one by one, so that no second copy of them is ever in memory. */
export function readRecords(
  database: KyselyDatabase,
  query: { readonly origins: readonly Origin[] | null; readonly kinds: readonly RecordKind[] },
  lean: LeanEvents | null,
): SeawallRecord[] {
  const lists: (readonly Origin[] | null)[] = query.origins === null ? [null] : [];
  const origins = query.origins ?? [];
  for (let i = 0; i < origins.length; i += ORIGINS_A_STATEMENT)
    lists.push(origins.slice(i, i + ORIGINS_A_STATEMENT));
  const out: SeawallRecord[] = [];
  const shared = new Shared();
  for (const list of lists) {
    for (const { id, body, row } of inOrder(database, list, query.kinds)) {
      const record = recordOf(id, body, shared);
      out.push(lean && record.kind === 'access' ? lean.of(record, row) : record);
    }
  }
  return lists.length > 1 ? out.sort(byTimeAndPlace) : out;
}

function inOrder(
  database: KyselyDatabase,
  origins: readonly Origin[] | null,
  kinds: readonly RecordKind[],
): IterableIterator<{ id: string; body: string; row: number }> {
  const among = (values: readonly unknown[]): string => `in (${values.map(() => '?').join(', ')})`;
  const where = origins === null ? '' : ` and record.origin ${among(origins)}`;
  const statement = database.prepare(
    `select evidence.id as id, record.body as body, record.rowid as row from record
     inner join evidence on evidence.handle = record.handle
     where evidence.done = 1 and record.kind ${among(kinds)}${where}
     order by record.at, evidence.id, record.byte, record.kind, record.body`,
  );
  return statement.iterate([...kinds, ...(origins ?? [])]) as ReturnType<typeof inOrder>;
}

/** All records of some kinds in the order of the table, a stretch of rows at a time. */
export async function* scanRecords(
  db: Kysely<CaseTables>,
  kinds: readonly RecordKind[],
): AsyncGenerator<SeawallRecord[]> {
  const shared = new Shared();
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('record')
      .innerJoin('evidence', 'evidence.handle', 'record.handle')
      .select(['evidence.id', 'record.body', ROW.as('row')])
      .where('evidence.done', '=', 1)
      .where('record.kind', 'in', [...kinds])
      .where(ROW, '>', after)
      .orderBy(ROW)
      .limit(ROWS_A_BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(({ id, body }) => recordOf(id, body, shared));
    after = last.row;
  }
}

function recordOf(evidence: string, body: string, shared: Shared): SeawallRecord {
  const record = JSON.parse(body) as SeawallRecord;
  shared.in(record);
  return { ...record, ref: { ...record.ref, evidence } };
}

function byTimeAndPlace(a: SeawallRecord, b: SeawallRecord): number {
  const at = (a.at ?? Number.NEGATIVE_INFINITY) - (b.at ?? Number.NEGATIVE_INFINITY);
  if (at !== 0 && !Number.isNaN(at)) return at;
  if (a.ref.evidence !== b.ref.evidence) return a.ref.evidence < b.ref.evidence ? -1 : 1;
  return a.ref.byte - b.ref.byte || (a.kind < b.kind ? -1 : 1);
}
