import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Segment } from '../contract.ts';
import { type Database, literal } from './database.ts';

const NAME = /^flows-[0-9a-f]{32}\.parquet$/;

interface Meta {
  readonly evidence: readonly string[];
  /** Name of the segment that this one takes the place of. */
  readonly replaces: string | null;
  /** How many segments of the same content there were before it; not written for the first. */
  readonly copy?: number;
}

/** The sealed files of a folder. A file has its final name only when it is whole and on disk. */
export class Segments {
  private readonly database: Database;
  private readonly folder: string;
  private readonly known = new Map<string, Segment>();
  /** Names that another segment has taken the place of; a file of that name would be cleared away at the next start. */
  private readonly replaced = new Set<string>();
  private written = 0;

  private constructor(database: Database, folder: string) {
    this.database = database;
    this.folder = folder;
  }

  /** Finds the segments of a folder; clears away what a killed process left behind. */
  static async open(database: Database, folder: string): Promise<Segments> {
    const segments = new Segments(database, folder);
    for (const name of readdirSync(folder))
      if (name.endsWith('.tmp')) rmSync(join(folder, name), { force: true });
    const names = readdirSync(folder).filter((name) => NAME.test(name));
    for (const name of names.sort()) await segments.add(name);
    for (const name of segments.replaced) segments.remove(name);
    return segments;
  }

  /** All segments, ordered by name. */
  list(): Segment[] {
    return [...this.known.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Source of all sealed rows for FROM; null when there are none. */
  source(): string | null {
    const names = this.list().map((s) => literal(join(this.folder, s.name)));
    return names.length === 0 ? null : `read_parquet([${names.join(', ')}])`;
  }

  /** Writes the rows of a query as one segment. */
  async write(query: string, meta: Meta): Promise<void> {
    this.written += 1;
    const path = join(this.folder, `writing-${process.pid}-${this.written}.tmp`);
    const text = literal(JSON.stringify(meta));
    await this.database.connection.run(
      `COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {seawall: ${text}})`,
    );
    const name = `flows-${syncAndHash(path)}.parquet`;
    if (this.known.has(name) || this.replaced.has(name)) {
      // The same rows once more are further flows, not the same ones.
      rmSync(path, { force: true });
      await this.write(query, { ...meta, copy: (meta.copy ?? 0) + 1 });
      return;
    }
    renameSync(path, join(this.folder, name));
    syncFolder(this.folder);
    await this.add(name);
  }

  /** Drops the rows of one piece of evidence from all segments. */
  async forget(evidence: string): Promise<void> {
    for (const segment of this.list()) {
      if (!segment.evidence.includes(evidence)) continue;
      const left = segment.evidence.filter((key) => key !== evidence);
      if (left.length > 0) {
        const from = literal(join(this.folder, segment.name));
        const query = `SELECT * FROM read_parquet([${from}]) WHERE evidence <> ${literal(evidence)}`;
        await this.write(query, { evidence: left, replaces: segment.name });
      }
      this.remove(segment.name);
    }
  }

  private async add(name: string): Promise<void> {
    const path = literal(join(this.folder, name));
    const read = await this.database.connection.runAndReadAll(
      `SELECT decode(value) FROM parquet_kv_metadata([${path}]) WHERE decode(key) = 'seawall'`,
    );
    const meta = JSON.parse(String(read.getRows()[0]?.[0] ?? '{}')) as Meta;
    const count = await this.database.connection.runAndReadAll(
      `SELECT sum(num_rows)::DOUBLE FROM parquet_file_metadata([${path}])`,
    );
    const rows = Number(count.getRows()[0]?.[0] ?? 0);
    const bytes = statSync(join(this.folder, name)).size;
    this.known.set(name, { name, evidence: meta.evidence, rows, bytes });
    if (meta.replaces !== null) this.replaced.add(meta.replaces);
  }

  private remove(name: string): void {
    if (!this.known.delete(name)) return;
    rmSync(join(this.folder, name), { force: true });
    syncFolder(this.folder);
  }
}

function syncAndHash(path: string): string {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
    const hash = createHash('sha256');
    const buffer = new Uint8Array(1 << 20);
    for (let n = readSync(file, buffer); n > 0; n = readSync(file, buffer))
      hash.update(buffer.subarray(0, n));
    return hash.digest('hex').slice(0, 32);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  // Windows cannot open folders; there the rename is durable by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
