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

/** The STIX 2.1 cyber observable of a value with its standard deterministic id; null for a hash of unknown length. */
export function observable(type: PatternValueType, value: string): StixObject | null {
  switch (type) {
    case 'ipv4':
      return simple('ipv4-addr', value);
    case 'ipv6':
      return simple('ipv6-addr', value);
    case 'network':
      return simple(value.includes(':') ? 'ipv6-addr' : 'ipv4-addr', value);
    case 'domain':
      return simple('domain-name', value);
    case 'url':
      return simple('url', value);
    case 'email':
      return simple('email-addr', value);
    case 'filename':
      return file({ name: value });
    case 'hash': {
      const name = HASH_NAMES.get(value.length);
      return name === undefined ? null : file({ hashes: { [name]: value } });
    }
  }
}
