import type { StatementTree } from '../../../base/statement-tree.ts';
import type { Entry } from './entry.ts';
import type { Fate } from './fate.ts';
import type { Snapshot } from './snapshot.ts';

/** How a free text ends: at the line that holds `mark`, or the line that is `mark` when `whole`. */
export interface FreeTextEnd {
  readonly mark: string;
  readonly whole: boolean;
}

/**
 * Cuts the lines of one configuration into statements. A line either becomes part of the tree (null comes back; its
 * bytes belong to a statement) or is accounted for at once with the fate that comes back.
 */
export interface Syntax {
  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null;
  /** True once the configuration's own end mark was read. */
  readonly ended: boolean;
  /** False while something is open that a whole configuration closes; left out where nothing tells. */
  readonly closed?: boolean;
  /** How the free text ends that the last statement opened; null when it opened none. */
  freeText?(): FreeTextEnd | null;
  /** Called after the last line, with what is still open. */
  end?(tree: StatementTree): void;
}
