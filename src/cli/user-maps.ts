import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadColumnMaps } from '../sources/access/column-map/map-schema.ts';
import { UserError } from './errors.ts';

/** Adds the user's own column maps of access logs to the content that Seawall brings along. */
export function withMaps(
  content: ReadonlyMap<string, string>,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  if (paths.length === 0) return content;
  const out = new Map(content);
  for (const path of paths) {
    try {
      // A name of its own, after those that are shipped, so that no map of ours is replaced by chance.
      out.set(`access-maps/user-${basename(path).replace(/\.ya?ml$/i, '')}.yaml`, readFileSync(path, 'utf8'));
    } catch (error) {
      const why = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : 'error';
      throw new UserError('no-such-path', `${path} cannot be read as a column map (${why})`);
    }
  }
  const wrong = loadColumnMaps(out).problems.find((problem) => problem.startsWith('access-maps/user-'));
  if (wrong !== undefined)
    throw new UserError('bad-setting', `maps: ${wrong.slice('access-maps/user-'.length)}`);
  return out;
}
