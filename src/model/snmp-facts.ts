import type { At } from './at.ts';
import type { Secret } from './secret.ts';

/** SNMP settings. */
export interface Snmp {
  readonly communities: readonly (At & {
    readonly secret: Secret;
    readonly access: 'ro' | 'rw';
    readonly acl: string | null;
    readonly view: string | null;
    /** True for `public` and `private`. */
    readonly wellKnown: boolean;
  })[];
  readonly groups: readonly (At & {
    readonly name: string;
    readonly version: 'v1' | 'v2c' | 'v3';
    readonly level: 'noauth' | 'auth' | 'priv' | null;
    readonly read: string | null;
    readonly write: string | null;
    readonly acl: string | null;
  })[];
  readonly users: readonly (At & {
    readonly name: string;
    readonly group: string;
    readonly auth: string | null;
    readonly priv: string | null;
  })[];
  readonly views: readonly (At & {
    readonly name: string;
    readonly oid: string;
    readonly included: boolean;
  })[];
  readonly hosts: readonly (At & { readonly address: string; readonly version: string })[];
}
