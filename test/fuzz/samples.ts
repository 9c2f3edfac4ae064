import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { SOURCES } from '../../src/sources/index.ts';
import type { Source } from '../../src/sources/kit/contract.ts';

/** Folder of inputs that once broke a source; replayed by seeds.test.ts. */
export const SEEDS: string = join(PACKAGE_ROOT, 'test', 'fuzz', 'seeds');

const EXPECTED = /\.(?:facts|ledger|records|expected|tree)\.json$|\.md$/;

/** Samples of a source: its own folder's, or its family's for a source that combines several. */
export function samplesOf(source: Source): { name: string; bytes: Uint8Array }[] {
  const own = join(PACKAGE_ROOT, 'src', 'sources', source.id, 'samples');
  const family = join(PACKAGE_ROOT, 'src', 'sources', source.id.split('/')[0] as string);
  const folders = existsSync(own) ? [own] : [];
  for (const name of readdirSync(family)) {
    const folder = join(family, name, 'samples');
    if (existsSync(folder) && folder !== own && source.id.startsWith('logs/syslog')) folders.push(folder);
  }
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !EXPECTED.test(name))
      .sort()
      .map((name) => ({ name: join(folder, name), bytes: new Uint8Array(readFileSync(join(folder, name))) })),
  );
}

/** The sources that a word names: an id, a family, or all. */
export function sourcesNamed(word: string): readonly Source[] {
  return SOURCES.filter((s) => word === 'all' || s.id === word || s.id.startsWith(`${word}/`));
}
