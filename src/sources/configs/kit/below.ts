import type { CiscoLine, CiscoScope } from './cisco-scope.ts';
import { RuleBook } from './rules.ts';

/** Reads a block whose statements have a book of rules of their own. */
export function below<S extends CiscoScope>(book: RuleBook<S>): (line: CiscoLine & { to: S }) => void {
  return ({ statement, to }) => {
    statement.read();
    for (const child of statement.children) book.apply(child, to.tree, to);
  };
}

/**
 * Adds the same rules for lines that stand in a block (`ntp` with `server A` below it) and for lines that name the block
 * themselves (`ntp server A`).
 */
export function addBlock<S extends CiscoScope>(
  book: RuleBook<S>,
  word: string,
  add: (book: RuleBook<S>, prefix: string) => void,
): void {
  const inner = new RuleBook<S>();
  add(inner, '');
  book.add(word, below(inner));
  add(book, `${word} `);
}
