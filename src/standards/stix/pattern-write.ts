/** Types of values that a pattern can be written for. */
export type PatternValueType = 'ipv4' | 'ipv6' | 'network' | 'domain' | 'url' | 'hash' | 'email' | 'filename';

const HASH_KEYS: ReadonlyMap<number, string> = new Map([
  [32, 'MD5'],
  [40, "'SHA-1'"],
  [64, "'SHA-256'"],
  [128, "'SHA-512'"],
]);

/** The pattern path of each value type; null for a hash of unknown length. */
function left(type: PatternValueType, value: string): string | null {
  if (type === 'hash') {
    const key = HASH_KEYS.get(value.length);
    return key === undefined ? null : `file:hashes.${key}`;
  }
  if (type === 'network') return value.includes(':') ? 'ipv6-addr:value' : 'ipv4-addr:value';
  const paths: Readonly<Record<Exclude<PatternValueType, 'hash' | 'network'>, string>> = {
    ipv4: 'ipv4-addr:value',
    ipv6: 'ipv6-addr:value',
    domain: 'domain-name:value',
    url: 'url:value',
    email: 'email-addr:value',
    filename: 'file:name',
  };
  return paths[type];
}

/** A string constant of a pattern, with quotes and backslashes escaped. */
export function patternString(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** One observation that matches a value, such as `[ipv4-addr:value = '192.0.2.1']`; null when none can be written. */
export function writePattern(type: PatternValueType, value: string): string | null {
  const path = left(type, value);
  if (path === null) return null;
  return `[${path} ${type === 'network' ? 'ISSUBSET' : '='} ${patternString(value)}]`;
}
