import type { Statement, StatementTree } from '../../../../base/statement-tree.ts';
import { pathAbove, pathWords } from '../../kit/path-words.ts';

/** A statement without others below it, with its whole path. */
export interface Leaf {
  readonly statement: Statement;
  readonly path: readonly string[];
  /** True when it, or a block that it stands in, is switched off or marked for removal. */
  readonly inactive: boolean;
}

/** Marks in front of a statement; those that are true switch it off. */
const MARKS: ReadonlyMap<string, boolean> = new Map([
  ['inactive:', true],
  ['delete:', true],
  ['protect:', false],
  ['replace:', false],
  ['active:', false],
  ['merge:', false],
]);

interface Cut {
  readonly words: readonly string[];
  readonly inactive: boolean;
}

/** All statements without others below them; brackets around lists are taken off. */
export function leavesOf(tree: StatementTree): Leaf[] {
  const out: Leaf[] = [];
  const stack: Cut[] = [];
  for (let i = 0; i < tree.size; i += 1) {
    const statement = tree.at(i);
    const { depth } = statement;
    const above = stack[depth - 1];
    const own = cut(statement.text);
    const words = above ? [...pathAbove(above.words), ...own.words] : own.words;
    const inactive = own.inactive || (above?.inactive ?? false);
    stack.length = depth;
    stack.push({ words, inactive });
    if (tree.blockEnd(statement) === i + 1) out.push({ statement, path: words, inactive });
  }
  return out;
}

function cut(text: string): Cut {
  let words = pathWords(text);
  let inactive = false;
  let from = 0;
  for (let mark = MARKS.get(words[0] ?? ''); mark !== undefined; mark = MARKS.get(words[from] ?? '')) {
    inactive ||= mark;
    from += 1;
  }
  if (from > 0) words = words.slice(from);
  return {
    words: words.includes('[') ? words.filter((word) => word !== '[' && word !== ']') : words,
    inactive,
  };
}
