import type { Place, StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from './entry.ts';
import type { Fate } from './fate.ts';
import type { Snapshot } from './snapshot.ts';
import type { Syntax } from './syntax.ts';

/** What differs between languages that put blocks in braces. */
export interface BraceForm {
  /** Beginning of a comment that runs to the end of the line. */
  readonly comment: string;
  /** True when a statement without braces ends with a semicolon, false when it ends with the line. */
  readonly semicolon: boolean;
  /** Reads a comment that tells something of the device; false for all others. */
  header(entry: Entry, to: Snapshot): boolean;
  /** Words that stand before every path, where the output begins below the top. */
  readonly prefix?: string;
}

const COMMENT: Fate = ['set-aside', 'comment'];
const HEADING: Fate = ['read', 'heading'];
const STRAY: Fate = ['not-understood', 'closing brace without a block'];
/** Beyond this depth braces are counted but open no block of their own: paths would grow with every level. */
const DEEPEST = 200;
/** A statement that goes on over lines for more characters than this is none. */
const LONGEST = 16_384;

/** A configuration whose blocks stand in braces. */
export class Braces implements Syntax {
  readonly ended = false;
  private readonly form: BraceForm;
  /** Index of the statement that opened each block that is still open. */
  private readonly open: number[] = [];
  private inComment = false;
  /** Text of a statement that goes on in the next line. */
  private pending = '';
  private held: Place | null = null;

  /** One for each configuration. */
  constructor(form: BraceForm) {
    this.form = form;
  }

  /** True when every block is closed: nothing says that the configuration was cut off. */
  get closed(): boolean {
    return this.open.length === 0 && this.pending === '' && !this.inComment;
  }

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    const body = bodyOf(entry);
    if (this.inComment) {
      this.inComment = !body.includes('*/');
      return COMMENT;
    }
    if (body.startsWith(this.form.comment)) return this.form.header(entry, to) ? HEADING : COMMENT;
    if (body.startsWith('/*')) {
      this.inComment = !body.includes('*/', 2);
      return COMMENT;
    }
    return this.cut(body, entry, tree) ? null : STRAY;
  }

  /** Cuts a line at braces and semicolons outside quotes and comments; true when some statement took its bytes. */
  private cut(body: string, entry: Entry, tree: StatementTree): boolean {
    const out: Out = { tree, taken: { place: entry, taken: false } };
    let text = '';
    let from = 0;
    let quoted = false;
    for (let i = 0; i < body.length; i += 1) {
      const c = body[i] as string;
      if (c === '\\') i += 1;
      else if (c === '"') quoted = !quoted;
      else if (quoted) continue;
      else if (c === '{' || c === '}' || c === ';') {
        this.part(text + body.slice(from, i), c, out);
        text = '';
        from = i + 1;
      } else if (c === '/' && body[i + 1] === '*') {
        text += body.slice(from, i);
        const end = body.indexOf('*/', i + 2);
        this.inComment = end < 0;
        i = end < 0 ? body.length : end + 1;
        from = i + 1;
      } else if (c === '#' && body[i - 1] === ' ') {
        text += body.slice(from, i);
        from = body.length;
        i = from;
      }
    }
    this.rest(text + body.slice(from), out);
    return out.taken.taken;
  }

  private part(text: string, mark: string, out: Out): void {
    const words = this.join(text);
    if (mark === '{') {
      const index = words === '' ? -1 : this.put(words, out);
      if (index >= 0 && this.open.length < DEEPEST) this.open.push(index);
      else this.open.push(this.open.at(-1) ?? -1);
      return;
    }
    if (words !== '') this.put(words, out);
    if (mark === ';') return;
    const block = this.open.pop();
    if (block === undefined || block < 0 || out.taken.taken) return;
    out.tree.at(block).extend(out.taken.place.line, out.taken.place.size);
    out.taken.taken = true;
  }

  private rest(text: string, out: Out): void {
    const words = text.trim();
    if (words === '') return;
    if (!this.form.semicolon) {
      this.put(words, out);
      return;
    }
    // A list or a quoted text may go on in the next line: its bytes are those of the statement once it ends.
    this.pending = this.join(words);
    const { place } = out.taken;
    if (this.pending.length > LONGEST) {
      this.put('', out);
      return;
    }
    this.held = this.held
      ? { line: this.held.line, byte: this.held.byte, size: this.held.size + place.size }
      : { line: place.line, byte: place.byte, size: out.taken.taken ? 0 : place.size };
    out.taken.taken = true;
  }

  end(tree: StatementTree): void {
    if (this.pending === '') return;
    const place = this.held ?? { line: 1, byte: 0, size: 0 };
    this.put('', { tree, taken: { place: { ...place, size: 0 }, taken: true } });
  }

  private join(text: string): string {
    const words = text.trim();
    if (words === '') return this.pending;
    return this.pending === '' ? words : `${this.pending} ${words}`;
  }

  private put(text: string, { tree, taken }: Out): number {
    const { held } = this;
    const own = taken.taken ? 0 : taken.place.size;
    const { line, byte } = held ?? taken.place;
    const size = (held?.size ?? 0) + own;
    const depth = Math.min(this.open.length, DEEPEST);
    const words = text || this.pending;
    const { prefix } = this.form;
    const index = tree.add(prefix && depth === 0 ? `${prefix} ${words}` : words, depth, { line, byte, size });
    if (held) tree.at(index).extend(taken.place.line, 0);
    this.pending = '';
    this.held = null;
    taken.taken = true;
    return index;
  }
}

interface Taken {
  readonly place: Place;
  taken: boolean;
}

interface Out {
  readonly tree: StatementTree;
  readonly taken: Taken;
}
