import type { Statement, StatementTree } from '../../../base/statement-tree.ts';

/** A statement on its way to the feature that reads it. */
export interface Command<T> {
  readonly statement: Statement;
  /** True when the statement begins with `no`. */
  readonly no: boolean;
  /** Words after the phrase that led to the feature. */
  readonly args: readonly string[];
  readonly to: T;
}

/** What to do with a statement: a feature that reads it, or the named reason why it is set aside. */
export type Rule<T> = string | ((command: Command<T>) => void);

interface Node<T> {
  rule: Rule<T> | null;
  readonly depth: number;
  next: Map<string, Node<T>> | null;
}

/** Rules by the first words of a statement; the longest phrase that fits wins. */
export class RuleBook<T> {
  private readonly root: Node<T> = { rule: null, depth: 0, next: null };

  /** Adds a rule for statements that begin with the words of `phrase`. */
  add(phrase: string, rule: Rule<T>): this {
    let node = this.root;
    for (const word of phrase.split(' ')) {
      node.next ??= new Map();
      let child = node.next.get(word);
      if (!child) {
        child = { rule: null, depth: node.depth + 1, next: null };
        node.next.set(word, child);
      }
      node = child;
    }
    node.rule = rule;
    return this;
  }

  /** Adds the same reason for setting aside to many phrases, given with commas between them. */
  aside(reason: string, phrases: string): this {
    for (const phrase of phrases.split(',')) this.add(phrase.trim(), reason);
    return this;
  }

  /** True when some rule begins with this word. */
  knows(word: string): boolean {
    return this.root.next?.has(word) ?? false;
  }

  /** Gives a statement to its rule; true when there is one. The rule marks what it reads. */
  apply(statement: Statement, tree: StatementTree, to: T): boolean {
    const words = statement.words;
    const no = words[0] === 'no';
    const found = this.find(words, no ? 1 : 0);
    if (!found?.rule) return false;
    if (typeof found.rule === 'string') tree.setAside(statement, found.rule);
    else found.rule({ statement, no, args: words.slice(found.depth + (no ? 1 : 0)), to });
    return true;
  }

  private find(words: readonly string[], from: number): Node<T> | null {
    let best: Node<T> | null = null;
    let node: Node<T> | undefined = this.root;
    for (let i = from; node && i <= words.length; i += 1) {
      if (node.rule !== null) best = node;
      node = i < words.length ? node.next?.get(words[i] as string) : undefined;
    }
    return best;
  }
}
