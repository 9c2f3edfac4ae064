import type { Place, StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import type { Syntax } from '../kit/syntax.ts';
import { VERBS } from './command.ts';
import { readHeader } from './header.ts';
import { opensQuote } from './words.ts';

const COMMENT: Fate = ['set-aside', 'comment'];
const HEADING: Fate = ['read', 'heading'];
const NO_COMMAND: Fate = ['not-understood', 'line that is no command'];
/** Characters and lines of one command beyond which the rest of it is not kept or not taken for it. */
const LONGEST = 1_000_000;
const MOST_LINES = 10_000;

interface Pending {
  text: string;
  readonly depth: number;
  place: Place;
  lineEnd: number;
  lines: number;
  /** `backslash` joins whatever follows, `quote` only lines that are indented. */
  open: 'backslash' | 'quote' | null;
}

/** An export: menus `/ip address`, commands below them or behind them, and `\` where a command goes on. */
export class RosLines implements Syntax {
  readonly ended = false;
  private pending: Pending | null = null;
  private headed = false;
  private inMenu = false;
  private to: Snapshot | null = null;

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    this.to = to;
    const body = bodyOf(entry);
    const { pending } = this;
    if (pending?.open === 'backslash' || (pending?.open === 'quote' && entry.indent > 0)) {
      this.join(pending, body, entry);
      if (pending.lines > MOST_LINES) this.flush(tree);
      return null;
    }
    this.flush(tree);
    if (body.startsWith('#')) {
      const known = readHeader(entry, to);
      this.headed ||= known;
      return known ? HEADING : COMMENT;
    }
    const first = body.split(' ', 1)[0] as string;
    if (!body.startsWith('/') && !body.startsWith(':') && !VERBS.has(first)) return NO_COMMAND;
    if (body.startsWith('/')) this.inMenu = !body.split(' ').some((word) => VERBS.has(word));
    const depth = !body.startsWith('/') && this.inMenu ? 1 : 0;
    const { line, byte } = entry;
    const opened: Pending = {
      text: '',
      depth,
      place: { line, byte, size: 0 },
      lineEnd: line,
      lines: 0,
      open: null,
    };
    this.pending = opened;
    this.join(opened, body, entry);
    return null;
  }

  private join(pending: Pending, body: string, entry: Entry): void {
    const cut = /(?:^|[^\\])(?:\\\\)*\\$/.test(body);
    const part = cut ? body.slice(0, -1) : body;
    if (pending.text.length < LONGEST) pending.text += pending.open === 'quote' ? `\\n${part}` : part;
    const { line, byte, size } = pending.place;
    pending.place = { line, byte, size: size + entry.size };
    pending.lineEnd = entry.line;
    pending.lines += 1;
    pending.open = cut ? 'backslash' : opensQuote(pending.text) ? 'quote' : null;
  }

  private flush(tree: StatementTree): void {
    const { pending } = this;
    this.pending = null;
    if (!pending) return;
    const index = tree.add(pending.text, pending.depth, pending.place);
    if (pending.lineEnd > pending.place.line) tree.at(index).extend(pending.lineEnd, 0);
  }

  /** No mark ends an export; a whole one has its heading and the menus that come last. */
  end(tree: StatementTree): void {
    const open = this.pending !== null && this.pending.open !== null;
    this.flush(tree);
    if (!this.headed || open || !this.to) return;
    for (let i = tree.size - 1; i >= 0; i -= 1)
      if (/^\/(?:system|tool|user)\b/.test(tree.text(i))) {
        this.to.draft.complete = true;
        return;
      }
  }
}
