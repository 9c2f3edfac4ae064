import { recall, remember } from '../../../base/compiled.ts';
import { late } from '../../../base/late.ts';
import type { AccessAction, AccessRecord, SystemClass } from '../../../model/record.ts';
import type { Keyed } from '../../kit/contract.ts';
import { mapSchema } from './map-shape.ts';

/** How the columns of one system's access log become access events; see README. */
export interface ColumnMap {
  readonly id: string;
  readonly title: string;
  readonly verifiedOn: string;
  readonly form: 'csv' | 'json-lines';
  readonly system: string;
  readonly class: SystemClass;
  /** Columns or keys by which the export is recognised. */
  readonly required: readonly string[];
  readonly time: {
    readonly column: string;
    readonly format: 'iso' | 'day-first' | 'month-first' | 'epoch-seconds' | 'epoch-milliseconds';
    /** Zone of times that name none: UTC, +02:00 or a name such as America/Chicago. */
    readonly zone: string;
  };
  readonly columns: Readonly<Record<'actor' | 'action', string> & Partial<Record<OptionalColumn, string>>>;
  readonly object?: ObjectColumn | undefined;
  readonly constants: { readonly actorType?: AccessRecord['actorType'] | undefined };
  readonly actions: Readonly<Record<string, AccessAction>>;
  readonly actorTypes: Readonly<Record<string, AccessRecord['actorType']>>;
  readonly results: Readonly<Record<string, AccessRecord['result']>>;
  /** How national numbers become international ones. */
  readonly national?: { readonly digits: number; readonly country: string } | undefined;
}

type OptionalColumn =
  | 'actorType'
  | 'from'
  | 'fromHost'
  | 'query'
  | 'queryFrom'
  | 'queryTo'
  | 'rows'
  | 'bytes'
  | 'destination'
  | 'caseRef'
  | 'warrantRef'
  | 'result';

/** Where the value that was looked at stands: always of one kind of person, or as a second column tells. */
export type ObjectColumn =
  | { readonly value: string; readonly kind: PersonKind }
  | {
      readonly value: string;
      readonly type: string;
      readonly persons: Readonly<Record<string, PersonKind>>;
      readonly plain: readonly string[];
    };

type PersonKind = Parameters<Keyed['person']>[0];

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
