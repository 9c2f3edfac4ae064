import { mkdirSync, realpathSync } from 'node:fs';
import type { Conversation, FlowBatch } from '../../../model/flow.ts';
import type {
  ConversationQuery,
  Conversations,
  ExporterSpan,
  FlowStore,
  Segment,
  SightingQuery,
  Sightings,
} from '../contract.ts';
import { DEFAULT_LIMIT } from '../contract.ts';
import { addressText, splitAddresses } from '../kit/address.ts';
import { expandSightings } from '../kit/expand.ts';
import { Matcher } from '../kit/matcher.ts';
import { candidates } from './candidates.ts';
import { type Database, openDatabase } from './database.ts';
import { Pending } from './pending.ts';
import { Segments } from './segments.ts';
import { conversationStatement, selectCondition, sideCondition } from './statements.ts';
import { fillFour, fillSix } from './tables.ts';

/** Rows that wait in memory (about 110 bytes each) before a segment is written. */
const MOST_PENDING = 1_000_000;

class ParquetFlowStore implements FlowStore {
  private readonly database: Database;
  private readonly pending: Pending;
  private readonly segments: Segments;

  constructor(database: Database, pending: Pending, segments: Segments) {
    this.database = database;
    this.pending = pending;
    this.segments = segments;
  }

  append(evidence: string, batch: FlowBatch): void | Promise<void> {
    this.pending.append(evidence, batch);
    return this.pending.rows >= MOST_PENDING ? this.seal().then(() => undefined) : undefined;
  }

  async seal(): Promise<readonly Segment[]> {
    if (this.pending.rows > 0) {
      await this.segments.write(this.pending.query(), {
        evidence: await this.pending.keys(),
        replaces: null,
      });
      await this.pending.clear();
    }
    return this.segments.list();
  }

  async forget(evidence: string): Promise<void> {
    await this.pending.forget(evidence);
    await this.segments.forget(evidence);
  }

  async conversations(query: ConversationQuery): Promise<Conversations> {
    await this.seal();
    const source = this.segments.source();
    if (source === null) return { conversations: [], truncated: false };
    await this.want(splitAddresses(query.addresses));
    const where = `${selectCondition(query.select)} AND ${sideCondition({ four: 'want4', six: 'want6' })}`;
    return await this.group(source, {
      where,
      ranges: query.select.ports ?? [],
      limit: query.limit ?? DEFAULT_LIMIT,
    });
  }

  async sightings(query: SightingQuery): Promise<Sightings> {
    await this.seal();
    const source = this.segments.source();
    const matcher = new Matcher(query);
    if (source === null || matcher.empty) return { sightings: [], truncated: false };
    await this.want(await candidates(this.database, source, matcher));
    const where = sideCondition({ four: 'want4', six: 'want6' });
    const found = await this.group(source, { where, ranges: [], limit: query.limit ?? DEFAULT_LIMIT });
    return { sightings: expandSightings(found.conversations, matcher), truncated: found.truncated };
  }

  async exporters(): Promise<readonly ExporterSpan[]> {
    await this.seal();
    const source = this.segments.source();
    if (source === null) return [];
    const read = await this.database.connection.runAndReadAll(
      `SELECT exporter, min(first) FILTER (NOT isnan(first)) AS f, max(last) FILTER (NOT isnan(last)) AS l, count(*)::DOUBLE AS n
       FROM ${source} GROUP BY exporter ORDER BY exporter`,
    );
    return read.getRows().map(([exporter, first, last, flows]) => ({
      exporter: String(exporter),
      first: first as number | null,
      last: last as number | null,
      flows: Number(flows),
    }));
  }

  async close(): Promise<void> {
    this.pending.close();
    this.database.connection.closeSync();
    this.database.instance.closeSync();
  }

  private async want(addresses: { four: readonly number[]; six: readonly bigint[] }): Promise<void> {
    await fillFour(this.database, 'want4', addresses.four);
    await fillSix(this.database, 'want6', addresses.six);
  }

  private async group(
    source: string,
    given: { where: string; ranges: readonly (readonly [number, number])[]; limit: number },
  ): Promise<Conversations> {
    const limit = given.limit + 1;
    const read = await this.database.connection.runAndReadAll(
      conversationStatement(source, { ...given, limit }),
    );
    const rows = read.getRows();
    const conversations = rows.slice(0, given.limit).map(conversationOf);
    return { conversations, truncated: rows.length > given.limit };
  }
}

function conversationOf(row: readonly unknown[]): Conversation {
  const number = (column: number): number => Number(row[column]);
  const v6 = number(1) === 1;
  return {
    exporter: String(row[0]),
    src: addressText(v6, number(2), row[4] as bigint),
    dst: addressText(v6, number(3), row[5] as bigint),
    protocol: number(6),
    srcPort: number(7),
    dstPort: number(8),
    first: number(9),
    last: number(10),
    flows: number(11),
    packets: number(12),
    bytes: number(13),
    ref: { evidence: String(row[14]), line: number(15), lineEnd: number(15), byte: number(16), length: 0 },
  };
}

/** Opens a store of Parquet segments in a folder, which is made when it is not there. */
export async function openParquet(folder: string): Promise<FlowStore> {
  mkdirSync(folder, { recursive: true });
  const path = realpathSync(folder);
  const database = await openDatabase(path);
  const segments = await Segments.open(database, path);
  return new ParquetFlowStore(database, await Pending.open(database), segments);
}
