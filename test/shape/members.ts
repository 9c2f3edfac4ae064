import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One member of a registry: its folder and the index files that may name it, as paths from the root. */
export type Member = { folder: string; namedIn: string[] };

/** Every vendor and log format: src/sources/<family>/<member>. */
export function sourceMembers(root: string): Member[] {
  return foldersIn(root, 'src/sources').flatMap((family) =>
    foldersIn(root, family).map((folder) => ({
      folder,
      namedIn: ['src/sources/index.ts', `${family}/index.ts`],
    })),
  );
}

/** Every member of a registry whose members lie directly in it: checks, reports, store/engines. */
export function flatMembers(root: string, registry: string): Member[] {
  return foldersIn(root, registry).map((folder) => ({ folder, namedIn: [`${registry}/index.ts`] }));
}

// The kit serves the members and is none. A folder with nothing in it is not there for git either.
function foldersIn(root: string, parent: string): string[] {
  if (!existsSync(join(root, parent))) return [];
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'kit' && entry.name !== 'samples')
    .map((entry) => `${parent}/${entry.name}`)
    .filter((folder) => basename(folder) !== 'node_modules' && readdirSync(join(root, folder)).length > 0)
    .toSorted();
}
