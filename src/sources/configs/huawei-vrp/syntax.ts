import type { StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import type { FreeTextEnd, Syntax } from '../kit/syntax.ts';
import { readHeader } from './header.ts';

const COMMENT: Fate = ['set-aside', 'comment'];
const HEADING: Fate = ['read', 'heading'];
const LOG: Fate = ['not-understood', 'log message on the terminal'];
const MESSAGE = /^[*.\w: +-]{0,80}%%\d\d[A-Z0-9_]{2,30}\/[0-7]\/[A-Za-z0-9_]{2,60}[([]/;

/**
 * A configuration of VRP: blocks are told by indentation and ended by `#`. Old releases put a blank before statements of
 * the first level, so the first statement behind `#` tells where that level stands.
 */
export class VrpSyntax implements Syntax {
  ended = false;
  private margin: number | null = null;
  private opened: FreeTextEnd | null = null;

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    const body = bodyOf(entry);
    this.opened = null;
    if (body[0] === '#') {
      if (entry.indent === 0) this.margin = null;
      return COMMENT;
    }
    if (body[0] === '!' || (body[0] === '[' && entry.indent === 0))
      return readHeader(entry, to) ? HEADING : COMMENT;
    if (MESSAGE.test(body)) return LOG;
    this.margin ??= entry.indent;
    const depth = Math.max(0, entry.indent - this.margin);
    tree.add(body, depth, entry);
    if (depth > 0) return null;
    if (body === 'return') this.ended = true;
    this.opened = freeTextOf(body);
    return null;
  }

  freeText(): FreeTextEnd | null {
    return this.opened;
  }
}

/** `header login information "…` runs to the closing quote or to the mark that it begins with. */
function freeTextOf(body: string): FreeTextEnd | null {
  const found = /^header (?:login|shell) information +(\S)(.*)$/.exec(body);
  if (!found) return null;
  const [, mark = '', rest = ''] = found;
  const opens = /["'%@$^&*~`|]/.test(mark) && !rest.includes(mark);
  return opens ? { mark, whole: false } : null;
}
