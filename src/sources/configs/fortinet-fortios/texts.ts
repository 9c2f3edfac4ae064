import type { Statement, StatementTree } from '../../../base/statement-tree.ts';

/** The further lines of values that run over several; they live as long as their tree. */
const TEXTS = new WeakMap<StatementTree, Map<number, readonly string[]>>();

/** Keeps the further lines of the value of a statement. */
export function keepText(tree: StatementTree, index: number, lines: readonly string[]): void {
  let texts = TEXTS.get(tree);
  if (!texts) {
    texts = new Map();
    TEXTS.set(tree, texts);
  }
  texts.set(index, lines);
}

/** All lines of a quoted value without its quotes; `first` is what stands in the line of the statement. */
export function wholeText(tree: StatementTree, statement: Statement, first: string): string[] {
  const more = TEXTS.get(tree)?.get(statement.index) ?? [];
  return [first, ...more]
    .map((line) => line.replace(/\\(.)|"/g, (_all, guarded: string | undefined) => guarded ?? ''))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
