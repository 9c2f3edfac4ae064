import type { Statement, StatementTree } from '../../../base/statement-tree.ts';
import type { At, Secret } from '../../../model/device-facts.ts';
import type { Draft } from './draft.ts';
import type { SecretForms, WrittenSecret } from './secret-forms.ts';
import type { SecretKeeper } from './secret-keeper.ts';

/** What the features of every platform write to. */
export interface Scope {
  readonly draft: Draft;
  readonly secrets: SecretKeeper;
  readonly forms: SecretForms;
  /** Zone names of the configuration with their offset from UTC in minutes. */
  readonly zones: Map<string, number>;
  /** The configuration that is being read; a snapshot may be made of several. */
  tree: StatementTree;
  /** True when no line end closes its last line, or a block is still open: it may have been cut off. */
  cut: boolean;
}

/** The lines of a statement. */
export function at(statement: Statement): At {
  return { line: statement.line, lineEnd: statement.lineEnd };
}

/** The lines from a statement to the last one below it. */
export function atBlock(statement: Statement, tree: StatementTree): At {
  const last = tree.at(tree.blockEnd(statement) - 1);
  return { line: statement.line, lineEnd: Math.max(statement.lineEnd, last.lineEnd) };
}

/** Keeps what may be kept of a secret written in a statement. */
export function keepSecret(
  scope: Scope,
  statement: Statement,
  secret: WrittenSecret & { use: string; purpose: 'password' | 'key' },
): Secret {
  const strength = scope.forms.grade(secret.type, secret.purpose);
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
  if (!text || text.length > 10) return null;
  let value = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}
