import { fitting, patternIn } from './glob.ts';

/** A word of a path, with the words that may follow it. */
export interface IndexNode {
  readonly next: Map<string, IndexNode>;
}

interface Found {
  readonly node: IndexNode | null;
  readonly words: readonly string[];
}

/** Steps that searches of one configuration may take together; groups and ranges beyond it are not worked out. */
const BUDGET = 1_000_000;

/** The paths of a configuration as a tree of words. */
export class PathIndex {
  private readonly root: IndexNode = { next: new Map() };
  private steps = 0;

  /** True once the searches together took more steps than are granted: what they gave is not all. */
  get exhausted(): boolean {
    return this.steps > BUDGET;
  }

  /** Counts steps that a search took elsewhere. */
  spend(steps: number): void {
    this.steps += steps;
  }

  /** Adds a path. */
  add(path: readonly string[]): void {
    let at = this.root;
    for (const word of path) {
      let next = at.next.get(word);
      if (!next) {
        next = { next: new Map() };
        at.next.set(word, next);
      }
      at = next;
    }
  }

  /**
   * The paths that a pattern stands for: a word in `<>` stands for each word there is that fits; others for themselves,
   * whether or not there is such a path. With `existing`, only paths that there are.
   */
  expand(pattern: readonly string[], existing = false): readonly (readonly string[])[] {
    let front: Found[] = [{ node: this.root, words: [] }];
    let plain = 0;
    for (const [i, word] of pattern.entries()) {
      const glob = patternIn(word);
      if (glob === null) {
        plain += 1;
        continue;
      }
      const fit = fitting(glob);
      front = this.through(front, pattern.slice(i - plain, i), existing).flatMap((each) =>
        this.choices(each, fit),
      );
      plain = 0;
      if (front.length === 0 || this.exhausted) return [];
    }
    const rest = pattern.slice(pattern.length - plain);
    return this.through(front, rest, existing).map((each) => each.words);
  }

  /** Takes words as they stand. */
  private through(front: readonly Found[], words: readonly string[], existing: boolean): Found[] {
    if (words.length === 0) return [...front];
    const out: Found[] = [];
    for (const each of front) {
      let node = each.node;
      for (const word of words) node = node?.next.get(word) ?? null;
      this.steps += words.length;
      if (node || !existing) out.push({ node, words: [...each.words, ...words] });
    }
    return out;
  }

  private choices(found: Found, fit: (word: string) => boolean): Found[] {
    const out: Found[] = [];
    if (!found.node || this.exhausted) return out;
    for (const [word, node] of found.node.next) {
      this.steps += 1 + found.words.length;
      if (fit(word)) out.push({ node, words: [...found.words, word] });
    }
    return out;
  }
}
