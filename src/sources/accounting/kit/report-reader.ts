import type { Instant } from '../../../base/time.ts';
import type { Ref } from '../../../model/evidence.ts';
import { cleanLine, originOfHost } from '../../kit/clean.ts';
import type { Head, ReadContext, Reader, Sink } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import type { Line, LineHandler } from '../../kit/lines.ts';
import { LineReader, lineText } from '../../kit/lines.ts';
import { Sightings } from '../../kit/sightings.ts';
import type { Report } from './report.ts';
import { recordOf } from './report-records.ts';
import type { ReportTime } from './report-time.ts';
import { epochAttribute, ReportClock } from './report-time.ts';

/** Cuts what stands behind the time stamp into columns; null when this is another layout. */
export type Layout = (rest: string) => Report | null;

const LONGEST_LINE = 65_536;

/** Reads files in which each line is one report of a TACACS+ server. */
export class ReportReader implements Reader, LineHandler {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly layout: Layout;
  private readonly lines: LineReader;
  private readonly book: LedgerBook;
  private readonly clock: ReportClock;
  private readonly sightings: Sightings;

  /** The layout is that of all lines of the file. */
  constructor(context: ReadContext, sink: Sink, layout: Layout) {
    this.context = context;
    this.sink = sink;
    this.layout = layout;
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
    this.book.close();
  }

  line(line: Line): void {
    const text = lineText(line);
    if (text.trim() === '') {
      this.book.line(line, 'set-aside', 'blank');
      return;
    }
    const report = this.report(line);
    if (report) this.tell(report, line, text);
    else this.book.line(line, 'not-understood', 'no report of a TACACS+ server');
  }

  tooLong(line: Line): void {
    this.book.line(line, 'not-understood', 'line longer than 64 KiB');
  }

  private report(line: Line): Report | null {
    const from = line.bytes[line.start] === 0xef ? line.start + 3 : line.start;
    if (!this.clock.read(line.bytes, from, line.end)) return null;
    return this.layout(lineText({ ...line, start: this.clock.end }));
  }

  private tell(report: Report, line: Line, text: string): void {
    const started = epochAttribute(report.attributes.get('start_time'));
    const device = started ?? epochAttribute(report.attributes.get('stop_time'));
    const time = this.clock.time(device);
    const origin = originOfHost(report.device);
    const ref = this.ref(line);
    const record = recordOf(report, { time, ref, line: text });
    if (record) this.sink.record(record, 'accounting');
    else this.sink.seen(origin, 'accounting', time.at);
    // The start time of a command is the device's clock at the moment of the report; that of a session is older.
    if (record?.kind === 'command' && device !== null) this.offset(origin, device, time);
    const when = { at: time.at, timeQuality: time.quality, count: 1, last: null };
    this.sightings.bytes(line, () => ({ origin, ...when, ref, text: cleanLine(text) }));
    this.book.line(line, 'read', 'report');
  }

  private offset(origin: string, device: Instant, time: ReportTime): void {
    this.sink.clockOffset(origin, device - time.at);
  }

  private ref(line: Line): Ref {
    const { number, offset, size } = line;
    return { evidence: this.context.evidence, line: number, lineEnd: number, byte: offset, length: size };
  }
}

/** Share of the lines that are reports in this layout, scaled so that nothing wider wins: at most 0.97, below half 0. */
export function recogniseReports(head: Head, layout: Layout): number {
  const clock = new ReportClock(0);
  let lines = 0;
  let good = 0;
  const count = head.whole ? head.lines.length : head.lines.length - 1;
  for (const text of head.lines.slice(0, count)) {
    if (text.trim() === '') continue;
    lines += 1;
    const bytes = Buffer.from(text, 'latin1');
    if (clock.read(bytes, 0, bytes.length) && layout(text.slice(clock.end))) good += 1;
  }
  const share = lines === 0 ? 0 : good / lines;
  return share < 0.5 ? 0 : 0.57 + share * 0.4;
}
