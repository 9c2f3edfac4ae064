import type { StatementTree } from '../../../base/statement-tree.ts';
import type { Entry } from './entry.ts';
import type { Fate } from './fate.ts';
import type { Snapshot } from './snapshot.ts';

/** How a free text ends: at the line that holds `mark`, or the line that is `mark` when `whole`. */
export interface FreeTextEnd {
  readonly mark: string;
  readonly whole: boolean;
  /** True for quotes: those behind a backslash do not count, and two in a line undo each other. */
  readonly quoted?: boolean;
}

/** True when a line closes a free text. */
export function closesFreeText(text: string, { mark, whole, quoted }: FreeTextEnd): boolean {
  if (quoted) return oddMarks(text, mark);
  return whole ? text === mark : text.includes(mark);
}

/** True when a mark of one character stands in a text an odd number of times, those behind a backslash left out. */
export function oddMarks(text: string, mark: string): boolean {
  let odd = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === mark) odd = !odd;
  }
  return odd;
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
  /** Takes the lines of the free text that the last statement opened, once it has ended. */
  takeText?(lines: readonly string[], tree: StatementTree): void;
  /** Called after the last line, with what is still open. */
  end?(tree: StatementTree): void;
}
