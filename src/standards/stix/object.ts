/** A STIX object as it was written: at least a type and an id, everything else unchecked. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** True for a JSON object (not null, not an array). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** An own member; undefined when it is absent or inherited. */
export function memberOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** An own member that is a string; undefined otherwise. */
export function textOf(value: unknown, key: string): string | undefined {
  const found = memberOf(value, key);
  return typeof found === 'string' ? found : undefined;
}

/** The strings of an own member that is a list; empty when it is none. */
export function textsOf(value: unknown, key: string): string[] {
  const found = memberOf(value, key);
  return Array.isArray(found) ? found.filter((item): item is string => typeof item === 'string') : [];
}

/** An own member that is a timestamp, as epoch milliseconds; null when it is absent or not readable. */
export function timeOf(value: unknown, key: string): number | null {
  const text = textOf(value, key);
  return text === undefined ? null : parseTimestamp(text);
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Reads an RFC 3339 timestamp or a bare date (UTC); null when it is none. Digits below a millisecond are dropped. */
export function parseTimestamp(text: string): number | null {
  if (text.length > 40) return null;
  const match = TIMESTAMP.exec(text.trim());
  if (!match) return null;
  const [, date = '', time = '00:00:00', fraction = '', zone = 'Z'] = match;
  if (!isRealDay(date)) return null;
  const at = Date.parse(`${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
  return Number.isNaN(at) ? null : at;
}

/** False for 30 February, which Date.parse takes for 2 March. */
function isRealDay(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

const ID = /^[a-z0-9][a-z0-9-]{0,249}--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for `type--uuid` with a UUID of any version, in lower case. */
export function isStixId(text: string): boolean {
  return text.length <= 290 && ID.test(text);
}
