import type { Place, StatementTree } from '../../../base/statement-tree.ts';
import { bodyOf, type Entry } from '../kit/entry.ts';
import type { Fate } from '../kit/fate.ts';
import type { Snapshot } from '../kit/snapshot.ts';
import type { Syntax } from '../kit/syntax.ts';
import { attribute, decodeEntities, nameOf, quoteWord } from './xml-words.ts';

const COMMENT: Fate = ['set-aside', 'comment'];
const HEADING: Fate = ['read', 'heading'];
const STRAY: Fate = ['not-understood', 'closing tag without an opening one'];
const DOCTYPE: Fate = ['not-understood', 'document type or processing instruction of XML'];
/** Beyond this depth elements are counted but open no block of their own. */
const DEEPEST = 200;
/** Characters of text and of unfinished tags beyond which the rest is dropped. */
const LONGEST = 65_536;

interface Held {
  readonly name: string;
  readonly word: string;
  line: number;
  readonly byte: number;
  size: number;
  text: string;
  lineEnd: number;
}

/**
 * The XML form, cut line by line without a document in memory: an element with text is a statement of its name and the
 * text, one with elements a block; `<entry name="x">` and `<member>x</member>` are the bare word. Only the five named
 * entities and numbers are undone; nothing is ever expanded or fetched.
 */
export class PanXml implements Syntax {
  ended = false;
  private readonly open: number[] = [];
  private pending: Held | null = null;
  private carry = '';
  private inComment = false;
  private to: Snapshot | null = null;
  /** Names of the elements that are open. */
  private readonly names: string[] = [];

  take(entry: Entry, tree: StatementTree, to: Snapshot): Fate | null {
    this.to = to;
    const line = new LineBytes(entry);
    let text = this.carry + (this.carry === '' && !this.pending ? bodyOf(entry) : entry.text);
    this.carry = '';
    let fate: Fate = COMMENT;
    while (text !== '' && !this.ended) {
      if (this.inComment) {
        const end = text.indexOf('-->');
        this.inComment = end < 0;
        text = end < 0 ? '' : text.slice(end + 3);
        continue;
      }
      const mark = text.indexOf('<');
      if (mark !== 0) {
        this.addText(mark < 0 ? text : text.slice(0, mark));
        text = mark < 0 ? '' : text.slice(mark);
        continue;
      }
      const end = tagEnd(text);
      if (end < 0) {
        this.carry = text.length > LONGEST ? '' : `${text} `;
        break;
      }
      fate = this.tag(text.slice(0, end), line, tree) ?? fate;
      text = text.slice(end);
    }
    if (this.pending && !line.taken) this.hold(line);
    return line.taken ? null : fate;
  }

  end(tree: StatementTree): void {
    if (this.pending) this.flush(tree, null);
    if (this.ended && this.to) this.to.draft.complete = true;
  }

  private addText(text: string): void {
    const { pending } = this;
    if (pending && pending.text.length < LONGEST) pending.text += pending.text === '' ? text : `\n${text}`;
  }

  private hold(line: LineBytes): void {
    const { pending } = this;
    if (!pending) return;
    pending.size += line.take();
    pending.lineEnd = line.place.line;
  }

  private tag(tag: string, line: LineBytes, tree: StatementTree): Fate | null {
    if (tag.startsWith('<!--')) {
      this.inComment = !tag.endsWith('-->');
      return COMMENT;
    }
    if (tag.startsWith('<?xml')) return HEADING;
    if (tag.startsWith('<?') || tag.startsWith('<!')) return DOCTYPE;
    if (tag.startsWith('</')) return this.close(nameOf(tag.replace('/', '')), line, tree) ? null : STRAY;
    if (this.pending) this.flush(tree, line);
    const name = nameOf(tag);
    if (name === 'config') this.readVersion(tag, line.place);
    const word = name === 'entry' ? (attribute(tag, 'name') ?? name) : name === 'member' ? '' : name;
    const { line: at, byte } = line.place;
    this.pending = { name, word, line: at, byte, size: 0, text: '', lineEnd: at };
    if (tag.endsWith('/>')) this.put(tree, line);
    return null;
  }

  private readVersion(tag: string, { line }: Place): void {
    const text = attribute(tag, 'detail-version') ?? attribute(tag, 'version');
    if (this.to && text && /^\d[\w.-]{1,20}$/.test(text))
      this.to.draft.version ??= { line, lineEnd: line, text };
  }

  /** Closes an element and what was left open in it; false for a name that is not open. */
  private close(name: string, line: LineBytes, tree: StatementTree): boolean {
    if (this.pending?.name === name) {
      this.put(tree, line);
      return true;
    }
    const to = this.names.lastIndexOf(name);
    if (to < 0) return false;
    if (this.pending) this.flush(tree, line);
    while (this.names.length > to) {
      const index = this.names.length <= DEEPEST ? this.open.pop() : this.open.at(-1);
      if (index !== undefined) tree.at(index).extend(line.place.line, line.take());
      this.names.pop();
    }
    line.taken = true;
    if (this.names.length === 0) this.ended = true;
    return true;
  }

  /** An element in which another begins. */
  private flush(tree: StatementTree, line: LineBytes | null): void {
    const name = this.pending?.name ?? '';
    const index = this.put(tree, line);
    if (this.names.length < DEEPEST) this.open.push(index);
    this.names.push(name);
  }

  private put(tree: StatementTree, line: LineBytes | null): number {
    const held = this.pending as Held;
    this.pending = null;
    const text = decodeEntities(held.text.trim());
    const words = [held.word, text].filter((word) => word !== '').map(quoteWord);
    const size = held.size + (line?.take() ?? 0);
    const place = { line: held.line, byte: held.byte, size };
    const index = tree.add(words.join(' ') || '""', Math.min(this.names.length, DEEPEST), place);
    if (line && line.place.line > held.line) tree.at(index).extend(line.place.line, 0);
    else if (held.lineEnd > held.line) tree.at(index).extend(held.lineEnd, 0);
    if (line) line.taken = true;
    return index;
  }
}

/** The bytes of a line, which only the first statement that it holds takes. */
class LineBytes {
  readonly place: Place;
  taken = false;
  private left: number;

  constructor(place: Place) {
    this.place = place;
    this.left = place.size;
  }

  take(): number {
    const { left } = this;
    this.left = 0;
    this.taken = true;
    return left;
  }
}

/** Index after the tag at the start of a text; -1 when it goes on in the next line. */
function tagEnd(text: string): number {
  if (text.startsWith('<!--')) return text.includes('-->') ? text.indexOf('-->') + 3 : text.length;
  let quote = '';
  for (let i = 1; i < text.length; i += 1) {
    const c = text[i] as string;
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i + 1;
  }
  return -1;
}
