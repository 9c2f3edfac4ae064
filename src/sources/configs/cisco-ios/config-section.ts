import { Buffer } from 'node:buffer';
import { printable } from '../../../base/printable.ts';
import { type Statement, StatementTree, splitWords } from '../../../base/statement-tree.ts';
import type { FactArea } from '../../../model/device-facts.ts';
import type { LedgerState } from '../../../model/ledger.ts';
import type { LedgerBook } from '../../kit/ledger-book.ts';
import { scrub } from '../../kit/scrub.ts';
import { bodyOf, type Entry } from './entry.ts';
import { FREE_TEXT_LINES, opensFreeText } from './free-text.ts';
import { guardedArea } from './guard-words.ts';
import { readHeader } from './header.ts';
import { RULES } from './rules.ts';
import type { Scope } from './scope.ts';
import type { Snapshot } from './snapshot.ts';
import { sweepSecret } from './sweep.ts';

/** Statements of one configuration beyond which the rest is not read. */
const STATEMENTS = 1_000_000;
const UNREAD_PER_AREA = 200;
const PRELUDE =
  /^(?:Building configuration|Current configuration :|Using \d+ out of|Load for five secs|Time source is)/;

// A console or monitor session prints log messages right into the configuration; they must not end its blocks.
const MESSAGE = /^[*.\w: +-]{0,80}%[A-Z][A-Z0-9_]{1,40}-[0-7]-[A-Z0-9_]{2,60}: /;

interface FreeText {
  readonly delimiter: string;
  readonly statement: Statement;
  readonly held: Entry[];
}

/** One configuration on its way from lines to facts. */
export class ConfigSection {
  readonly kind: 'running' | 'startup' | 'partial';
  readonly snapshot: Snapshot;
  /** True once the configuration's own end mark was read. */
  ended = false;
  /** True when no statement opens a free text any more, since one never ended. */
  plain = false;
  private readonly book: LedgerBook;
  private readonly tree = new StatementTree();
  private free: FreeText | null = null;
  private versions = 0;
  private readonly tallies = new Map<string, ReturnType<LedgerBook['tally']>>();
  private readonly unreadByArea = new Map<string, number>();

  /** Facts go to the snapshot, bytes to the book. */
  constructor(kind: 'running' | 'startup' | 'partial', snapshot: Snapshot, book: LedgerBook) {
    this.kind = kind;
    this.snapshot = snapshot;
    this.book = book;
  }

  /** True while lines belong to a banner and mean nothing by themselves. */
  get inFreeText(): boolean {
    return this.free !== null;
  }

  /** True when a line that begins a configuration begins another one than this. */
  startsAnother(entry: Entry): boolean {
    if (this.tree.all.length === 0 || entry.indent > 0) return false;
    const first = entry.text.charCodeAt(0);
    if (first === 118) return this.versions > 0 && /^version \d/.test(entry.text);
    if (first === 33) return /^! ?Last configuration change/.test(entry.text);
    return (first === 66 || first === 67 || first === 85) && PRELUDE.test(entry.text);
  }

  /** Takes a line that is not blank. */
  take(entry: Entry): void {
    const body = bodyOf(entry);
    const first = body.charCodeAt(0);
    if (first === 33) this.comment(entry);
    else if (this.tree.all.length < 3 && PRELUDE.test(body)) this.account('read', 'heading', entry);
    else if (this.tree.all.length >= STATEMENTS)
      this.account('failed', 'more statements than the limit', entry);
    else if (entry.indent === 0 && body.includes('%') && MESSAGE.test(body))
      this.account('not-understood', 'log message on the terminal', entry);
    else this.statement(entry, body);
  }

  private comment(entry: Entry): void {
    if (entry.indent === 0 && entry.text.length > 8 && readHeader(entry, this.snapshot))
      this.account('read', 'heading', entry);
    else this.account('set-aside', 'comment', entry);
  }

  private statement(entry: Entry, body: string): void {
    const ends = body.charCodeAt(0) === 101 && body.startsWith('exit-');
    const statement = ends
      ? this.tree.addEnd(body, entry.indent, entry)
      : this.tree.add(body, entry.indent, entry);
    if (body === 'end' && entry.indent === 0) this.ended = true;
    if (body.startsWith('version ')) this.versions += 1;
    const delimiter = this.plain || entry.indent > 0 ? null : opensFreeText(body);
    if (delimiter !== null) this.free = { delimiter, statement, held: [] };
  }

