import type { StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import { type FreeTextEnd, oddMarks, type Syntax } from '../kit/syntax.ts';
import { readHeader } from './header.ts';
import { keepText } from './texts.ts';

const COMMENT: Fate = ['set-aside', 'comment'];
const HEADING: Fate = ['read', 'heading'];
const STRAY: Fate = ['not-understood', 'end without a block'];
const NO_COMMAND: Fate = ['not-understood', 'line begins with no word of the language'];
/** Beyond this depth blocks are counted but stand beside each other. */
const DEEPEST = 200;
const VERBS: ReadonlySet<string> = new Set(
  'config edit set unset append select unselect delete move clone rename purge'.split(' '),
);
const QUOTED: FreeTextEnd = { mark: '"', whole: false, quoted: true };

interface Open {
  readonly index: number;
  readonly verb: 'config' | 'edit';
  /** True when tables may begin in it without indentation: `config global`, and `edit NAME` of a virtual domain. */
  readonly scope: boolean;
}

/** Blocks of FortiOS: `config … / edit … / set … / next / end`; quoted values may run over many lines. */
export class FortiBlocks implements Syntax {
  readonly ended = false;
  private readonly open: Open[] = [];
  private openQuote = false;
  /** True once a statement within a block was indented, as in every export. */
  private indented = false;
  private last = -1;
  private to: Snapshot | null = null;

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    this.to = to;
    this.openQuote = false;
    const body = bodyOf(entry);
    if (body.startsWith('#')) return readHeader(entry, to) ? HEADING : COMMENT;
    if (body === 'next' || body === 'end') return this.close(body, entry, tree);
    const blank = body.indexOf(' ');
    const verb = blank < 0 ? body : body.slice(0, blank);
    if (!VERBS.has(verb)) return NO_COMMAND;
    if (entry.indent > 0) this.indented = true;
    else if (verb === 'config' && this.indented) this.closeLost();
    this.last = tree.add(body, Math.min(this.open.length, DEEPEST), entry);
    if (verb === 'config' || verb === 'edit') {
      const scope = entry.indent === 0 && (verb === 'edit' || body === 'config global');
      this.open.push({ index: this.last, verb, scope });
    }
    this.openQuote = body.includes('"') && oddMarks(body, '"');
    return null;
  }

  freeText(): FreeTextEnd | null {
    return this.openQuote ? QUOTED : null;
  }

  takeText(lines: readonly string[], tree: StatementTree): void {
    keepText(tree, this.last, lines);
  }

  /** A configuration whose blocks are all closed has its end, if the tables that come first and last are there. */
  end(tree: StatementTree): void {
    if (!this.to || this.open.length > 0) return;
    let [first, last] = [false, false];
    for (let i = 0; i < tree.size; i += 1) {
      const text = tree.text(i);
      first ||= text === 'config system global';
      last ||= text.startsWith('config router');
    }
    if (first && last) this.to.draft.complete = true;
  }

  /** A table at the margin of an indented export begins anew, whatever was lost before it. */
  private closeLost(): void {
    while (this.open.length > 0 && !this.open.at(-1)?.scope) this.open.pop();
  }

  /** `end` closes the table and the entry that is open in it. */
  private close(word: string, entry: Entry, tree: StatementTree): Fate | null {
    const top = this.open.at(-1);
    if (!top || (word === 'next' && top.verb !== 'edit')) return STRAY;
    this.open.pop();
    const table = word === 'end' && top.verb === 'edit' ? this.open.pop() : undefined;
    tree.at(top.index).extend(entry.line, entry.size);
    if (table) tree.at(table.index).extend(entry.line, 0);
    return null;
  }
}
