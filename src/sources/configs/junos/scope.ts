import type { Statement } from '../../../base/statement-tree.ts';
import type { At, Secret } from '../../../model/device-facts.ts';
import type { PathCommand } from '../kit/path-book.ts';
import { type Scope as Common, keepSecret } from '../kit/scope.ts';
import type { PathIndex } from './paths/path-index.ts';
import { isRemoved, writtenSecret } from './secret-forms.ts';

export { at, wholeNumber, wordAfter } from '../kit/scope.ts';

/** What the features of one snapshot write to. */
export interface Scope extends Common {
  /** Routing instance in which the statement at hand stands; null for the main one. */
  vrf: string | null;
  /** True while the statement at hand comes out of a group or an interface range. */
  inherited: boolean;
  /** All paths in effect, to be searched with wildcards. */
  index: PathIndex | null;
  /** Secrets by the statement that holds them: a statement of a group may take effect in many places. */
  readonly keptOf: WeakMap<Statement, Secret>;
  readonly seen: Set<string>;
}

/** A statement with its path, on its way to a feature. */
export type Path = PathCommand<Scope>;

/** A fact that is still open to writing. */
export type Open<T> = { -readonly [K in keyof T]: T[K] };

/** A scope in which nothing has been read. */
export function beginScope(common: Common): Scope {
  return { ...common, vrf: null, inherited: false, index: null, keptOf: new WeakMap(), seen: new Set() };
}

/** What a feature keeps of a scope until all statements are read. */
export class Store<T> {
  private readonly kept = new WeakMap<Scope, T>();
  private readonly make: () => T;

  /** `make` gives what a new scope begins with. */
  constructor(make: () => T) {
    this.make = make;
  }

  /** What is kept of a scope. */
  in(scope: Scope): T {
    let found = this.kept.get(scope);
    if (found === undefined) {
      found = this.make();
      this.kept.set(scope, found);
    }
    return found;
  }
}

const FROM_GROUPS = new WeakSet<Open<At>>();

/**
 * Takes a further statement into a fact. A fact that began in a group moves to where it is said outright; statements of
 * groups do not move one.
 */
export function grow(fact: Open<At>, { statement, to }: Pick<Path, 'statement' | 'to'>): void {
  if (to.inherited) {
    if (fact.line === statement.line) FROM_GROUPS.add(fact);
    return;
  }
  if (FROM_GROUPS.delete(fact)) {
    fact.line = statement.line;
    fact.lineEnd = statement.lineEnd;
  }
  if (statement.line < fact.line) return;
  fact.lineEnd = Math.max(fact.lineEnd, statement.lineEnd);
}

/**
 * Keeps the secret that a word holds; a statement has one at most. Null when there is no such word, or when an archive
 * took the secret out.
 */
export function secretIn(
  { statement, to }: Pick<Path, 'statement' | 'to'>,
  word: string | undefined,
  about: { readonly use: string; readonly purpose: 'password' | 'key' },
): Secret | null {
  if (word === undefined || word === '' || isRemoved(word)) return null;
  const known = to.keptOf.get(statement);
  if (known) return known;
  const kept = keepSecret(to, statement, { ...writtenSecret(word), ...about });
  to.keptOf.set(statement, kept);
  return kept;
}

const TEXT = 1000;

/** Adds to a list of words without growing beyond bounds; the same is not added twice. */
export function joined(old: string | null, more: string): string | null {
  if (more === '') return old;
  if (old === null) return more;
  return old.length > TEXT || old.split(', ').includes(more) ? old : `${old}, ${more}`;
}
