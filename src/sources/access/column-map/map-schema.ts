import { recall, remember } from '../../../base/compiled.ts';
import { late } from '../../../base/late.ts';
import { mapSchema } from './map-shape.ts';
import type { ColumnMap } from './map-type.ts';

/** All column maps of the content that fit the schema, and a sentence for each that does not. */
export interface ColumnMaps {
  readonly maps: readonly ColumnMap[];
  readonly problems: readonly string[];
}

const loaded = new WeakMap<ReadonlyMap<string, string>, ColumnMaps>();

/** Reads content/access-maps, in order of path; the answer is kept with the content. */
export function loadColumnMaps(content: ReadonlyMap<string, string>): ColumnMaps {
  const known = loaded.get(content);
  if (known) return known;
  const maps: ColumnMap[] = [];
  const problems: string[] = [];
  for (const path of [...content.keys()].filter((p) => /^access-maps\/[^/]+\.ya?ml$/.test(p)).sort()) {
    const map = readMap(content.get(path) ?? '');
    if (typeof map === 'string') problems.push(`${path}: ${map}`);
    else maps.push(map);
  }
  const answer = { maps, problems };
  loaded.set(content, answer);
  return answer;
}

function readMap(text: string): ColumnMap | string {
  const known = recall('access-map', text);
  if (known !== undefined) return known as ColumnMap;
  try {
    const map = mapSchema().safeParse(late('yaml').parse(text, { maxAliasCount: 0 }));
    if (map.success) {
      remember('access-map', text, map.data);
      return map.data;
    }
    const issue = map.error.issues[0];
    return `${issue?.path.join('.')} ${issue?.message}`;
  } catch {
    return 'is not YAML';
  }
}
