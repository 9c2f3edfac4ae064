import type { Statement } from '../../../base/statement-tree.ts';
import type { AclEntry, Mirror, PolicyRoute, Secret, User } from '../../../model/device-facts.ts';
import type { IgpOnInterface, IgpProcess } from './cisco-igp-facts.ts';
import type { Command } from './rules.ts';
import type { Scope } from './scope.ts';

export { at, atBlock, keepSecret, wholeNumber, wordAfter } from './scope.ts';

/** An access list whose lines still come in. */
export interface OpenAcl {
  readonly name: string;
  readonly family: 'ipv4' | 'ipv6';
  /** True when entries name a source only. */
  readonly standard: boolean;
  readonly entries: AclEntry[];
  line: number;
  lineEnd: number;
}

/** A member of an object group: networks in CIDR or `any`, or the name of a group that it takes in. */
export type GroupMember = { readonly networks: readonly string[] } | { readonly group: string };

/** An entry of an access list whose source is an object group, with the statement that says so. */
export interface GroupedEntry {
  readonly acl: OpenAcl;
  readonly entry: AclEntry;
  readonly statement: Statement;
}

/** A mirror whose statements still come in. */
export type OpenMirror = { -readonly [K in keyof Mirror]: Mirror[K] };

/** What the features of a configuration write to on the platforms that write as IOS does. */
export interface CiscoScope extends Scope {
  readonly acls: Map<string, OpenAcl>;
  /** Object groups of addresses by name. */
  readonly groups: Map<string, GroupMember[]>;
  /** Entries that wait for their object group. */
  readonly grouped: GroupedEntry[];
  /** Steps of route maps, and the places that use each map. */
  readonly policy: {
    readonly steps: Omit<PolicyRoute, 'where'>[];
    readonly uses: Map<string, Set<string>>;
  };
  readonly users: Map<string, User>;
  /** Mirror sessions by name, which several statements describe. */
  readonly mirrors: Map<string, OpenMirror>;
  /** Positions of the web servers among the services of the draft. */
  readonly web: Map<string, number>;
  /** Routing processes and what interfaces say of them, until the end shows which interfaces need a proof. */
  readonly igp: { readonly processes: IgpProcess[]; readonly faces: IgpOnInterface[] };
  /** What later lines decide about earlier ones. */
  readonly state: {
    ntpAuthenticate: boolean;
    tacacsKey: Secret | null;
    radiusKey: Secret | null;
    summer: { readonly zone: string; readonly minutes: number } | null;
  };
}

/** A statement of the whole configuration, on its way to a feature. */
export type CiscoLine = Command<CiscoScope>;

/** A scope in which nothing has been read. */
export function beginCisco(common: Scope): CiscoScope {
  return {
    ...common,
    acls: new Map(),
    groups: new Map(),
    grouped: [],
    policy: { steps: [], uses: new Map() },
    users: new Map(),
    mirrors: new Map(),
    web: new Map(),
    igp: { processes: [], faces: [] },
    state: { ntpAuthenticate: false, tacacsKey: null, radiusKey: null, summer: null },
  };
}
