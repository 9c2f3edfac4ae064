import type { Statement, StatementTree } from '../../../base/statement-tree.ts';
import type { AclEntry, At, Mirror, Secret, User } from '../../../model/device-facts.ts';
import type { Draft } from '../kit/draft.ts';
import type { Command } from '../kit/rules.ts';
import type { SecretKeeper } from '../kit/secret-keeper.ts';
import { gradeType, type WrittenSecret } from './secret-types.ts';

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

/** A mirror whose statements still come in. */
export type OpenMirror = { -readonly [K in keyof Mirror]: Mirror[K] };

/** What the features of one configuration write to. */
export interface Scope {
  readonly draft: Draft;
  readonly tree: StatementTree;
  readonly secrets: SecretKeeper;
  readonly acls: Map<string, OpenAcl>;
  readonly users: Map<string, User>;
  /** Mirror sessions by name, which several statements describe. */
  readonly mirrors: Map<string, OpenMirror>;
  /** Positions of the web servers among the services of the draft. */
  readonly web: Map<string, number>;
  /** Zone names of the configuration with their offset from UTC in minutes. */
  readonly zones: Map<string, number>;
  /** What later lines decide about earlier ones. */
  readonly state: {
    ntpAuthenticate: boolean;
    tacacsKey: Secret | null;
    radiusKey: Secret | null;
    summer: { readonly zone: string; readonly minutes: number } | null;
  };
}

/** A statement of the whole configuration, on its way to a feature. */
export type Line = Command<Scope>;

/** The lines of a statement. */
export function at(statement: Statement): At {
  return { line: statement.line, lineEnd: statement.lineEnd };
}

/** The lines from a statement to the last one below it. */
export function atBlock(statement: Statement, tree: StatementTree): At {
  const last = tree.all[tree.blockEnd(statement) - 1] ?? statement;
  return { line: statement.line, lineEnd: last.lineEnd };
}

/** Keeps what may be kept of a secret written in a statement. */
export function keepSecret(
  scope: Scope,
  statement: Statement,
  secret: WrittenSecret & { use: string; purpose: 'password' | 'key' },
): Secret {
  const strength = gradeType(secret.type, secret.purpose);
  return scope.secrets.keep(
    { use: secret.use, type: secret.type, strength, text: secret.text },
    at(statement),
  );
}

/** The word after `word`, or null. */
export function wordAfter(words: readonly string[], word: string): string | null {
  const i = words.indexOf(word);
  return i < 0 ? null : (words[i + 1] ?? null);
}

/** A whole number that may be written in a configuration; null for anything else. */
export function wholeNumber(text: string | null | undefined): number | null {
  return text && text.length <= 10 && /^\d+$/.test(text) ? Number(text) : null;
}
