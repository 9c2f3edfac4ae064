import type { AccessRecord } from '../../model/record.ts';

const TAKING: ReadonlySet<AccessRecord['action']> = new Set([
  'export',
  'search',
  'view',
  'list_all',
  'print',
]);

const SUBSCRIBER =
  /\b(?:\w{0,20}(?:msisdn|imsi|imei|subscriber|calling|called|customer|account|number|iccid))\s{0,4}(?:=|in\b|like\b)/;

/** True for a query that names a person: such as `WHERE msisdn = ?`. */
export function namesSubscriber(query: string): boolean {
  const lower = query.toLowerCase();
  const where = lower.indexOf('where ');
  return where >= 0 && SUBSCRIBER.test(lower.slice(where));
}

/** Searches below this number of rows are not bulk, whatever they ask for. */
const LEAST_ROWS = 1000;

/**
 * True for an event that takes records of many persons at once: an export, or a search of many rows, that names no single
 * person. Failed attempts do not take anything.
 */
export function isBulk(record: AccessRecord): boolean {
  if (record.result === 'failure' || record.person || !TAKING.has(record.action)) return false;
  if (record.query !== null && namesSubscriber(record.query)) return false;
  if (record.action === 'export' || record.action === 'list_all') return true;
  return (record.rows ?? 0) >= LEAST_ROWS;
}
