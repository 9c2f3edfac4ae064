import { type Statement, type StatementTree, splitWords } from '../../../base/statement-tree.ts';

/** A statement on its way to the feature that reads it. */
export interface Command<T> {
  readonly statement: Statement;
  /** True when the statement begins with `no`, or the word of the platform for it. */
  readonly no: boolean;
  /** Words after the phrase that led to the feature. */
  readonly args: readonly string[];
  readonly to: T;
}

/** What to do with a statement: a feature that reads it, or the named reason why it is set aside. */
export type Rule<T> = string | ((command: Command<T>) => void);

const SPACE = 32;

/** Words that may come next, found in the text of a statement without cutting the word out of it. */
class Words<T> {
  private mask = 0;
  private count = 0;
  private slots: (Node<T> | undefined)[] = [undefined];

  /** The node of a word; made when there is none. */
  open(word: string): Node<T> {
    const known = this.find(word, { from: 0, to: word.length });
    if (known) return known;
    const node: Node<T> = { word, hash: hashOf(word, 0, word.length), rule: null, next: null };
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.grow();
    this.place(node);
    return node;
  }

  /** The node of the word that stands in a text. */
  find(text: string, { from, to }: Readonly<Cursor>): Node<T> | undefined {
    const { slots, mask } = this;
    const hash = hashOf(text, from, to);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const node = slots[slot];
      if (node === undefined) return undefined;
      if (node.hash === hash && node.word.length === to - from && text.startsWith(node.word, from))
        return node;
    }
  }

  private place(node: Node<T>): void {
    let slot = node.hash & this.mask;
    while (this.slots[slot] !== undefined) slot = (slot + 1) & this.mask;
    this.slots[slot] = node;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Array<Node<T> | undefined>(old.length * 4).fill(undefined);
    this.mask = this.slots.length - 1;
    for (const node of old) if (node !== undefined) this.place(node);
  }
}

interface Node<T> {
  readonly word: string;
  readonly hash: number;
  rule: Rule<T> | null;
  next: Words<T> | null;
}

/** A number by which words are told apart before they are compared: their length and three of their characters. */
function hashOf(text: string, from: number, to: number): number {
  const middle = text.charCodeAt((from + to) >>> 1);
  const ends = text.charCodeAt(from) ^ Math.imul(text.charCodeAt(to - 1), 0x2b) ^ Math.imul(middle, 0x6d7);
  return Math.imul(ends ^ Math.imul(to - from, 0x1a3b), 0x9e3779b1) >>> 8;
}

/** Where a search in a text stands: the word at hand, between two positions. */
interface Cursor {
  from: number;
  to: number;
}

/** Moves to the next word of a text; false at its end. */
function nextWord(text: string, cursor: Cursor): boolean {
  let at = cursor.to;
  while (text.charCodeAt(at) === SPACE) at += 1;
  if (at >= text.length) return false;
  const end = text.indexOf(' ', at);
  cursor.from = at;
  cursor.to = end < 0 ? text.length : end;
  return true;
}

/** A command whose words are cut only when a feature asks for them. */
class FoundCommand<T> implements Command<T> {
  readonly statement: Statement;
  readonly no: boolean;
  readonly to: T;
  private readonly after: number;
  private words: readonly string[] | null = null;

  constructor(statement: Statement, found: { no: boolean; after: number }, to: T) {
    this.statement = statement;
    this.no = found.no;
    this.after = found.after;
    this.to = to;
  }

  get args(): readonly string[] {
    this.words ??= splitWords(this.statement.text, this.after);
    return this.words;
  }
}

/** Rules by the first words of a statement; the longest phrase that fits wins. */
export class RuleBook<T> {
  private readonly root = new Words<T>();
  private readonly cursor: Cursor = { from: 0, to: 0 };
  private readonly denial: string;

  /** `denial` is the word that takes back what stands behind it: `no`, on VRP `undo`. */
  constructor(denial = 'no') {
    this.denial = denial;
  }

  /** Adds a rule for statements that begin with the words of `phrase`. */
  add(phrase: string, rule: Rule<T>): this {
    let words = this.root;
    let node: Node<T> | null = null;
    for (const word of phrase.split(' ')) {
      if (node) words = node.next ??= new Words();
      node = words.open(word);
    }
    if (node) node.rule = rule;
    return this;
  }

  /** Adds the same reason for setting aside to many phrases, given with commas between them. */
  aside(reason: string, phrases: string): this {
    for (const phrase of phrases.split(',')) this.add(phrase.trim(), reason);
    return this;
  }

  /** True when some rule begins with this word. */
  knows(word: string): boolean {
    const { cursor } = this;
    cursor.to = 0;
    return nextWord(word, cursor) && this.root.find(word, cursor) !== undefined;
  }

  /** Gives a statement to its rule; true when there is one. The rule marks what it reads. */
  apply(statement: Statement, tree: StatementTree, to: T): boolean {
    const { cursor } = this;
    const text = statement.text.includes('\t') ? statement.text.replaceAll('\t', ' ') : statement.text;
    cursor.to = 0;
    let more = nextWord(text, cursor);
    const { denial } = this;
    const no = more && cursor.to - cursor.from === denial.length && text.startsWith(denial, cursor.from);
    if (no) more = nextWord(text, cursor);
    let rule: Rule<T> | null = null;
    let after = 0;
    let node = more ? this.root.find(text, cursor) : undefined;
    while (node !== undefined) {
      if (node.rule !== null) {
        rule = node.rule;
        after = cursor.to;
      }
      node = node.next !== null && nextWord(text, cursor) ? node.next.find(text, cursor) : undefined;
    }
    if (rule === null) return false;
    if (typeof rule === 'string') tree.setAside(statement, rule);
    else rule(new FoundCommand(statement, { no, after }, to));
    return true;
  }
}
