import type { StatementTree } from '../../../../base/statement-tree.ts';
import { type Effective, Groups } from './groups.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { PathIndex } from './path-index.ts';
import { Ranges } from './ranges.ts';
import { isVerb, Verbs } from './verbs.ts';

/** What is in effect of a configuration. */
export interface InEffect {
  /** Statements with their paths, those that yield to later ones first. */
  readonly paths: readonly Effective[];
  /** All these paths; made when first asked for. */
  index(): PathIndex;
}

/**
 * Works out what is in effect: statements that are switched off or deleted by a later line are set aside, those of
 * groups and of interface ranges count where they are applied and yield to what stands there itself.
 */
export function inEffect(tree: StatementTree): InEffect {
  const verbs = new Verbs();
  const groups = new Groups();
  const ranges = new Ranges();
  const said: Leaf[] = [];
  for (const leaf of leavesOf(tree)) {
    if (!isVerb(leaf)) said.push(leaf);
    else if (verbs.take(leaf)) leaf.statement.read();
  }
  const own: Effective[] = [];
  for (const leaf of said) {
    const why = leaf.inactive ? 'inactive' : verbs.against(leaf);
    if (why !== null) leaf.statement.aside(why);
    else if (!groups.take(leaf) && !ranges.take(leaf)) own.push({ ...leaf, inherited: false });
  }
  const paths = groups.any || ranges.any ? withInherited(own, { groups, ranges }) : settled(own, groups);
  let index: PathIndex | null = null;
  return { paths, index: () => (index ??= indexOf(paths)) };
}

function settled(own: readonly Effective[], groups: Groups): readonly Effective[] {
  groups.inherited(new PathIndex());
  return own;
}

function withInherited(
  own: readonly Effective[],
  { groups, ranges }: { groups: Groups; ranges: Ranges },
): Effective[] {
  const index = indexOf(own);
  return [...groups.inherited(index), ...ranges.inherited(index), ...own];
}

function indexOf(paths: readonly Effective[]): PathIndex {
  const index = new PathIndex();
  for (const { path } of paths) index.add(path);
  return index;
}
