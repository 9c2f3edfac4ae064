import { Buffer } from 'node:buffer';
import { printable } from '../../../base/printable.ts';
import { type Statement, StatementTree, splitWords } from '../../../base/statement-tree.ts';
import type { FactArea } from '../../../model/device-facts.ts';
import type { LedgerState } from '../../../model/ledger.ts';
import type { LedgerBook } from '../../kit/ledger-book.ts';
import { scrub } from '../../kit/scrub.ts';
import type { Entry } from './entry.ts';
import { guardedArea } from './guard-words.ts';
import type { AnyPlatform } from './platform.ts';
import type { Snapshot } from './snapshot.ts';
import { mayHoldSecret, sweepSecret } from './sweep.ts';
import { closesFreeText, type FreeTextEnd, type Syntax } from './syntax.ts';

/** Statements of one configuration beyond which the rest is not read. */
const STATEMENTS = 1_000_000;
/** How many lines a free text may have before it is taken for broken. */
const FREE_TEXT_LINES = 10_000;
const UNREAD_PER_AREA = 200;
/** A control character, as the terminal shows it, in a statement that nobody knows: binary junk, not a dialect. */
const DAMAGED = /\\u00[0189][0-9a-f]/;

interface FreeText {
  readonly end: FreeTextEnd;
  readonly statement: Statement;
  readonly held: Entry[];
}

/** One configuration on its way from lines to facts. */
export class ConfigSection {
  readonly kind: 'running' | 'startup' | 'partial';
  readonly snapshot: Snapshot;
  private readonly platform: AnyPlatform;
  /** True when no statement opens a free text any more, since one never ended. */
  plain = false;
  private readonly book: LedgerBook;
  private readonly tree = new StatementTree();
  private readonly syntax: Syntax;
  private free: FreeText | null = null;
  private starts = 0;
  private cut = false;
  /** True when a line was lost: whatever ends it, the configuration is not whole. */
  private lost = false;
  private readonly tallies = new Map<string, ReturnType<LedgerBook['tally']>>();
  private readonly unreadByArea = new Map<string, number>();

  /** Facts go to the snapshot, bytes to the book. */
  constructor(
    kind: 'running' | 'startup' | 'partial',
    { platform, snapshot, command }: { platform: AnyPlatform; snapshot: Snapshot; readonly command: string },
    book: LedgerBook,
  ) {
    this.platform = platform;
    this.kind = kind;
    this.snapshot = snapshot;
    this.book = book;
    this.syntax = platform.syntax(command);
  }

  /** True once the configuration's own end mark was read. */
  get ended(): boolean {
    return this.syntax.ended;
  }

  /** True while lines belong to a banner and mean nothing by themselves. */
  get inFreeText(): boolean {
    return this.free !== null;
  }

  /** True when a line begins another configuration than this. */
  startsAnother(entry: Entry): boolean {
    if (this.tree.size === 0 || entry.indent > 0) return false;
    const sign = this.platform.restarts(entry);
    return sign === 'always' || (sign === 'again' && this.starts > 0);
  }

  /** Takes a line that is not blank. */
  take(entry: Entry): void {
    if (this.tree.size >= STATEMENTS) {
      this.account('failed', 'more statements than the limit', entry);
      return;
    }
    this.cut = !entry.closed;
    const fate = this.syntax.take(entry, this.tree, this.snapshot);
    if (fate) {
      this.account(fate[0], fate[1], entry);
      return;
    }
    if (entry.indent === 0 && this.platform.restarts(entry) === 'again') this.starts += 1;
    const end = this.plain ? null : this.syntax.freeText?.();
    if (end && this.tree.size > 0) this.free = { end, statement: this.tree.at(this.tree.size - 1), held: [] };
  }

  /**
   * Takes a line of a banner. One that never ends would swallow the configuration and what follows it: its lines are
   * then handed back, to be read after all. Otherwise nothing comes back.
   */
  takeFree(entry: Entry): readonly Entry[] {
    const { free } = this;
    if (!free) return [entry];
    free.held.push(entry);
    if (closesFreeText(entry.text, free.end)) {
      for (const each of free.held) free.statement.extend(each.line, each.size);
      this.syntax.takeText?.(
        free.held.map((each) => each.text),
        this.tree,
      );
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
    this.lost = true;
    this.addUnread({ line: entry.line, lineEnd: entry.line }, entry.text);
  }

  /** True when no statement came, as when a command was refused or left at once. */
  get empty(): boolean {
    return this.tree.size === 0;
  }

  /** Reads all statements; call it once. */
  close(): void {
    const { tree, snapshot } = this;
    const { scope, draft } = snapshot;
    const open = this.syntax.closed === false;
    this.syntax.end?.(tree);
    scope.tree = tree;
    scope.cut = this.cut || open;
    this.platform.apply(scope);
    for (const index of tree.notRead())
      if (mayHoldSecret(tree.text(index))) sweepSecret(tree.at(index), scope);
    let read = 0;
    for (const { fate, units, bytes } of tree.totals()) {
      const tally = fate === '' ? this.tally('read', 'statement') : this.tally('set-aside', fate);
      tally.units += units;
      tally.bytes += bytes;
      if (fate === '') read = units;
    }
    for (const statement of tree.unread()) {
      this.account('not-understood', 'statement not known', statement);
      this.addUnread(statement, statement.text, areaOfBlock(statement));
      // What stood there before the bytes were damaged, nobody can tell: no area may count as read.
      if (DAMAGED.test(statement.text)) this.lost = true;
    }
    if (this.kind === 'partial' || read === 0 || this.lost) draft.complete = false;
    if (this.kind !== 'partial' && read > 0) draft.hasConfig = true;
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
    const tally = this.tally(state, reason);
    tally.bytes += at.size;
    tally.units += 1;
  }

  /** The reasons of the two states differ, so the reason alone finds the sum. */
  private tally(state: 'read' | 'set-aside', reason: string): ReturnType<LedgerBook['tally']> {
    let tally = this.tallies.get(reason);
    if (!tally) {
      tally = this.book.tally(state, reason);
      this.tallies.set(reason, tally);
    }
    return tally;
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
