import { readContent } from '../../../base/package-root.ts';
import type { Head, ReadContext, Reader, Sink, Source } from '../../kit/contract.ts';
import { splitHeader } from '../../kit/csv-rows.ts';
import { readJsonValues } from './json-values.ts';
import { loadColumnMaps } from './map-schema.ts';
import { CsvEvents, JsonEvents, mapForHeader, mapForKeys } from './reader.ts';

let shipped: ReadonlyMap<string, string> | null = null;

function shippedContent(): ReadonlyMap<string, string> {
  shipped ??= readContent('access-maps');
  return shipped;
}

const SURE = 0.9;
const BRACE = 0x7b;
/** White space, and the bytes of a byte order mark. */
const BLANKS = new Set([9, 10, 13, 32, 0xef, 0xbb, 0xbf]);

function recognise(head: Head, content: ReadonlyMap<string, string> = shippedContent()): number {
  const { maps } = loadColumnMaps(content);
  const lines = head.lines.filter((line) => line.trim() !== '');
  const first = (lines[0] ?? '').replace(/^\u00ef\u00bb\u00bf/, '');
  lines[0] = first;
  if (!first.trimStart().startsWith('{')) {
    return first.length < 65_536 && mapForHeader(maps, splitHeader(first)) ? SURE : 0;
  }
  // The last line of a head may be cut.
  const some = (head.whole || lines.length === 1 ? lines : lines.slice(0, -1)).slice(0, 20);
  const fitting = some.filter((line) => {
    const json = readJsonValues(line);
    return json !== null && mapForKeys(maps, json.has) !== null;
  });
  return fitting.length > 0 && fitting.length >= some.length * 0.8 ? SURE : 0;
}

/** Tells the form by the first byte that is no blank, then hands all bytes to the reader of that form. */
class FormChooser implements Reader {
  private readonly open: { context: ReadContext; sink: Sink };
  private reader: Reader | null = null;
  private held: Uint8Array[] = [];

  constructor(context: ReadContext, sink: Sink) {
    this.open = { context, sink };
  }

  push(chunk: Uint8Array): void {
    if (this.reader) {
      this.reader.push(chunk);
      return;
    }
    this.held.push(chunk.slice());
    const first = chunk.find((byte) => !BLANKS.has(byte));
    if (first !== undefined) this.choose(first);
  }

  end(): void {
    if (!this.reader) this.choose(0);
    this.reader?.end();
  }

  private choose(first: number): void {
    const { maps } = loadColumnMaps(this.open.context.content);
    this.reader = first === BRACE ? new JsonEvents(this.open, maps) : new CsvEvents(this.open, maps);
    for (const chunk of this.held) this.reader.push(chunk);
    this.held = [];
  }
}

/** Access logs of crown-jewel systems, read through declared column maps (content/access-maps). */
export const columnMap: Source = {
  id: 'access/column-map',
  title: 'Access logs of record stores and intercept systems (CSV, JSON lines)',
  version: 2,
  kinds: ['access'],
  recognise,
  open: (context, sink) => new FormChooser(context, sink),
  split: null,
};
