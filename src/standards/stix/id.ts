import { createHash } from 'node:crypto';
import { canonicalJson } from '../../base/canonical-json.ts';

/** Namespace that STIX 2.1 section 2.9 sets for deterministic ids of cyber observables. */
export const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** UUID of version 5 (RFC 9562): SHA-1 of a namespace UUID and a name. */
export function uuid5(namespace: string, name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const digest = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16);
  digest[6] = ((digest[6] as number) & 0x0f) | 0x50;
  digest[8] = ((digest[8] as number) & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Id of a cyber observable from the properties that the standard lets contribute to it. */
export function observableId(type: string, contributing: Readonly<Record<string, unknown>>): string {
  return `${type}--${uuid5(OBSERVABLE_NAMESPACE, canonicalJson(contributing))}`;
}

/** Id of a domain or relationship object that is the same whenever the same maker says the same thing. */
export function deterministicId(type: string, namespace: string, says: unknown): string {
  return `${type}--${uuid5(namespace, `${type} ${canonicalJson(says)}`)}`;
}
