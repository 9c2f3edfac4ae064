import { createHash } from 'node:crypto';
import { printable } from '../../../base/printable.ts';
import type { Head, ReadContext, Reader, Sink, Source } from '../../kit/contract.ts';
import { ByteSearch, planSearch } from './byte-search.ts';
import { executableFormat } from './format.ts';
import { describeStrings, loadToolStrings, type ToolStrings } from './tool-strings.ts';

const HEAD = 65_536;

function recognise(head: Head): number {
  const format = executableFormat(head.bytes);
  if (format === null) return 0;
  return format === 'DOS' ? 0.4 : 0.95;
}

/** Hashes one file and looks for the strings of known tools in it. */
class ExecutableReader implements Reader {
  private readonly context: ReadContext;
  private readonly sink: Sink;
  private readonly tools: readonly ToolStrings[];
  private readonly search: ByteSearch;
  private readonly hashes = ['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name));
  private readonly head = new Uint8Array(HEAD);
  private size = 0;

  constructor(context: ReadContext, sink: Sink) {
    this.context = context;
    this.sink = sink;
    this.tools = loadToolStrings(context.content).tools;
    const encoder = new TextEncoder();
    const strings = this.tools.flatMap((tool) =>
      tool.strings.map(({ id, text }) => ({ id: `${tool.id}/${id}`, bytes: encoder.encode(text) })),
    );
    this.search = new ByteSearch(planSearch(strings));
  }

  push(chunk: Uint8Array): void {
    if (this.size < HEAD) this.head.set(chunk.subarray(0, HEAD - this.size), this.size);
    this.size += chunk.length;
    for (const hash of this.hashes) hash.update(chunk);
    this.search.push(chunk);
  }

  end(): void {
    const [md5 = null, sha1 = null, sha256 = null, sha512 = null] = this.hashes.map((hash) =>
      hash.digest('hex'),
    );
    const { context, size } = this;
    const path = printable(context.name, 1000);
    const format = executableFormat(this.head.subarray(0, size)) ?? 'unknown';
    this.sink.record(
      {
        kind: 'file',
        origin: 'system:files',
        at: null,
        timeQuality: 'none',
        count: 1,
        last: null,
        ref: { evidence: context.evidence, line: 0, lineEnd: 0, byte: 0, length: size },
        text: printable(`${format} executable, ${size} bytes, SHA-256 ${sha256}, ${path}`, 400),
        path,
        size,
        md5,
        sha1,
        sha256,
        sha512,
        strings: describeStrings(this.tools, this.search.found),
      },
      'file',
    );
    this.sink.account({ state: 'read', reason: 'executable', bytes: size, units: 1 });
  }
}

/** Executable files: hashes, and the byte strings of known tools. */
export const executable: Source = {
  id: 'files/executable',
  title: 'Executable files (ELF, PE, Mach-O)',
  version: 1,
  kinds: ['file'],
  recognise,
  open: (context, sink) => new ExecutableReader(context, sink),
  split: null,
};
