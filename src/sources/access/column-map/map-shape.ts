import type { z as Zod } from 'zod';
import { isTimeZone } from '../../../base/calendar-zone.ts';
import { late } from '../../../base/late.ts';
import type { ColumnMap } from './map-type.ts';

type Library = typeof Zod;
type Atoms = ReturnType<typeof atomsOf>;

// Types of what is made here are inferred: ColumnMap states the whole.
function atomsOf(z: Library) {
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
  const table = <T extends Zod.ZodType>(meaning: T): Zod.ZodRecord<Zod.ZodString, T> =>
    z.record(z.string().regex(/^[^A-Z]+$/), meaning);
  return { COLUMN, WORD, ACTION, ACTOR_TYPE, PERSON_KIND, table };
}

function objectOf(z: Library, { COLUMN, PERSON_KIND, table }: Atoms) {
  return z.union([
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
}

function columnsOf(z: Library, { COLUMN }: Atoms) {
  return z.strictObject({
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
  });
}

function mapOf(z: Library): Zod.ZodType<ColumnMap> {
  const atoms = atomsOf(z);
  const { COLUMN, WORD, ACTION, ACTOR_TYPE, table } = atoms;
  return z.strictObject({
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
      zone: z
        .string()
        .refine((zone) => /^[+-]\d{2}:\d{2}$/.test(zone) || isTimeZone(zone), 'is no time zone'),
    }),
    columns: columnsOf(z, atoms),
    object: objectOf(z, atoms).optional(),
    constants: z.strictObject({ actorType: ACTOR_TYPE.optional() }).default({}),
    actions: table(ACTION),
    actorTypes: table(ACTOR_TYPE).default({}),
    results: table(z.enum(['success', 'failure', 'unknown'])).default({}),
    /** How national numbers become international ones. */
    national: z
      .strictObject({
        digits: z.int().min(6).max(14).optional(),
        country: z.string().regex(/^\d{1,3}$/),
        trunk: z.string().regex(/^\d?$/).optional(),
      })
      .optional(),
  });
}

let schema: Zod.ZodType<ColumnMap> | null = null;

/** The shape of one column map, checked before anything else sees it; made when the first file is read. */
export function mapSchema(): Zod.ZodType<ColumnMap> {
  schema ??= mapOf(late('zod'));
  return schema;
}
