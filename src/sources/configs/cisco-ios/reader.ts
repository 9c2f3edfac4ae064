import { printable } from '../../../base/printable.ts';
import type { LedgerState } from '../../../model/ledger.ts';
import type { ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import { type Line, type LineHandler, LineReader } from '../../kit/lines.ts';
import { scrub } from '../../kit/scrub.ts';
import { type Prompt, readPrompt } from './capture.ts';
import { readClock } from './clock.ts';
import { asLine, ConfigSection } from './config-section.ts';
import { emit } from './emit.ts';
import type { Entry } from './entry.ts';
import { RULES } from './rules.ts';
import { type SectionKind, sectionOf, sniff } from './show/command.ts';
import { Snapshot } from './snapshot.ts';
import { StateSection } from './state-section.ts';
import { toEntry } from './terminal.ts';

const LINE_LIMIT = 65_536;
const SIGHTINGS = 100_000;
const TECH = /^-{10,40} (show .{1,100}?) -{10,40}$/;
const CONFIGS: ReadonlySet<SectionKind> = new Set(['running', 'startup', 'partial']);

/** Cuts a file into devices and sections and reads each. */
export class CiscoIosReader implements Reader, LineHandler {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly book: LedgerBook;
  private readonly lines: LineReader;
  private readonly all: Snapshot[] = [];
  private readonly latest = new Map<string, Snapshot>();
  private host = '';
  private section: ConfigSection | StateSection | null = null;
  /** True when a prompt opened the section: then only a prompt ends it. */
  private prompted = false;
  /** True while lines are read again; see `again`. */
  private plain = false;

  /** See Source.open. */
  constructor(context: ReadContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
    this.book = new LedgerBook(sink);
    this.lines = new LineReader(this, { limit: LINE_LIMIT, start: context.start });
  }

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  end(): void {
    this.lines.end();
    if (this.section instanceof ConfigSection) this.again(this.section.release());
    this.closeSection();
    let ordinal = 0;
    for (const snapshot of this.all)
      if (emit(snapshot, ordinal, { context: this.context, sink: this.sink })) ordinal += 1;
    this.book.close();
  }

  line(line: Line): void {
    const entry = toEntry(line);
    this.feed(entry);
    if (this.context.scanner) this.scan(line, entry);
  }

  tooLong(line: Line): void {
    this.book.line(line, 'failed', 'line longer than 65,536 bytes');
    if (this.section instanceof ConfigSection) this.section.tooLong(toEntry(line));
  }

  private feed(entry: Entry): void {
    const section = this.section;
    if (section instanceof ConfigSection && section.inFreeText) {
      this.again(section.takeFree(entry));
      return;
    }
    if (entry.text === '') {
      this.count('set-aside', 'blank', entry);
      return;
    }
    if (entry.prompt > 0) {
      const prompt = readPrompt(entry, (host) => this.latest.has(host));
      if (prompt) {
        this.enter(prompt, entry);
        return;
      }
    }
    if (!this.heading(entry)) this.take(entry);
  }

  /** Reads the lines of a banner that never ended; in none of them does another begin. */
  private again(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    this.plain = true;
    for (const entry of entries) this.feed(entry);
    this.plain = false;
  }

  private enter(prompt: Prompt, entry: Entry): void {
    this.closeSection();
    this.host = prompt.host;
    this.snapshot();
    this.count('read', 'prompt', entry);
    if (prompt.configuring) this.open('typed', prompt.command);
    else if (prompt.command !== '') this.open(sectionOf(prompt.command), prompt.command);
    this.prompted = true;
  }

  /** Headings of `show tech-support`, and the time that `terminal exec prompt timestamp` prints. */
  private heading(entry: Entry): boolean {
    const first = entry.text.charCodeAt(0);
    if (first === 84 && entry.text.startsWith('Time source is ')) {
      const time = readClock(entry.text.slice(entry.text.indexOf(', ') + 2));
      if (time) this.snapshot().addClock(time);
      this.count('read', 'heading', entry);
      return true;
    }
    const tech = first === 45 ? TECH.exec(entry.text) : null;
    if (!tech) return false;
    this.closeSection();
    this.open(sectionOf(tech[1] as string), tech[1] as string);
    this.prompted = true;
    this.count('read', 'heading', entry);
    return true;
  }

  private take(entry: Entry): void {
    this.switchSection(entry);
    const section = this.section;
    if (section instanceof ConfigSection) {
      section.take(entry);
      if (section.ended) this.closeSection();
    } else if (section) {
      const [state, reason] = section.take(entry);
      this.count(state, reason, entry);
    } else this.count('not-understood', 'text outside of any command', entry);
  }

  /** Opens the section that a line begins where no prompt says so. */
  private switchSection(entry: Entry): void {
    const section = this.section;
    if (section instanceof ConfigSection) {
      if (section.startsAnother(entry)) this.reopen(section.kind === 'partial' ? 'running' : section.kind);
      return;
    }
    if (section && this.prompted) return;
    const kind = sniff(entry.text) ?? (section ? null : this.guess(entry));
    if (kind && kind !== section?.kind) this.reopen(kind);
    // IOS XE names itself on two lines; a name below uptime and image is that of the next device.
    else if (kind === 'version' && section?.snapshot.draft.uptimeSeconds !== null) this.reopen(kind);
  }

  private guess(entry: Entry): SectionKind | null {
    if (entry.indent === 0 && entry.text.charCodeAt(0) === 33) return 'running';
    if (readClock(entry.text)) return 'clock';
    const blank = entry.text.indexOf(' ');
    const words = entry.text.split(' ', 2);
    const first = words[0] === 'no' ? (words[1] ?? '') : blank < 0 ? entry.text : (words[0] as string);
    return entry.indent === 0 && RULES.knows(first) ? 'running' : null;
  }

  private reopen(kind: SectionKind): void {
    this.closeSection();
    this.open(kind, '');
    this.prompted = false;
  }

  private open(kind: SectionKind, command: string): void {
    const snapshot = this.snapshotFor(kind);
    if (CONFIGS.has(kind)) {
      const config = kind as 'running' | 'startup' | 'partial';
      snapshot.configured = config === 'partial' ? 'part' : config;
      snapshot.sections.push('config');
      const section = new ConfigSection(config, snapshot, this.book);
      section.plain = this.plain;
      this.section = section;
      return;
    }
    if (kind === 'version') snapshot.versioned = true;
    if (kind === 'version' || kind === 'inventory') snapshot.sections.push('state');
    this.section = new StateSection(kind, snapshot, command);
  }

  private snapshot(): Snapshot {
    return this.latest.get(this.host) ?? this.fresh();
  }

  private fresh(): Snapshot {
    const snapshot = new Snapshot(this.context, this.host);
    this.latest.set(this.host, snapshot);
    this.all.push(snapshot);
    return snapshot;
  }

  /** A second configuration of a device is a snapshot of its own; so is a second `show version` without prompts. */
  private snapshotFor(kind: SectionKind): Snapshot {
    const old = this.snapshot();
    const another = CONFIGS.has(kind)
      ? old.configured !== 'no' && !(kind === 'partial' && old.configured === 'part')
      : kind === 'version' && old.versioned && this.host === '';
    if (!another) return old;
    const next = this.fresh();
    next.clock = old.nextClock ?? (this.host === '' ? null : old.clock);
    return next;
  }

  private closeSection(): void {
    if (this.section instanceof ConfigSection) {
      this.section.close();
      if (this.section.empty) this.section.snapshot.configured = 'no';
    }
    this.section = null;
    this.prompted = false;
  }

  private count(state: LedgerState, reason: string, entry: Entry): void {
    if (state === 'not-understood') {
      this.book.line(asLine(entry), state, reason);
      return;
    }
    const tally = this.book.tally(state, reason);
    tally.bytes += entry.size;
    tally.units += 1;
  }

  private scan(line: Line, entry: Entry): void {
    const where = this.section instanceof ConfigSection ? 'config' : 'state';
    this.context.scanner?.scan(line.bytes, { start: line.start, end: line.end }, (match) => {
      const { sightings } = this.section?.snapshot ?? this.snapshot();
      if (sightings.length >= SIGHTINGS) return;
      const text = printable(scrub(entry.text.slice(0, 600)), 400);
      const { value, valueType, near } = match;
      sightings.push({
        value,
        valueType,
        near,
        where,
        line: entry.line,
        byte: entry.byte,
        length: entry.size,
        text,
      });
    });
  }
}
