import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { PACKAGE_ROOT, packageVersion, readContent } from '../../base/package-root.ts';
import { CHECKS } from '../../checks/index.ts';
import { builtinPacks } from '../../intel/index.ts';
import { SOURCES } from '../../sources/index.ts';
import { EXIT } from '../errors.ts';
import { keyPath } from '../opening.ts';
import { sayRows } from '../output.ts';
import { resolveSettings, usualSources } from '../settings/resolve.ts';

/** One thing that was looked at. */
interface Finding {
  readonly what: string;
  readonly ok: boolean;
  readonly told: string;
}

/** Checks that everything Seawall needs works here, and lists what it can read. */
export async function run(
  _args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const settings = await resolveSettings(usualSources(flags));
  const found = [runtime(), await database(), await flows(), content(), key(keyPath(settings))];
  const width = Math.max(...SOURCES.map((s) => s.id.length));
  const sources = [...SOURCES].sort((a, b) => (a.id < b.id ? -1 : 1));
  sayRows([
    ...found.map((f) => ({ head: `${f.ok ? 'ok  ' : 'FAIL'}  ${f.what.padEnd(8)}  `, text: f.told })),
    ...sources.map((s) => ({ head: `      reads     ${s.id.padEnd(width)}  `, text: s.title })),
    { head: '      asks      ', text: `${CHECKS.length} checks (seawall check list)` },
  ]);
  return found.every((f) => f.ok) ? EXIT.nothing : EXIT.badInput;
}

function runtime(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    what: 'runtime',
    ok: major >= 24,
    told: `Node ${process.versions.node}, seawall ${packageVersion()}`,
  };
}

async function attempt(what: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return { what, ok: true, told: await work() };
  } catch (error) {
    return {
      what,
      ok: false,
      told: error instanceof Error ? (error.message.split('\n')[0] as string) : String(error),
    };
  }
}

async function database(): Promise<Finding> {
  return await attempt('state', async () => {
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(':memory:');
    const row = db.prepare('select sqlite_version() as version').get() as { version: string };
    db.close();
    return `SQLite ${row.version}`;
  });
}

async function flows(): Promise<Finding> {
  return await attempt('flows', async () => {
    const { version } = await import('@duckdb/node-api');
    return `DuckDB ${version()}`;
  });
}

function content(): Finding {
  const packs = builtinPacks(readContent());
  const items = packs.reduce((sum, p) => sum + p.indicators.length, 0);
  return {
    what: 'content',
    ok: items > 0,
    told: `${items} indicators in ${packs.length} ${packs.length === 1 ? 'pack' : 'packs'}, from ${PACKAGE_ROOT}`,
  };
}

function canMake(path: string): boolean {
  let folder = dirname(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function key(path: string): Finding {
  if (!existsSync(path)) {
    const ok = canMake(path);
    const told = ok ? 'will be made when first needed' : 'cannot be made there: name a place with --key-file';
    return { what: 'key', ok, told: `${path} ${told}` };
  }
  const open = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  return { what: 'key', ok: !open, told: open ? `${path} can be read by others: chmod 600 it` : path };
}
