import { existsSync, statSync } from 'node:fs';
import { PACKAGE_ROOT, packageVersion, readContent } from '../../base/package-root.ts';
import { CHECKS } from '../../checks/index.ts';
import { builtinPacks } from '../../intel/index.ts';
import { SOURCES } from '../../sources/index.ts';
import { EXIT } from '../errors.ts';
import { keyPath } from '../opening.ts';
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
  for (const f of found) process.stdout.write(`${f.ok ? 'ok  ' : 'FAIL'}  ${f.what.padEnd(16)} ${f.told}\n`);
  for (const source of [...SOURCES].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    process.stdout.write(`      reads            ${source.id.padEnd(26)} ${source.title}\n`);
  }
  process.stdout.write(`      asks             ${CHECKS.length} checks (seawall check list)\n`);
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
    told: `${items} indicators in ${packs.length} packs, from ${PACKAGE_ROOT}`,
  };
}

function key(path: string): Finding {
  if (!existsSync(path)) return { what: 'key', ok: true, told: `${path} will be made when first needed` };
  const open = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
  return { what: 'key', ok: !open, told: open ? `${path} can be read by others: chmod 600 it` : path };
}
