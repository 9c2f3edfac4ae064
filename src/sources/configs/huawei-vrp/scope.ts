import type { Statement } from '../../../base/statement-tree.ts';
import type {
  AaaServer,
  AclEntry,
  At,
  Mirror,
  PolicyRoute,
  RoutingPeer,
  Secret,
  Service,
  Snmp,
  User,
} from '../../../model/device-facts.ts';
import type { Command } from '../kit/rules.ts';
import { type Scope as Common, keepSecret } from '../kit/scope.ts';
import { Shelf, type Shelved } from '../kit/shelf.ts';

export { at, atBlock, wholeNumber, wordAfter } from '../kit/scope.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** An access list whose rules still come in. */
export interface OpenAcl extends Shelved {
  readonly name: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly entries: AclEntry[];
}

/** A neighbour or group of neighbours whose statements still come in. */
export type OpenPeer = Writable<RoutingPeer> & { group: string | null };

/** What the features of one configuration write to. */
export interface Scope extends Common {
  readonly acls: Shelf<OpenAcl>;
  readonly users: Shelf<Writable<User>>;
  readonly servers: Shelf<Writable<AaaServer>>;
  readonly services: Shelf<Writable<Service>>;
  readonly mirrors: Shelf<Writable<Mirror>>;
  readonly peers: Shelf<OpenPeer>;
  readonly snmpUsers: Shelf<Writable<Snmp['users'][number]>>;
  /** Recording schemes by name: where each sends its records. */
  readonly recordings: Map<string, string>;
  /** Where each policy of routes is put to use. */
  readonly policies: Map<string, string[]>;
  readonly policyRoutes: Omit<PolicyRoute, 'where'>[];
  /** Time servers count as authenticated only where the device authenticates at all. */
  readonly state: { ntpAuthenticate: boolean };
}

/** A statement of the whole configuration, on its way to a feature; `no` says that it begins with `undo`. */
export type Line = Command<Scope>;

/** A scope in which nothing has been read. */
export function beginScope(common: Common): Scope {
  return {
    ...common,
    acls: new Shelf(),
    users: new Shelf(),
    servers: new Shelf(),
    services: new Shelf(),
    mirrors: new Shelf(),
    peers: new Shelf(),
    snmpUsers: new Shelf(),
    recordings: new Map(),
    policies: new Map(),
    policyRoutes: [],
    state: { ntpAuthenticate: false },
  };
}

/** Keeps the secret that begins at a word; null when none does. */
export function secretAt(
  to: Scope,
  statement: Statement,
  { words, from, use, purpose = 'key' }: SecretPlace,
): Secret | null {
  const written = to.forms.written(words, from);
  return written && keepSecret(to, statement, { ...written, use, purpose });
}

interface SecretPlace {
  readonly words: readonly string[];
  readonly from: number;
  readonly use: string;
  readonly purpose?: 'password' | 'key';
}

/** Tells of a service what a statement says. */
export function tellService(
  to: Scope,
  statement: Statement,
  { name, ...what }: Partial<Omit<Service, keyof At>> & { name: string },
): void {
  const service = to.services.open(name, statement, (place) => ({
    ...place,
    name,
    enabled: null,
    port: null,
    acl: null,
    detail: null,
  }));
  Object.assign(service, what);
  statement.read();
}

/** Binds an access list. */
export function bind(
  to: Scope,
  statement: Statement,
  { acl, where, direction = null }: { acl: string; where: string; direction?: 'in' | 'out' | null },
): void {
  to.draft.aclBindings.push({ line: statement.line, lineEnd: statement.lineEnd, acl, where, direction });
}

/** The word after `acl`, with the family word that may stand between. */
export function aclIn(words: readonly string[]): string | null {
  const i = words.indexOf('acl');
  if (i < 0) return null;
  const next = words[i + 1];
  return (/^(?:ipv6|ipv4|name|number)$/.test(next ?? '') ? words[i + 2] : next) ?? null;
}
