import { printable } from '../../../base/printable.ts';
import type { ScanMatch } from '../../../model/indicator.ts';
import type { LedgerState } from '../../../model/ledger.ts';
import type { ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import { type Line, type LineHandler, LineReader } from '../../kit/lines.ts';
import { scrub } from '../../kit/scrub.ts';
import { readClock } from './clock.ts';
import { asLine, ConfigSection } from './config-section.ts';
import { emit } from './emit.ts';
import type { Entry } from './entry.ts';
import { Matches } from './matches.ts';
import { type AnyPlatform, CONFIGS, type SectionKind } from './platform.ts';
import type { Prompt } from './prompt.ts';
import { Snapshot } from './snapshot.ts';
import { StateSection } from './state-section.ts';
import { Screen, toEntry } from './terminal.ts';

const LINE_LIMIT = 65_536;
const NONE: readonly ScanMatch[] = [];
const SIGHTINGS = 100_000;

/** Cuts a file into devices and sections and reads each, for any platform. */
export class DeviceReader implements Reader, LineHandler {
  private readonly platform: AnyPlatform;
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly book: LedgerBook;
  private readonly lines: LineReader;
  private readonly screen = new Screen();
  private readonly matches: Matches | null;
  private readonly all: Snapshot[] = [];
  private readonly latest = new Map<string, Snapshot>();
  private host = '';
  private section: ConfigSection | StateSection | null = null;
  /** True when a prompt opened the section: then only a prompt ends it. */
  private prompted = false;
  /** True while lines are read again; see `again`. */
  private plain = false;

  /** See Source.open. */
  constructor(platform: AnyPlatform, context: ReadContext, sink: Sink) {
    this.platform = platform;
    this.context = context;
    this.sink = sink;
    this.book = new LedgerBook(sink);
    this.lines = new LineReader(this, { limit: LINE_LIMIT, start: context.start });
    this.matches = context.scanner && new Matches(context.scanner);
  }

  push(chunk: Uint8Array): void {
    this.screen.show(chunk);
    this.matches?.look(chunk);
    this.lines.push(chunk);
  }

  end(): void {
    this.lines.end();
    if (this.section instanceof ConfigSection) this.again(this.section.release());
    this.closeSection();
    let ordinal = 0;
    for (const snapshot of this.all)
      if (emit(snapshot, ordinal, { platform: this.platform, context: this.context, sink: this.sink }))
        ordinal += 1;
    this.book.close();
  }

  line(line: Line): void {
    const entry = this.screen.entry(line);
    this.feed(entry);
    const matches = this.matches?.of(line) ?? NONE;
    for (let i = 0; i < matches.length; i += 1) this.sighted(matches[i] as ScanMatch, entry);
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
    const prompt = this.platform.prompt(entry, this.known);
    if (prompt) this.enter(prompt, entry);
    else if (!this.heading(entry)) this.take(entry);
  }

  private readonly known = (host: string): boolean => this.latest.has(host);

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
    this.current();
    this.count('read', 'prompt', entry);
    if (prompt.configuring) this.open('typed', prompt.command);
    else if (prompt.command !== '') this.open(this.platform.sectionOf(prompt.command), prompt.command);
    this.prompted = true;
  }

  private heading(entry: Entry): boolean {
    const kind = this.platform.heading?.(entry, this.now) ?? null;
    if (kind === null) return false;
    this.count('read', 'heading', entry);
    if (kind === 'heading') return true;
    this.closeSection();
    this.open(kind, entry.text);
    this.prompted = true;
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
    const kind = this.platform.sniff(entry.text) ?? (section ? null : this.guess(entry));
    if (kind && kind !== section?.kind) this.reopen(kind);
    // IOS XE names itself on two lines; a name below uptime and image is that of the next device.
    else if (kind === 'version' && section?.snapshot.draft.uptimeSeconds !== null) this.reopen(kind);
  }

  private guess(entry: Entry): SectionKind | null {
    if (readClock(entry.text)) return 'clock';
    return this.platform.beginsConfig(entry) ? 'running' : null;
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
      const section = new ConfigSection(config, { platform: this.platform, snapshot, command }, this.book);
      section.plain = this.plain;
      this.section = section;
      return;
    }
    if (kind === 'version') snapshot.versioned = true;
    if (kind === 'version' || kind === 'inventory') snapshot.sections.push('state');
    this.section = new StateSection(kind, { platform: this.platform, snapshot }, command);
  }

  private readonly now = (): Snapshot => this.current();

  private current(): Snapshot {
    return this.latest.get(this.host) ?? this.fresh();
  }

  private fresh(): Snapshot {
    const snapshot = new Snapshot(this.context, this.host, this.platform);
    this.latest.set(this.host, snapshot);
    this.all.push(snapshot);
    return snapshot;
  }

  /** A second configuration of a device is a snapshot of its own; so is a second `show version` without prompts. */
  private snapshotFor(kind: SectionKind): Snapshot {
    const old = this.current();
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
      if (this.section.empty) {
        const { snapshot } = this.section;
        snapshot.configured = 'no';
        snapshot.sections.splice(snapshot.sections.lastIndexOf('config'), 1);
      }
    } else this.section?.close();
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

  private sighted({ value, valueType, near }: ScanMatch, entry: Entry): void {
    const where = this.section instanceof ConfigSection ? 'config' : 'state';
    const { sightings } = this.section?.snapshot ?? this.current();
    if (sightings.length >= SIGHTINGS) return;
    const text = printable(scrub(entry.text.slice(0, 600)), 400);
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
  }
}
