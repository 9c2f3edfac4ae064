import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function packageName(file: string): unknown {
  return (JSON.parse(readFileSync(file, 'utf8')) as { name?: unknown }).name;
}

function find(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && packageName(file) === 'seawall') return folder;
    if (folder === dirname(folder))
      throw new Error('the package that this module belongs to has no package.json');
  }
}

/** Folder of the package, in a checkout and when installed. */
export const PACKAGE_ROOT: string = find();

/** Version of the package. */
export function packageVersion(): string {
  const text = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Text of all data files below content/ (or of one folder in it), by path below content/, in order of path. */
export function readContent(folder = ''): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  const root = join(PACKAGE_ROOT, 'content');
  if (!existsSync(join(root, folder))) return out;
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(?:ya?ml|csv|tsv|json|txt)$/.test(e.name))
    .map((e) =>
      join(e.parentPath, e.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  for (const name of names) out.set(name, readFileSync(join(root, name), 'utf8'));
  return out;
}
