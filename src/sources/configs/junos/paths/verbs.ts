import type { Leaf } from './leaves.ts';

interface Mark {
  readonly next: Map<string, Mark>;
  inactive: boolean;
  /** Statements before this index are removed. */
  removed: number;
}

const mark = (): Mark => ({ next: new Map(), inactive: false, removed: -1 });

/** What `deactivate`, `activate` and `delete` lines say of the paths that `set` lines give. */
export class Verbs {
  private readonly root = mark();
  private any = false;

  /** Takes a line whose first word is a verb; false when the verb is not one of these. */
  take({ statement, path }: Leaf): boolean {
    const verb = path[0];
    if (verb !== 'deactivate' && verb !== 'activate' && verb !== 'delete') return false;
    let at = this.root;
    for (const word of path.slice(1)) {
      let next = at.next.get(word);
      if (!next) {
        next = mark();
        at.next.set(word, next);
      }
      at = next;
    }
    if (verb === 'delete') at.removed = statement.index;
    else at.inactive = verb === 'deactivate';
    this.any = true;
    return true;
  }

  /** Why a statement has no effect; null when it has. */
  against({ statement, path }: Leaf): string | null {
    if (!this.any) return null;
    let at: Mark | undefined = this.root;
    for (let i = 0; at; i += 1) {
      if (at.removed > statement.index) return 'deleted by a later line';
      if (at.inactive) return 'inactive';
      if (i === path.length) break;
      at = at.next.get(path[i] as string);
    }
    return null;
  }
}

/** True when a line begins with a verb and not with a path. */
export function isVerb(leaf: Leaf): boolean {
  return leaf.statement.depth === 0 && VERBS.has(leaf.path[0] ?? '');
}

const VERBS: ReadonlySet<string> = new Set('deactivate activate delete'.split(' '));
