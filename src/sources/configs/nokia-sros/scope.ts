import type { Statement } from '../../../base/statement-tree.ts';
import type {
  AaaServer,
  AclEntry,
  At,
  Interface,
  Mirror,
  RoutingPeer,
  Secret,
  Service,
  Snmp,
  Tunnel,
} from '../../../model/device-facts.ts';
import type { PathCommand } from '../kit/path-book.ts';
import { type Scope as Common, keepSecret } from '../kit/scope.ts';
import { Shelf, type Shelved } from '../kit/shelf.ts';

export { at, wholeNumber, wordAfter } from '../kit/scope.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** A local user whose statements still come in. */
export interface OpenUser extends Shelved {
  readonly name: string;
  readonly roles: string[];
  secret: Secret | null;
  snmpGroup: string | null;
  auth: string | null;
  priv: string | null;
}

/** An entry of a filter whose statements still come in. */
export interface OpenEntry extends Shelved {
  action: AclEntry['action'] | null;
  protocol: string;
  source: string;
  sourceMask: string | null;
  destination: string;
  destinationMask: string | null;
  sourcePorts: string | null;
  ports: string | null;
  log: boolean;
  router: string | null;
}

/** A filter whose statements still come in. */
export interface OpenFilter extends Shelved {
  readonly name: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly entries: Shelf<OpenEntry>;
  fallback: (At & { readonly action: AclEntry['action'] }) | null;
  /** Null when no line says it. */
  enabled: boolean | null;
}

/** An interface whose statements still come in; parts of an address of MD-CLI stand in two statements. */
export type OpenFace = Writable<Interface> & {
  pending: Map<string, string>;
  discovery: Record<string, boolean>;
};

/** A neighbour with the group whose settings it takes. */
export type OpenPeer = Writable<RoutingPeer> & { group: string | null };

/** A log of the device: what goes in and where it goes. */
export interface OpenLog extends Shelved {
  readonly sources: string[];
  destination: string | null;
  shutdown: boolean;
}

/** A host that logs go to. */
export interface OpenSyslog extends Shelved {
  address: string | null;
  tls: boolean;
  level: number | null;
  readonly vrf: string | null;
}

/** An SNMP view entry. */
export type OpenView = Shelved & { readonly name: string; readonly oid: string; included: boolean };

/** Sessions that may be opened to the device. */
export interface Login extends Shelved {
  idle: number | null;
  most: number | null;
  ssh: boolean | null;
  telnet: boolean | null;
}

/** What the features of one configuration write to. */
export interface Scope extends Common {
  /** True for MD-CLI. */
  modern: boolean;
  /** Number of words of the statement at hand that stand behind a `no`; 0 when it begins with none. */
  denied: number;
  /** Gives the rest of a line, which MD-CLI may write flat, to the rule of its own path. */
  again: (statement: Statement, path: readonly string[]) => boolean;
  readonly users: Shelf<OpenUser>;
  readonly servers: Shelf<Writable<AaaServer>>;
  readonly filters: Shelf<OpenFilter>;
  readonly faces: Shelf<OpenFace>;
  readonly services: Shelf<Writable<Service>>;
  readonly tunnels: Shelf<Writable<Tunnel>>;
  readonly mirrors: Shelf<Writable<Mirror>>;
  readonly peers: Shelf<OpenPeer>;
  readonly groups: Shelf<OpenPeer>;
  readonly logs: Shelf<OpenLog>;
  readonly syslogs: Shelf<OpenSyslog>;
  readonly views: Shelf<OpenView>;
  readonly login: Shelf<Login>;
  readonly communities: Shelf<Writable<Snmp['communities'][number]>>;
  readonly snmpGroups: Shelf<Writable<Snmp['groups'][number]>>;
  readonly trapHosts: Shelf<Writable<Snmp['hosts'][number]>>;
  /** Positions of time servers among those of the draft, and of collectors of flows. */
  readonly placed: Map<string, number>;
  /** Hosts on lists of SNMP managers. */
  readonly managers: (At & {
    readonly list: string;
    readonly family: 'ipv4' | 'ipv6';
    readonly source: string;
  })[];
  readonly prefixLists: Shelf<Shelved & { readonly networks: string[] }>;
  readonly scripts: Shelf<
    Shelved & { readonly name: string; readonly kind: 'scheduler'; readonly body: string[] }
  >;
}

/** A statement on its way to a feature. */
export type Line = PathCommand<Scope>;

/** A scope in which nothing has been read. */
export function beginScope(common: Common): Scope {
  return {
    ...common,
    modern: false,
    denied: 0,
    again: () => false,
    users: new Shelf(),
    servers: new Shelf(),
    filters: new Shelf(),
    faces: new Shelf(),
    services: new Shelf(),
    tunnels: new Shelf(),
    mirrors: new Shelf(),
    peers: new Shelf(),
    groups: new Shelf(),
    logs: new Shelf(),
    syslogs: new Shelf(),
    views: new Shelf(),
    login: new Shelf(),
    communities: new Shelf(),
    snmpGroups: new Shelf(),
    trapHosts: new Shelf(),
    managers: [],
    placed: new Map(),
    prefixLists: new Shelf(),
    scripts: new Shelf(),
  };
}

/** True when the statement itself takes away what its rule is about, and not something below it. */
export function removed({ to, args }: Line): boolean {
  return args.length < to.denied;
}

/** Keeps the secret that begins at a word of a statement; null when none does. */
export function secretAt(
  { statement, to }: Line,
  words: readonly string[],
  { from = 0, use, purpose = 'key' }: { from?: number; use: string; purpose?: 'password' | 'key' },
): Secret | null {
  const written = to.forms.written(words, from);
  return written && keepSecret(to, statement, { ...written, use, purpose });
}

/** The name of a router instance as the facts give it: none for the base router. */
export const vrfOf = (router: string | undefined): string | null =>
  router === undefined || router === 'Base' ? null : router;

/** Tells of a service what a statement says. */
export function tellService(line: Line, name: string, what: Partial<Omit<Service, 'name' | keyof At>>): void {
  const service = line.to.services.open(name, line.statement, (place) => ({
    ...place,
    name,
    enabled: null,
    port: null,
    acl: null,
    detail: null,
  }));
  Object.assign(service, what);
  line.statement.read();
}

/** The login settings of the device. */
export function loginOf({ to, statement }: Line): Login {
  return to.login.open('', statement, (place) => ({
    ...place,
    idle: null,
    most: null,
    ssh: null,
    telnet: null,
  }));
}
