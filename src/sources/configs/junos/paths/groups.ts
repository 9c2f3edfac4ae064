import type { Statement } from '../../../../base/statement-tree.ts';
import { fits, patternIn } from './glob.ts';
import type { Leaf } from './leaves.ts';
import type { PathIndex } from './path-index.ts';

/** A statement with a path that it has in effect. */
export interface Effective {
  readonly statement: Statement;
  readonly path: readonly string[];
  /** True when the path comes out of a group or an interface range. */
  readonly inherited: boolean;
}

interface Apply {
  readonly at: readonly string[];
  readonly names: readonly string[];
}

const APPLY = 'apply-groups';
const EXCEPT = 'apply-groups-except';

/** The groups of a configuration and the places that they are applied to. */
export class Groups {
  private readonly groups = new Map<string, Leaf[]>();
  private readonly applies: Apply[] = [];
  /** Paths and groups that must not meet, as one text each, and how many words these paths have. */
  private readonly excepts = new Set<string>();
  private readonly lengths = new Set<number>();

  /** Takes a statement that belongs to groups; false for all others. */
  take(leaf: Leaf): boolean {
    const { path, statement } = leaf;
    if (path[0] === 'groups') {
      const name = path[1] ?? '';
      const group = this.groups.get(name);
      if (group) group.push(leaf);
      else this.groups.set(name, [leaf]);
      return true;
    }
    const i = path.findIndex((word) => word === APPLY || word === EXCEPT);
    if (i < 0) return false;
    const at = path.slice(0, i);
    const names = path.slice(i + 1);
    if (path[i] === APPLY) this.applies.push({ at, names });
    else {
      this.lengths.add(i);
      for (const name of names) this.excepts.add(keyOf(name, at));
    }
    statement.read();
    return true;
  }

  /** True when some group is applied somewhere. */
  get any(): boolean {
    return this.applies.length > 0 && this.groups.size > 0;
  }

  /**
   * The statements of groups with the paths that they get where their groups are applied: those that yield to others
   * first. Statements that get none are set aside.
   */
  inherited(index: PathIndex): Effective[] {
    const out: Effective[] = [];
    const applied = new Set<string>();
    for (const { at, names } of this.applies.toSorted((a, b) => a.at.length - b.at.length))
      for (const name of this.named(names).toReversed()) {
        applied.add(name);
        for (const leaf of this.groups.get(name) ?? []) this.place(leaf, { at, name, index }, out);
      }
    const used = new Set(out.map((each) => each.statement));
    for (const [name, leaves] of this.groups)
      for (const { statement } of leaves) {
        if (!applied.has(name)) statement.aside('group that is not applied');
        else if (!used.has(statement) && !index.exhausted) statement.aside('group without a match');
      }
    return out;
  }

  /** Names of applied groups; `${node}` stands for the group of whichever node it is. */
  private named(names: readonly string[]): string[] {
    return names.flatMap((name) =>
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what Junos writes.
      name === '${node}'
        ? [...this.groups.keys()].filter((each) => /^node\d$/.test(each)).toSorted()
        : [name],
    );
  }

  private place(
    { statement, path }: Leaf,
    to: { at: readonly string[]; name: string; index: PathIndex },
    out: Effective[],
  ): void {
    to.index.spend(to.at.length + 1);
    const rest = path.slice(2);
    if (rest.length <= to.at.length || to.index.exhausted) return;
    for (const [i, word] of to.at.entries()) if (!agrees(word, rest[i] as string)) return;
    const pattern = [...to.at, ...rest.slice(to.at.length)];
    for (const full of to.index.expand(pattern))
      if (!this.excepted(full, to.name)) out.push({ statement, path: full, inherited: true });
  }

  private excepted(path: readonly string[], name: string): boolean {
    for (const length of this.lengths)
      if (length <= path.length && this.excepts.has(keyOf(name, path.slice(0, length)))) return true;
    return false;
  }
}

function keyOf(name: string, at: readonly string[]): string {
  return [name, ...at].join('\n');
}

function agrees(word: string, pattern: string): boolean {
  const glob = patternIn(pattern);
  return glob === null ? word === pattern : fits(word, glob);
}
