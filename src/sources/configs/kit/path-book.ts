import type { Statement, StatementTree } from '../../../base/statement-tree.ts';
import { pathAbove, pathWords } from './path-words.ts';

/** A statement with its whole path, on its way to the feature that reads it. */
export interface PathCommand<T> {
  readonly statement: Statement;
  /** Words of the statement and of all that it stands below, quotes taken off. */
  readonly path: readonly string[];
  /** The words that stood where the pattern has `*`, in order. */
  readonly names: readonly string[];
  /** Words after the pattern. */
  readonly args: readonly string[];
  readonly to: T;
}

/** What to do with a statement: a feature that reads it, or the named reason why it is set aside. */
export type PathRule<T> = string | ((command: PathCommand<T>) => void);

interface Node<T> {
  readonly depth: number;
  /** How many words of the pattern are written out. */
  readonly literal: number;
  rule: PathRule<T> | null;
  readonly next: Map<string, Node<T>>;
  any: Node<T> | null;
}

/**
 * Rules for languages in which a statement means what its whole path says, whether the path is written as blocks or in
 * one line: `system login user * authentication`. `*` stands for one word. The longest pattern that fits wins; among
 * equals the one with most words written out.
 */
export class PathBook<T> {
  private readonly root: Node<T> = node(0, 0);

  /** Adds a rule for paths that begin with a pattern. */
  add(pattern: string, rule: PathRule<T>): this {
    let at = this.root;
    for (const word of pattern.split(' ')) {
      if (word === '*') {
        at.any ??= node(at.depth + 1, at.literal);
        at = at.any;
        continue;
      }
      let next = at.next.get(word);
      if (!next) {
        next = node(at.depth + 1, at.literal + 1);
        at.next.set(word, next);
      }
      at = next;
    }
    at.rule = rule;
    return this;
  }

  /** Adds the same reason for setting aside to many patterns, given with commas between them. */
  aside(reason: string, patterns: string): this {
    for (const pattern of patterns.split(',')) this.add(pattern.trim(), reason);
    return this;
  }

  /** True when some pattern begins with this word. */
  knows(word: string): boolean {
    return this.root.next.has(word);
  }

  /** Gives a statement to the rule of its path; true when there is one. */
  apply(statement: Statement, path: readonly string[], to: T): boolean {
    const found = this.find(path);
    if (!found?.rule) return false;
    if (typeof found.rule === 'string') statement.aside(found.rule);
    else {
      const names = namesOf(this.root, found, path);
      found.rule({ statement, path, names, args: path.slice(found.depth), to });
    }
    return true;
  }

  private find(path: readonly string[]): Node<T> | null {
    let best: Node<T> | null = null;
    let front: Node<T>[] = [this.root];
    for (let i = 0; i < path.length && front.length > 0; i += 1) {
      const word = path[i] as string;
      const onward: Node<T>[] = [];
      for (const at of front) {
        const next = at.next.get(word);
        if (next) onward.push(next);
        if (at.any) onward.push(at.any);
      }
      for (const at of onward) if (at.rule !== null && better(at, best)) best = at;
      front = onward;
    }
    return best;
  }
}

function node<T>(depth: number, literal: number): Node<T> {
  return { depth, literal, rule: null, next: new Map(), any: null };
}

function better<T>(one: Node<T>, other: Node<T> | null): boolean {
  if (!other || one.depth > other.depth) return true;
  return one.depth === other.depth && one.literal > other.literal;
}

/** The words under `*` on the way to a node; the way is found again so that the search itself need keep none. */
function namesOf<T>(root: Node<T>, goal: Node<T>, path: readonly string[]): string[] {
  const names: string[] = [];
  const walk = (at: Node<T>): boolean => {
    if (at === goal) return true;
    const word = path[at.depth];
    if (word === undefined || at.depth >= goal.depth) return false;
    const next = at.next.get(word);
    if (next && walk(next)) return true;
    if (!at.any) return false;
    names.push(word);
    if (walk(at.any)) return true;
    names.pop();
    return false;
  };
  walk(root);
  return names;
}

/** Words before a path that say what becomes of it and are no part of it, such as `inactive:`. */
export type Mark = (path: readonly string[]) => {
  readonly path: readonly string[];
  readonly aside: string | null;
};

const PLAIN: Mark = (path) => ({ path, aside: null });

/**
 * Gives every statement without others below it to the rule of its path. A block is read when something in it was read,
 * and set aside when all in it was.
 */
export function readPaths<T>(
  tree: StatementTree,
  book: PathBook<T>,
  { to, mark = PLAIN }: { readonly to: T; readonly mark?: Mark },
): void {
  const stack: string[][] = [];
  for (let i = 0; i < tree.size; i += 1) {
    const statement = tree.at(i);
    const { depth } = statement;
    stack.length = depth;
    const path = [...pathAbove(stack[depth - 1]), ...pathWords(statement.text)];
    stack.push(path);
    if (tree.blockEnd(statement) > i + 1) continue;
    const marked = mark(path);
    if (marked.aside !== null) statement.aside(marked.aside);
    else book.apply(statement, marked.path, to);
  }
  settleBlocks(tree);
}

/** Gives every block whose own fate is open that of what stands in it; `readPaths` does so by itself. */
export function settleBlocks(tree: StatementTree): void {
  for (let i = tree.size - 1; i >= 0; i -= 1) {
    const block = tree.at(i);
    if (block.fate !== null || tree.blockEnd(block) === i + 1) continue;
    const fates = block.children.map((child) => child.fate);
    if (fates.includes('')) block.read();
    else if (!fates.includes(null)) block.aside(fates[0] as string);
  }
}
