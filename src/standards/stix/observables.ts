import { observableId } from './id.ts';
import type { StixObject } from './object.ts';
import type { PatternValueType } from './pattern-write.ts';

const HASH_NAMES: ReadonlyMap<number, string> = new Map([
  [32, 'MD5'],
  [40, 'SHA-1'],
  [64, 'SHA-256'],
  [128, 'SHA-512'],
]);

function simple(type: string, value: string): StixObject {
  return { type, spec_version: '2.1', id: observableId(type, { value }), value };
}

function file(properties: Readonly<Record<string, unknown>>): StixObject {
  return { type: 'file', spec_version: '2.1', id: observableId('file', properties), ...properties };
}

const SIMPLE_TYPES = {
  ipv4: 'ipv4-addr',
  ipv6: 'ipv6-addr',
  domain: 'domain-name',
  url: 'url',
  email: 'email-addr',
} as const;

/** The STIX 2.1 cyber observable of a value with its standard deterministic id; null for a hash of unknown length. */
export function observable(type: PatternValueType, value: string): StixObject | null {
  if (type === 'filename') return file({ name: value });
  if (type === 'network') return simple(value.includes(':') ? 'ipv6-addr' : 'ipv4-addr', value);
  if (type !== 'hash') return simple(SIMPLE_TYPES[type], value);
  const name = HASH_NAMES.get(value.length);
  return name === undefined ? null : file({ hashes: { [name]: value } });
}
