import { sha256 } from '../../base/hash.ts';
import { printable } from '../../base/printable.ts';
import type { IntelPack, Scanner } from '../../model/indicator.ts';
import type { Keyed, ReadContext, Reader, Source } from '../../sources/kit/contract.ts';
import { type DigestOutlet, DigestSink } from './digest-sink.ts';
import { intelSource } from './intel-source.ts';
import { type PartResult, partOf, type Recognition, UNRECOGNISED } from './part.ts';
import { chooseSource, HEAD_BYTES, magicOf, makeHead } from './recognise.ts';
import type { Selection } from './selection.ts';

/** What all reading of a run has in common. */
export interface ReadEnvironment {
  /** All but shared intelligence, which every reading knows by itself. */
  readonly sources: readonly Source[];
  readonly selection: Selection;
  readonly anchor: number;
  readonly keyed: Keyed;
  readonly scanner: Scanner | null;
  readonly templates: ReadonlyMap<string, string>;
  readonly content: ReadonlyMap<string, string>;
}

/** One stretch of bytes to read. */
export interface PartInput {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly start: { readonly line: number; readonly byte: number };
  /** Id of the source, for parts of a large file of which the head was recognised; null to recognise. */
  readonly source: string | null;
  readonly outlet: DigestOutlet;
  /** Stands for the evidence until its hash is known; made from its first bytes when left out. */
  readonly label?: string;
  /** Sees all bytes as they pass. */
  readonly tap?: (chunk: Uint8Array) => void;
}

/** Reads a stretch of bytes with the source that knows it. Never throws on data; disk errors end in the ledger. */
export async function readPart(input: PartInput, env: ReadEnvironment): Promise<PartResult> {
  const sink = new DigestSink(env.selection, input.outlet);
  const run = new PartRun(input, env, sink);
  try {
    for await (const chunk of input.bytes) {
      input.tap?.(chunk);
      run.push(chunk);
    }
  } catch (error) {
    run.broken = error instanceof Error ? error.message : String(error);
  }
  return run.finish();
}

/** A label for evidence whose hash is not known yet: the hash of its first bytes. */
export function labelOf(bytes: Uint8Array): string {
  return sha256(bytes.subarray(0, HEAD_BYTES));
}

class PartRun {
  broken: string | null = null;
  private readonly input: PartInput;
  private readonly env: ReadEnvironment;
  private readonly sink: DigestSink;
  private readonly sources: readonly Source[];
  private readonly packs: IntelPack[] = [];
  private head: Uint8Array[] = [];
  private headLength = 0;
  private size = 0;
  private recognition: Recognition | null = null;
  private reader: Reader | null = null;
  private failed: string | null = null;

  constructor(input: PartInput, env: ReadEnvironment, sink: DigestSink) {
    this.input = input;
    this.env = env;
    this.sink = sink;
    this.sources = [...env.sources, intelSource((pack) => this.packs.push(pack))];
  }

  push(chunk: Uint8Array): void {
    this.size += chunk.length;
    if (this.recognition) {
      this.feed(chunk);
      return;
    }
    this.head.push(chunk.slice());
    this.headLength += chunk.length;
    if (this.headLength >= HEAD_BYTES) this.open(false);
  }

  finish(): PartResult {
    if (!this.recognition) this.open(this.broken === null);
    this.guarded(() => this.reader?.end());
    this.sink.close();
    this.settle();
    return partOf(this.sink, this.recognition as Recognition, this.size);
  }

  private open(whole: boolean): void {
    const held = Buffer.concat(this.head);
    this.head = [];
    const head = makeHead(held.subarray(0, HEAD_BYTES), whole && held.length <= HEAD_BYTES);
    const source = this.input.source
      ? this.sources.find((s) => s.id === this.input.source)
      : chooseSource(this.sources, head, this.env.content);
    const known = source && { source: source.id, sourceVersion: source.version, kinds: source.kinds };
    const marking = source?.marking?.(head) ?? null;
    this.recognition = { ...UNRECOGNISED, ...known, marking, packs: this.packs, magic: magicOf(held) };
    if (!source) return;
    const label = this.input.label ?? labelOf(held);
    this.guarded(() => {
      this.reader = source.open(this.context(label), this.sink);
    });
    this.feed(held);
  }

  private context(evidence: string): ReadContext {
    const { anchor, keyed, scanner, templates, content } = this.env;
    return {
      evidence,
      name: this.input.name,
      anchor,
      keyed,
      scanner,
      templates,
      content,
      start: this.input.start,
    };
  }

  private feed(chunk: Uint8Array): void {
    if (this.reader && this.failed === null) this.guarded(() => this.reader?.push(chunk));
  }

  /** A reader that throws has a bug; the evidence must still be accounted for and the run go on. */
  private guarded(work: () => void): void {
    if (this.failed !== null) return;
    try {
      work();
    } catch (error) {
      this.failed = error instanceof Error ? error.message : String(error);
    }
  }

  /** Makes the ledger add up whatever happened, and says where it did not by itself. */
  private settle(): void {
    const accounted = this.sink.ledger().reduce((sum, row) => sum + row.bytes, 0);
    const rest = this.size - accounted;
    if (this.recognition?.source === null && this.size > 0) {
      this.sink.account({ state: 'not-understood', reason: 'unknown format', bytes: rest, units: 1 });
    } else if (this.failed !== null) {
      const text = printable(this.failed, 120);
      const sample = { line: 0, byte: 0, length: this.size, text };
      this.sink.account({
        state: 'failed',
        reason: 'reader error',
        bytes: Math.max(0, rest),
        units: 1,
        sample,
      });
    } else if (rest !== 0) {
      this.sink.account({ state: 'failed', reason: 'unaccounted bytes', bytes: rest, units: 1 });
    }
    if (this.broken !== null) {
      const sample = { line: 0, byte: this.size, length: 0, text: printable(this.broken, 120) };
      this.sink.account({ state: 'failed', reason: 'cannot be read to its end', bytes: 0, units: 1, sample });
    }
  }
}
