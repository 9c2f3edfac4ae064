import type { StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from './entry.ts';
import type { Fate } from './fate.ts';
import type { Syntax } from './syntax.ts';

const COMMENT: Fate = ['set-aside', 'comment'];

/** A configuration in which every line is a command that sets one path: `set system host-name r1`. */
export class SetLines implements Syntax {
  readonly ended = false;
  private readonly verb: string;

  /** `verb` is taken off the front of lines; other verbs stay as the first word of the path. */
  constructor(verb: string) {
    this.verb = `${verb} `;
  }

  take(entry: Entry, tree: StatementTree): Fate | null {
    const body = bodyOf(entry);
    if (body.startsWith('#') || body.startsWith('/*')) return COMMENT;
    tree.add(body.startsWith(this.verb) ? body.slice(this.verb.length) : body, 0, entry);
    return null;
  }
}
