import type { Cells } from './cells.ts';

type Members = Readonly<Record<string, unknown>>;

/** One row of a log in JSON form. */
export interface JsonRow {
  /** Name of the log, stated or told by its fields; null when neither tells. */
  readonly path: string | null;
  readonly cells: Cells;
  /** The row as JSON in which the value of one field is hidden. */
  readonly without: (field: string) => string;
}

/** Fields that together tell which log a row without a stated name is from; the first that fits holds. */
const SHAPES: readonly (readonly [path: string, fields: readonly string[]])[] = [
  ['conn', ['proto', 'conn_state', 'id.orig_h']],
  ['http', ['uri', 'trans_depth']],
  ['http', ['method', 'uri', 'id.resp_h']],
  ['http', ['status_code', 'trans_depth']],
  ['dns', ['query', 'id.orig_h']],
  ['dns', ['rcode', 'id.orig_h']],
  ['ssl', ['cipher', 'id.orig_h']],
  ['ssl', ['established', 'id.orig_h']],
  ['x509', ['certificate.serial']],
  ['files', ['fuid', 'source']],
  ['notice', ['note', 'msg']],
  ['weird', ['name', 'peer', 'notice']],
  ['dhcp', ['msg_types', 'uids']],
  ['smtp', ['helo', 'id.orig_h']],
  ['arp', ['operation', 'src_mac']],
  ['software', ['software_type', 'host']],
  ['pe', ['is_exe', 'machine']],
  ['packet_filter', ['node', 'filter']],
];

/** Reads one line of JSON as a row of a Zeek log; null when it is none. */
export function readJsonRow(line: string): JsonRow | null {
  const members = parseObject(line);
  if (!members) return null;
  const cells: Cells = (field) => textOf(find(members, field));
  // The list of scripts that a sensor loaded is the one log without times.
  const scripts = cells('name')?.endsWith('.zeek') === true && Object.keys(members).length === 1;
  if (cells('ts') === null && !scripts) return null;
  const has = (field: string): boolean => find(members, field) !== undefined;
  return {
    path: cells('_path') ?? (scripts ? 'loaded_scripts' : shapeOf(has)),
    cells,
    without: (field) =>
      JSON.stringify(Object.hasOwn(members, field) ? { ...members, [field]: '[secret]' } : members),
  };
}

function parseObject(line: string): Members | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : null;
  } catch {
    return null;
  }
}

// Pipelines behind the sensor write `id.orig_h` also as `id_orig_h` or as an object in an object.
function find(members: Members, field: string): unknown {
  if (Object.hasOwn(members, field)) return members[field];
  const dot = field.indexOf('.');
  if (dot < 0) return undefined;
  const flat = field.replaceAll('.', '_');
  if (Object.hasOwn(members, flat)) return members[flat];
  const inner = Object.hasOwn(members, field.slice(0, dot)) ? members[field.slice(0, dot)] : null;
  if (typeof inner !== 'object' || inner === null) return undefined;
  const last = field.slice(dot + 1);
  return Object.hasOwn(inner, last) ? (inner as Members)[last] : undefined;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** Name of the log that has these fields, when its name is not stated; null when they tell none. */
export function shapeOf(has: (field: string) => boolean): string | null {
  return SHAPES.find(([, fields]) => fields.every(has))?.[0] ?? null;
}