  /**
   * Takes a line of a banner. One that never ends would swallow the configuration and what follows it: its lines are
   * then handed back, to be read after all. Otherwise nothing comes back.
   */
  takeFree(entry: Entry): readonly Entry[] {
    const { free } = this;
    if (!free) return [entry];
    free.held.push(entry);
    if (entry.text.includes(free.delimiter)) {
      for (const each of free.held) free.statement.extend(each.line, each.size);
      this.free = null;
    } else if (free.held.length >= FREE_TEXT_LINES) return this.release();
    return [];
  }

  /** Gives up the banner at hand and hands back its lines. */
  release(): readonly Entry[] {
    const held = this.free?.held ?? [];
    this.free = null;
    this.plain = true;
    return held;
  }

  /** A line beyond the length limit: IOS has none such, so the configuration does not count as whole. */
  tooLong(entry: Entry): void {
    this.snapshot.draft.complete = false;
    this.addUnread({ line: entry.line, lineEnd: entry.line }, entry.text);
  }

  /** True when no statement came, as when a command was refused or left at once. */
  get empty(): boolean {
    return this.tree.all.length === 0;
  }

  /** Reads all statements; call it once. */
  close(): void {
    const scope = this.snapshot.scope(this.tree);
    for (const root of this.tree.roots) RULES.apply(root, this.tree, scope);
    let read = 0;
    for (const statement of this.tree.all) {
      if (statement.fate === '') read += 1;
      this.settle(statement, scope);
    }
    const draft = this.snapshot.draft;
    if (this.kind === 'partial' || read === 0) draft.complete = false;
    else draft.hasConfig = true;
  }

  private settle(statement: Statement, scope: Scope): void {
    if (statement.fate === '') {
      this.account('read', 'statement', statement);
      return;
    }
    if (statement.text.charCodeAt(0) >= 97) sweepSecret(statement, scope);
    if (statement.fate === null) {
      this.account('not-understood', 'statement not known', statement);
      this.addUnread(statement, statement.text, areaOfBlock(statement));
    } else this.account('set-aside', statement.fate, statement);
  }

  private addUnread(
    at: { line: number; lineEnd: number },
    text: string,
    block: FactArea | null = null,
  ): void {
    const area = guardedArea(splitWords(text.slice(0, 400))) ?? block;
    const count = (this.unreadByArea.get(area ?? '') ?? 0) + 1;
    this.unreadByArea.set(area ?? '', count);
    if (count > UNREAD_PER_AREA) return;
    const shown = printable(scrub(text.slice(0, 600)), 160);
    this.snapshot.draft.unread.push({ line: at.line, lineEnd: at.lineEnd, text: shown, area });
  }

  private account(state: LedgerState, reason: string, at: Placed): void {
    if (state === 'not-understood' || state === 'failed') {
      this.book.line(asLine(at), state, reason);
      return;
    }
    // The reasons of the two states differ, so the reason alone finds the sum.
    let tally = this.tallies.get(reason);
    if (!tally) {
      tally = this.book.tally(state, reason);
      this.tallies.set(reason, tally);
    }
    tally.bytes += at.size;
    tally.units += 1;
  }
}

const NEAREST = 8;

/**
 * The area of the block in which a statement stands, for statements whose own words tell none. Interfaces do not count:
 * most of what may stand below one bears on no area.
 */
function areaOfBlock(statement: Statement): FactArea | null {
  let block = statement.parent;
  for (let i = 0; block !== null && i < NEAREST; i += 1) {
    const area = block.words[0] === 'interface' ? null : guardedArea(block.words);
    if (area !== null) return area;
    block = block.parent;
  }
  return null;
}

interface Placed {
  readonly text: string;
  readonly line: number;
  readonly byte: number;
  readonly size: number;
}

/** The form in which the ledger takes a line for a sample. */
export function asLine(at: Placed): Parameters<LedgerBook['line']>[0] {
  const bytes = Buffer.from(at.text.slice(0, 1000), 'latin1');
  return { bytes, start: 0, end: bytes.length, number: at.line, offset: at.byte, size: at.size };
}
