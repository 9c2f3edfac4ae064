import type { StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from './entry.ts';
import type { Fate } from './fate.ts';
import type { Snapshot } from './snapshot.ts';
import type { FreeTextEnd, Syntax } from './syntax.ts';

/** What differs between the platforms whose blocks are told by indentation. */
export interface Indentation {
  /** First character of a comment. */
  readonly comment: '!' | '#';
  /** Lines that stand before the first statements and say nothing. */
  readonly prelude: RegExp;
  /** Reads a comment that tells something of the device; false for all others. */
  header(entry: Entry, to: Snapshot): boolean;
  /** Beginnings of lines that end a block without being indented less, such as `exit-`; empty for none. */
  readonly ends: readonly string[];
  /** The line that ends a configuration; null when the platform writes none. */
  readonly end: string | null;
  /** How the free text ends that a statement opens; null when it opens none. */
  freeText(body: string): FreeTextEnd | null;
}

const COMMENT: Fate = ['set-aside', 'comment'];
const HEADING: Fate = ['read', 'heading'];
const LOG: Fate = ['not-understood', 'log message on the terminal'];
const PRELUDE_STATEMENTS = 3;

// A console or monitor session prints log messages right into the configuration; they must not end its blocks.
const MESSAGE = /^[*.\w: +/[\]-]{0,120}%[A-Z][A-Z0-9_]{1,40}(?:-[A-Z0-9_]{1,40})?-[0-7]-[A-Z0-9_]{2,60} ?: /;

/** A configuration whose blocks are told by indentation. */
export class Indented implements Syntax {
  ended = false;
  private readonly form: Indentation;
  private last = '';

  /** One for each configuration. */
  constructor(form: Indentation) {
    this.form = form;
  }

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    const body = bodyOf(entry);
    this.last = '';
    if (body[0] === this.form.comment) return this.comment(entry, to);
    if (tree.size < PRELUDE_STATEMENTS && this.form.prelude.test(body)) return HEADING;
    if (entry.indent === 0 && body.includes('%') && MESSAGE.test(body)) return LOG;
    if (this.form.ends.some((word) => body.startsWith(word))) tree.addEnd(body, entry.indent, entry);
    else tree.add(body, entry.indent, entry);
    if (entry.indent === 0) this.last = body;
    if (body === this.form.end && entry.indent === 0) this.ended = true;
    return null;
  }

  freeText(): FreeTextEnd | null {
    return this.last === '' ? null : this.form.freeText(this.last);
  }

  private comment(entry: Entry, to: Snapshot): Fate {
    const told = entry.indent === 0 && entry.text.length > 8 && this.form.header(entry, to);
    return told ? HEADING : COMMENT;
  }
}
