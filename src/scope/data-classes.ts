import type { AccessRecord, SystemClass } from '../model/record.ts';
import type { DataClass } from '../model/scope.ts';

/** A class of data that a sort of system holds (facts 4.1, 4.5). */
export interface Holding {
  readonly dataClass: DataClass;
  /** Persons that one row may concern at most: both parties of a call or message, otherwise one. */
  readonly personsPerRow: number;
  /** True where one row is one target and the same ones are listed and then looked at: then only different ones count. */
  readonly distinct?: true;
  /** Words of which a query must name one before a row counts as this class for sure; null when every row is. */
  readonly columns: readonly string[] | null;
}

const PLACES = ['cell', 'cell_id', 'cellid', 'cgi', 'ecgi', 'lac', 'tac', 'location', 'lat', 'lon', 'site'];
const KEYS = ['k', 'ki', 'op', 'opc', 'key', 'keys', 'auth', 'secret', 'password'];
const WORDS = ['content', 'text', 'body', 'message', 'payload', 'ud'];

/** What each sort of system holds. */
export const HOLDINGS: Readonly<Record<SystemClass, readonly Holding[]>> = {
  cdr: [
    { dataClass: 'call-metadata', personsPerRow: 2, columns: null },
    { dataClass: 'location', personsPerRow: 2, columns: PLACES },
  ],
  li: [{ dataClass: 'intercept-target', personsPerRow: 1, distinct: true, columns: null }],
  hss: [
    { dataClass: 'identity', personsPerRow: 1, columns: null },
    { dataClass: 'credentials', personsPerRow: 1, columns: KEYS },
  ],
  smsc: [
    { dataClass: 'sms-metadata', personsPerRow: 2, columns: null },
    { dataClass: 'sms-content', personsPerRow: 2, columns: WORDS },
  ],
  lcs: [{ dataClass: 'location', personsPerRow: 1, columns: null }],
  crm: [{ dataClass: 'identity', personsPerRow: 1, columns: null }],
  aaa: [{ dataClass: 'credentials', personsPerRow: 1, columns: null }],
  nms: [{ dataClass: 'network-config', personsPerRow: 0, columns: null }],
};

/** True when the rows of an access are of this class for sure: its query names a column of it, or takes all columns. */
export function surelyHolds(access: AccessRecord, { columns }: Holding): boolean {
  if (columns === null) return true;
  if (access.query === null) return false;
  const [head = ''] = access.query.toLowerCase().split(/\bfrom\b/);
  const words = new Set(head.split(/[^a-z0-9_*]+/));
  return words.has('*') || columns.some((column) => words.has(column));
}
