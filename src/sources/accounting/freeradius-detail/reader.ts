import type { Instant } from '../../../base/time.ts';
import type { Ref } from '../../../model/evidence.ts';
import type { RecordBase } from '../../../model/record.ts';
import { cleanAddress, cleanCommand, cleanLine, cleanName, originOfHost } from '../../kit/clean.ts';
import type { ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import type { Line, LineHandler } from '../../kit/lines.ts';
import { LineReader, lineText } from '../../kit/lines.ts';
import { Sightings } from '../../kit/sightings.ts';
import { epochAttribute, ReportClock } from '../kit/report-time.ts';
import { commandOf, deviceOf, isDeviceSession, outcomeOf, readAttribute } from './block.ts';

const LONGEST_LINE = 16_384;
/** A RADIUS packet holds at most 4,096 bytes, so no more attributes than this. */
const MOST_ATTRIBUTES = 512;
/** Attributes that a record's text shows; others may hold secrets or subscribers. */
const SHOWN = ['User-Name', 'NAS-IP-Address', 'NAS-Identifier', 'Service-Type', 'Acct-Status-Type'];

interface Block {
  readonly start: { readonly line: number; readonly byte: number };
  readonly stamp: string;
  readonly written: { readonly at: Instant; readonly quality: RecordBase['timeQuality'] };
  readonly attributes: Map<string, string>;
  lineEnd: number;
  bytes: number;
  units: number;
}

/** Reads detail files block by block; a block ends at an empty line or at the next time stamp. */
export class DetailReader implements Reader, LineHandler {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly lines: LineReader;
  private readonly book: LedgerBook;
  private readonly clock: ReportClock;
  private readonly sightings: Sightings;
  private block: Block | null = null;

  /** Reads from the context's start on. */
  constructor(context: ReadContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
    this.lines = new LineReader(this, { limit: LONGEST_LINE, start: context.start });
    this.book = new LedgerBook(sink);
    this.clock = new ReportClock(context.anchor);
    this.sightings = new Sightings(context, sink, 'accounting');
  }

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  end(): void {
    this.lines.end();
    this.close();
    this.book.close();
  }

  line(line: Line): void {
    const text = lineText(line);
    this.sightings.bytes(line, () => this.lineBase(line));
    if (text.trim() === '') {
      this.close();
      this.book.line(line, 'set-aside', 'blank');
    } else if (this.clock.read(line.bytes, line.start, line.end) && this.clock.end === line.end) {
      this.open(line, text);
    } else if (!this.attribute(line, text))
      this.book.line(masked(line, text), 'not-understood', 'no attribute of a packet');
  }

  tooLong(line: Line): void {
    this.book.line(masked(line, lineText(line)), 'not-understood', 'line longer than 16 KiB');
  }

  private open(line: Line, text: string): void {
    this.close();
    this.block = {
      start: { line: line.number, byte: line.offset },
      stamp: text,
      written: this.clock.time(null),
      attributes: new Map(),
      lineEnd: line.number,
      bytes: line.size,
      units: 1,
    };
  }

  private attribute(line: Line, text: string): boolean {
    const { block } = this;
    const attribute = block ? readAttribute(text) : null;
    if (!block || !attribute || block.attributes.size >= MOST_ATTRIBUTES) return false;
    if (!block.attributes.has(attribute.name)) block.attributes.set(attribute.name, attribute.value);
    block.lineEnd = line.number;
    block.bytes += line.size;
    block.units += 1;
    return true;
  }

  private close(): void {
    const { block } = this;
    this.block = null;
    if (!block) return;
    const wanted = isDeviceSession(block.attributes);
    const sum = wanted
      ? this.book.tally('read', 'packet')
      : this.book.tally('set-aside', 'session of a subscriber');
    sum.bytes += block.bytes;
    sum.units += block.units;
    const device = deviceOf(block.attributes);
    if (device !== null) this.tell(block, device, wanted);
  }

  private tell(block: Block, device: string, wanted: boolean): void {
    const { attributes } = block;
    const base = this.base(block, device);
    const account = cleanName(attributes.get('User-Name') ?? '');
    const from = cleanAddress(attributes.get('Calling-Station-Id') ?? null);
    const port = cleanName(attributes.get('NAS-Port-Id') ?? attributes.get('NAS-Port') ?? '');
    const who = { account, from, terminal: port === '' ? null : port };
    const command = wanted ? commandOf(attributes) : null;
    const outcome = wanted ? outcomeOf(attributes) : null;
    if (command !== null) {
      const rest = {
        privilege: null,
        command: cleanCommand(command),
        task: null,
        via: 'accounting',
      } as const;
      this.sink.record({ kind: 'command', ...base, ...who, ...rest }, 'accounting');
    } else if (outcome !== null) {
      const rest = { outcome, via: 'accounting', service: null } as const;
      this.sink.record({ kind: 'login', ...base, ...who, ...rest }, 'accounting');
    } else this.sink.seen(base.origin, 'accounting', base.at);
  }

  /** The server's own clock (`Timestamp`) is exact; the line above the packet has no zone. */
  private base(block: Block, device: string): RecordBase {
    const stamped = epochAttribute(block.attributes.get('Timestamp'));
    const shown = SHOWN.flatMap((name) => {
      const value = block.attributes.get(name);
      return value === undefined ? [] : [`${name} = ${value}`];
    });
    return {
      origin: originOfHost(device),
      at: stamped ?? block.written.at,
      timeQuality: stamped === null ? block.written.quality : 'exact',
      count: 1,
      last: null,
      ref: this.ref(block),
      text: cleanLine([block.stamp, ...shown].join('; ')),
    };
  }

  private ref(block: Block): Ref {
    const { line, byte } = block.start;
    return { evidence: this.context.evidence, line, lineEnd: block.lineEnd, byte, length: block.bytes };
  }

  private lineBase(line: Line): RecordBase {
    const { number, offset, size } = line;
    const { evidence } = this.context;
    const ref = { evidence, line: number, lineEnd: number, byte: offset, length: size };
    const device = this.block ? deviceOf(this.block.attributes) : null;
    const origin = device === null ? `name:unnamed-${evidence.slice(0, 8)}` : originOfHost(device);
    const { at, quality } = this.block?.written ?? { at: null, quality: 'none' as const };
    return { origin, at, timeQuality: quality, count: 1, last: null, ref, text: cleanLine(lineText(line)) };
  }
}

const ENCODER = new TextEncoder();

/**
 * The line as the ledger may show it: of an attribute only the name, since nobody can tell any more whether the packet
 * was about a subscriber; of other text the length.
 */
function masked(line: Line, text: string): Line {
  const name = /^[\t ]+([A-Za-z][\w.-]{0,96})(?::\d{1,2})? (?:\+?=|:=) /.exec(text)?.[1];
  const shown = name === undefined ? `[text of ${text.length} characters]` : `${name} = [value]`;
  const bytes = ENCODER.encode(shown);
  return { ...line, bytes, start: 0, end: bytes.length };
}
