import type { Ref } from '../../../model/evidence.ts';
import type { ScanMatch } from '../../../model/indicator.ts';
import type { Origin } from '../../../model/record.ts';
import type { ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import type { Line, LineHandler } from '../../kit/lines.ts';
import { LineReader } from '../../kit/lines.ts';
import type { Dialect, Handler, OpenDialect, Tag } from './dialect.ts';
import { HeaderReader } from './header.ts';
import type { TagForm } from './header-fields.ts';
import { ByteInterner } from './intern.ts';
import type { LineView } from './line-message.ts';
import { LineMessage } from './line-message.ts';
import { MessageClock } from './message-clock.ts';
import type { HostEntry } from './origins.ts';
import { hostEntry, unnamedOrigin } from './origins.ts';
import { programName } from './program-name.ts';
import { Ties } from './ties.ts';

/** Longest line that is read, in bytes. */
export const LONGEST_LINE = 65_536;

interface TagEntry extends Tag {
  readonly handler: Handler | null;
  readonly wanted: boolean;
  /** True for programs that network devices do not run. */
  readonly ofHost: boolean;
  /** Severity number that the mnemonic names; -1 where it names none. */
  readonly level: number;
}

/** Programs that name a computer; sshd and su also run on network devices. */
const HOST_PROGRAMS: ReadonlySet<string> = new Set([
  'sudo',
  'useradd',
  'usermod',
  'userdel',
  'systemd',
  'CRON',
]);

/** The severity in a mnemonic: `SYS-5-CONFIG_I`. */
const LEVEL = /-([0-7])-[A-Z0-9_]{1,60}$/;

const UTF8 = new TextDecoder('utf-8');

/** Reads a merged syslog file line by line; see the README of logs/syslog. */
export class SyslogReader implements Reader, LineHandler {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly dialects: readonly OpenDialect[];
  private readonly lines: LineReader;
  private readonly book: LedgerBook;
  private readonly read: { bytes: number; units: number };
  private readonly header = new HeaderReader();
  private readonly clock: MessageClock;
  private readonly ties = new Ties();
  private readonly hosts = new ByteInterner<HostEntry>(hostEntry);
  private readonly tags: Record<TagForm, ByteInterner<TagEntry>>;
  private readonly unnamed: HostEntry;
  private host: HostEntry;
  private readonly view: LineView;
  private readonly message: LineMessage;
  private readonly span = { start: 0, end: 0 };
  private readonly onMatch = (match: ScanMatch): void => this.sighting(match);
  private current: Line | null = null;

  constructor(context: ReadContext, sink: Sink, dialects: readonly Dialect[]) {
    this.context = context;
    this.sink = sink;
    this.dialects = dialects.map((dialect) => dialect.open(context));
    this.lines = new LineReader(this, {
      limit: LONGEST_LINE,
      start: context.start,
      outline: context.scanner?.lines ?? null,
    });
    this.book = new LedgerBook(sink);
    this.read = this.book.tally('read', 'message');
    this.clock = new MessageClock(context.anchor);
    this.unnamed = { origin: unnamedOrigin(context.evidence), isAddress: false, deepest: -1 };
    this.host = this.unnamed;
    const table = (form: TagForm): ByteInterner<TagEntry> => new ByteInterner((text) => this.tag(form, text));
    this.tags = {
      mnemonic: table('mnemonic'),
      program: table('program'),
      bare: table('bare'),
      none: table('none'),
    };
    this.view = {
      origin: this.unnamed.origin,
      at: null,
      timeQuality: 'none',
      text: () => this.decode(this.current?.start ?? 0),
      body: () => this.decode(this.header.bodyFrom),
      ref: () => this.ref(),
    };
    this.message = new LineMessage(this.view, sink);
  }

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  end(): void {
    this.lines.end();
    for (const dialect of this.dialects) dialect.end?.();
    this.ties.close(this.sink);
    this.book.close();
  }

  line(line: Line): void {
    const from = this.textStart(line);
    if (from >= line.end) {
      this.book.line(line, 'set-aside', from > line.start ? 'NUL bytes' : 'blank');
      return;
    }
    this.current = line;
    const known = this.header.read(line.bytes, from, line.end);
    if (known) this.place();
    else this.nowhere();
    if (line.watch !== false) this.scan(line, from);
    if (known) this.handle(line);
    else this.book.line(line, 'not-understood', 'no syslog header');
  }

  tooLong(line: Line): void {
    this.current = line;
    this.book.line(line, 'not-understood', 'line longer than 64 KiB');
    if (!this.header.read(line.bytes, this.textStart(line), line.end)) return;
    this.place();
    this.sink.unread(this.view.origin, 'syslog');
  }

  /** Start of the text: after a byte order mark and after NUL bytes that log rotation leaves. */
  private textStart(line: Line): number {
    const { bytes } = line;
    let from = line.start;
    if (bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) from += 3;
    while (from < line.end && bytes[from] === 0) from += 1;
    return from;
  }

  /** Sets origin and time of the line from its header, and tells of offsets, sequence numbers and names. */
  private place(): void {
    const { header, clock, view, sink } = this;
    const { bytes } = this.current ?? EMPTY_LINE;
    const host = header.hostTo > 0 ? this.hosts.get(bytes, header.hostFrom, header.hostTo) : this.unnamed;
    clock.set(header);
    this.host = host;
    view.origin = host.origin;
    view.at = clock.at;
    view.timeQuality = clock.quality;
    this.message.counted = false;
    if (clock.offset !== null) sink.clockOffset(host.origin, clock.offset);
    if (header.sequence >= 0 && clock.at !== null) sink.sequence(host.origin, header.sequence, clock.at);
    if (header.hostIsOriginId && header.outerHostTo > 0 && header.stamps.count < 3)
      this.tie(bytes, host.origin);
  }

  private tie(bytes: Uint8Array, name: Origin): void {
    const outer = this.hosts.get(bytes, this.header.outerHostFrom, this.header.outerHostTo);
    if (outer.isAddress) this.ties.note(outer.origin, name);
  }

  private nowhere(): void {
    this.view.origin = this.unnamed.origin;
    this.view.at = null;
    this.view.timeQuality = 'none';
    this.message.counted = false;
  }

  private handle(line: Line): void {
    const { header, message, view } = this;
    const { form } = header;
    const tag = form === 'none' ? null : this.tags[form].get(line.bytes, header.tagFrom, header.tagTo);
    const outcome = tag?.handler ? tag.handler(message) : 'read';
    if (tag?.wanted) message.log(tag.name);
    if (tag?.ofHost) this.ties.host(view.origin);
    if (tag && tag.level > this.host.deepest) {
      this.host.deepest = tag.level;
      this.sink.severity?.(view.origin, tag.level);
    }
    // A clock that was never set tells no period: such lines are seen, but cover nothing.
    if (!message.counted)
      this.sink.seen(view.origin, 'syslog', view.timeQuality === 'clock-unset' ? null : view.at);
    if (outcome === 'aside') this.book.line(line, 'set-aside', 'repeat or mark');
    else if (outcome === 'login' || outcome === 'command') {
      this.book.line(line, 'not-understood', `${outcome} of an unknown form`);
      this.sink.unread(view.origin, 'syslog', outcome);
    } else {
      this.read.bytes += line.size;
      this.read.units += 1;
    }
  }

  private tag(form: TagForm, text: string): TagEntry {
    const name = form === 'program' ? programName(text) : text;
    let handler: Handler | null = null;
    for (const dialect of this.dialects) handler ??= dialect.handler({ form, name });
    const ofHost = form === 'program' && HOST_PROGRAMS.has(name);
    const level = form === 'mnemonic' ? Number(LEVEL.exec(name)?.[1] ?? -1) : -1;
    return { form, name, handler, wanted: this.sink.wantsLog(name), ofHost, level };
  }

  private scan(line: Line, from: number): void {
    this.span.start = from;
    this.span.end = line.end;
    this.context.scanner?.scan(line.bytes, this.span, this.onMatch);
  }

  private sighting(match: ScanMatch): void {
    const { value, valueType, near } = match;
    const base = this.message.base({});
    this.message.emit({ kind: 'sighting', ...base, value, valueType, where: 'syslog', near }, 'syslog');
  }

  private decode(from: number): string {
    const line = this.current ?? EMPTY_LINE;
    return UTF8.decode(line.bytes.subarray(from, line.end));
  }

  private ref(): Ref {
    const { number, offset, size } = this.current ?? EMPTY_LINE;
    return { evidence: this.context.evidence, line: number, lineEnd: number, byte: offset, length: size };
  }
}

const EMPTY_LINE: Line = { bytes: new Uint8Array(0), start: 0, end: 0, number: 0, offset: 0, size: 0 };
