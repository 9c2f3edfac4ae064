import { printable } from '../../../base/printable.ts';
import type { Head, ReadContext, Reader, Sink, Source } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import { type Line, type LineHandler, LineReader, lineLatin } from '../../kit/lines.ts';
import { emptyDraft } from '../kit/draft.ts';
import { type Maker, makerOf } from './makers.ts';

const LINE_LIMIT = 65_536;
const HEAD = 65_536;
/** Below the sources that read a system in full, above those that only guess. */
const SURE = 0.9;

/** Names the device and its system; every byte stays not understood, so that no check can call it clear. */
class OtherMakersReader implements Reader, LineHandler {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly book: LedgerBook;
  private readonly lines: LineReader;
  private head = '';
  private bytes = 0;
  private units = 0;

  constructor(context: ReadContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
    this.book = new LedgerBook(sink);
    this.lines = new LineReader(this, { limit: LINE_LIMIT, start: context.start });
  }

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  line(line: Line): void {
    if (this.head.length < HEAD) this.head += `${lineLatin(line)}\n`;
    this.bytes += line.size;
    this.units += 1;
  }

  tooLong(line: Line): void {
    const sum = this.book.tally('failed', 'line longer than 65,536 bytes');
    sum.bytes += line.size;
    sum.units += 1;
  }

  end(): void {
    this.lines.end();
    const { evidence } = this.context;
    const { vendor, platform, hostname } = makerOf(this.head) ?? UNKNOWN;
    const draft = emptyDraft(evidence, vendor, platform);
    const name = hostname.exec(this.head)?.[1] ?? null;
    draft.hostname = name === null ? null : printable(name, 63);
    const origin = name === null ? `name:unnamed-${evidence.slice(0, 8)}` : `name:${name.toLowerCase()}`;
    draft.aliases = [origin];
    draft.hasConfig = true;
    this.sink.seen(origin, 'config', null);
    this.sink.unread(origin, 'config');
    this.sink.facts(draft);
    // No line is shown: where this system writes its secrets we do not know.
    const sum = this.book.tally(
      'not-understood',
      `configuration of ${vendor} ${platform}, which is not read`,
    );
    sum.bytes += this.bytes;
    sum.units += this.units;
    this.book.close();
  }
}

const UNKNOWN: Maker = { vendor: 'unknown', platform: 'unknown', sign: /$^/, hostname: /$^/ };

/** Configurations of systems that Seawall knows by sight only. */
export const otherMakersConfig: Source = {
  id: 'configs/other-makers',
  title:
    'configurations of systems that are named but not read (A10, Aruba, F5, Check Point, Dell, Extreme …)',
  version: 1,
  kinds: ['config'],
  recognise: (head: Head) => (makerOf(head.text) ? SURE : 0),
  open: (context, sink) => new OtherMakersReader(context, sink),
  split: null,
};
