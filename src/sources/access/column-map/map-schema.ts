import { parse } from 'yaml';
import { z } from 'zod';
import { isTimeZone } from '../../../base/calendar-zone.ts';
import type { AccessAction, AccessRecord, SystemClass } from '../../../model/record.ts';
import type { Keyed } from '../../kit/contract.ts';

const COLUMN = z.string().min(1).max(120);
const WORD = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const ACTION = z.enum([
  'login',
  'search',
  'view',
  'export',
  'activate',
  'modify',
  'deactivate',
  'destination_create',
  'list_all',
  'delete',
  'print',
  'other',
]);
const ACTOR_TYPE = z.enum(['employee', 'contractor', 'vendor', 'service', 'lea', 'unknown']);
const PERSON_KIND = z.enum(['msisdn', 'imsi', 'imei', 'email', 'ip', 'account']);

/** Words of the export, in lower case, and what they mean. */
const table = <T extends z.ZodType>(meaning: T): z.ZodRecord<z.ZodString, T> =>
  z.record(z.string().regex(/^[^A-Z]+$/), meaning);

const OBJECT = z.union([
  z.strictObject({ value: COLUMN, kind: PERSON_KIND }),
  z.strictObject({
    value: COLUMN,
    type: COLUMN,
    /** Types that are identifiers of persons. */
    persons: table(PERSON_KIND),
    /** Types whose values are no persons and may be shown. All others are hashed. */
    plain: z.array(z.string()),
  }),
]);

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

const MAP: z.ZodType<ColumnMap> = z.strictObject({
  id: WORD,
  title: z.string().min(1),
  verifiedOn: z.iso.date(),
  form: z.enum(['csv', 'json-lines']),
  system: WORD,
  class: z.enum(['cdr', 'li', 'hss', 'smsc', 'lcs', 'aaa', 'nms', 'crm']),
  /** Columns or keys by which the export is recognised. */
  required: z.array(COLUMN).min(3),
  time: z.strictObject({
    column: COLUMN,
    format: z.enum(['iso', 'day-first', 'month-first', 'epoch-seconds', 'epoch-milliseconds']),
    /** Zone of times that name none: UTC, +02:00 or a name such as America/Chicago. */
    zone: z.string().refine((zone) => /^[+-]\d{2}:\d{2}$/.test(zone) || isTimeZone(zone), 'is no time zone'),
  }),
  columns: z.strictObject({
    actor: COLUMN,
    action: COLUMN,
    actorType: COLUMN.optional(),
    from: COLUMN.optional(),
    fromHost: COLUMN.optional(),
    query: COLUMN.optional(),
    queryFrom: COLUMN.optional(),
    queryTo: COLUMN.optional(),
    rows: COLUMN.optional(),
    bytes: COLUMN.optional(),
    destination: COLUMN.optional(),
    caseRef: COLUMN.optional(),
    warrantRef: COLUMN.optional(),
    result: COLUMN.optional(),
  }),
  object: OBJECT.optional(),
  constants: z.strictObject({ actorType: ACTOR_TYPE.optional() }).default({}),
  actions: table(ACTION),
  actorTypes: table(ACTOR_TYPE).default({}),
  results: table(z.enum(['success', 'failure', 'unknown'])).default({}),
  /** How national numbers become international ones. */
  national: z
    .strictObject({ digits: z.int().min(6).max(14), country: z.string().regex(/^\d{1,3}$/) })
    .optional(),
});

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
  try {
    const map = MAP.safeParse(parse(text, { maxAliasCount: 0 }));
    if (map.success) return map.data;
    const issue = map.error.issues[0];
    return `${issue?.path.join('.')} ${issue?.message}`;
  } catch {
    return 'is not YAML';
  }
}
