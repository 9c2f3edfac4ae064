import { printable } from '../../../base/printable.ts';
import type { Origin, RecordBase } from '../../../model/record.ts';
import type { Head, ReadContext, Reader, Sink, Source } from '../../kit/contract.ts';
import { LedgerBook } from '../../kit/ledger-book.ts';
import { type Line, LineReader, lineText } from '../../kit/lines.ts';
import { Sightings } from '../../kit/sightings.ts';
import { readHostLine } from './host.ts';
import { type HashLine, isHashHeader, readHashLine } from './line.ts';

const LONGEST_LINE = 16 * 1024;
/** Where files belong whose host nothing names. */
const NOWHERE: Origin = 'system:files';

function isRemark(text: string): boolean {
  return text.trim() === '' || text.startsWith('#') || text.startsWith(';') || isHashHeader(text);
}

function recognise(head: Head): number {
  const whole = head.lines.slice(0, head.whole ? undefined : -1);
  const lines = whole
    .map((line) => line.replace(/^\u00ef\u00bb\u00bf/, ''))
    .filter((line) => !isRemark(line) && readHostLine(line) === null);
  const hashes = lines.filter((line) => readHashLine(line) !== null).length;
  return hashes > 0 && hashes >= lines.length * 0.8 ? 0.9 : 0;
}

/** Makes a file record of each line. */
class HashListReader implements Reader {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly book: LedgerBook;
  private readonly lines: LineReader;
  private readonly sightings: Sightings;
  private origin: Origin = NOWHERE;

  constructor(context: ReadContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
    this.book = new LedgerBook(sink);
    this.sightings = new Sightings(context, sink, 'file');
    this.lines = new LineReader(
      { line: (line) => this.line(line), tooLong: (line) => this.refuse(line, 'line too long') },
      { limit: LONGEST_LINE, start: context.start },
    );
  }

  push(chunk: Uint8Array): void {
    this.lines.push(chunk);
  }

  end(): void {
    this.lines.end();
    this.book.close();
  }

  private line(line: Line): void {
    const text = lineText(line);
    const plain = text.replace(/^\ufeff/, '');
    const found = readHashLine(plain);
    const names = found ? null : readHostLine(plain);
    if (names) this.belongs(line, names.host);
    else if (found) this.found(line, text, found);
    else if (isRemark(text)) this.book.line(line, 'set-aside', text.trim() === '' ? 'blank' : 'comment');
    else this.refuse(line, 'no hash and path');
  }

  private belongs(line: Line, host: string | null): void {
    this.origin = host === null ? NOWHERE : `name:${host}`;
    if (host !== null) this.sink.same([this.origin], 'list of the files of a computer', { sort: 'host' });
    this.book.line(
      line,
      host === null ? 'set-aside' : 'read',
      host === null ? 'comment' : 'name of the host',
    );
  }

  private found(line: Line, text: string, { hash, field, path }: HashLine): void {
    const base = this.base(line, text);
    const none = { size: null, md5: null, sha1: null, sha256: null, sha512: null, strings: [] };
    this.sink.record({ kind: 'file', ...base, ...none, path, [field]: hash }, 'file');
    this.sightings.bytes(line, () => base);
    this.book.line(line, 'read', 'hash');
  }

  private refuse(line: Line, reason: string): void {
    this.book.line(line, 'not-understood', reason);
    this.sink.unread(this.origin, 'file');
  }

  private base({ number, offset, size }: Line, text: string): RecordBase {
    const ref = {
      evidence: this.context.evidence,
      line: number,
      lineEnd: number,
      byte: offset,
      length: size,
    };
    const shown = printable(text, 400);
    return { origin: this.origin, at: null, timeQuality: 'none', count: 1, last: null, ref, text: shown };
  }
}

/** Lists of files with their hashes. */
export const hashList: Source = {
  id: 'files/hash-list',
  title: 'Lists of file hashes (md5sum, sha256sum …)',
  version: 2,
  kinds: ['file'],
  recognise,
  open: (context, sink) => new HashListReader(context, sink),
  // The host may be named on any line before.
  split: null,
};
