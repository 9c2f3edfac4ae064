import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Source } from '../../sources/kit/contract.ts';
import type { Input } from './inputs.ts';
import { PartJoiner } from './part.ts';
import type { Pool } from './pool.ts';
import { Held, type PieceOutlet } from './read-input.ts';
import { labelOf, type ReadEnvironment, readPart } from './read-part.ts';
import { chooseSource, HEAD_BYTES, makeHead } from './recognise.ts';

/** Files above this are read in parts side by side when their format allows it. */
export const LARGE: number = 96 * 1024 * 1024;
/** Size of a part before it is cut back to its last line end; fixed, so that every run cuts alike. */
const PART = 32 * 1024 * 1024;
/** A line longer than this is cut, so that a file without line ends costs no more memory than another. */
const LONGEST = 2 * PART;
const NEWLINE = 10;

/** The source of a large file that may be read in parts; null when it must be read in one go. */
export async function splittable(
  input: Input,
  sources: readonly Source[],
  content: ReadonlyMap<string, string>,
): Promise<Source | null> {
  if (input.path === null || (input.size ?? 0) < LARGE) return null;
  for await (const chunk of input.open(0, HEAD_BYTES)) {
    const source = chooseSource(sources, makeHead(chunk.subarray(0, HEAD_BYTES), false), content);
    return source?.split === 'lines' ? source : null;
  }
  return null;
}

/** Reads one part; resolves, when there is room for it, to the promise of its result. */
export type ReadLargePart = Pool['readPart'];

/** Parts read in this thread, one after the other: the same cuts and so the same result as with a pool. */
export function inThisThread(env: ReadEnvironment): ReadLargePart {
  return async ({ name, label, bytes, start, source, piece }, outlet) => {
    const held = new Held();
    const drained = slices(bytes, () => held.drain(piece, outlet));
    const part = await readPart({ name, label, bytes: drained, start, source, outlet: held }, env);
    await held.drain(piece, outlet);
    return { part: Promise.resolve(part) };
  };
}

const SLICE = 1024 * 1024;

/** A part in slices, with a pause after each in which what was read is stored. */
export async function* slices(bytes: Uint8Array, drain: () => Promise<void>): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) {
    yield bytes.subarray(at, at + SLICE);
    await drain();
  }
}

/** What a large file is read with. */
export interface LargeFile {
  readonly input: Input;
  readonly source: Source;
  readonly read: ReadLargePart;
  readonly outlet: PieceOutlet;
}

/** Reads a large file of lines in parts: this thread hashes and cuts, the pool reads. */
export async function readLarge({ input, source, read, outlet }: LargeFile): Promise<void> {
  const piece = await outlet.begin();
  const hash = createHash('sha256');
  const joiner = new PartJoiner();
  let label = '';
  const file = await open(input.path as string);
  const running = new Set<Promise<void>>();
  try {
    for await (const cut of cuts(file)) {
      hash.update(cut.bytes);
      outlet.progress(cut.bytes.length);
      const { index, line, byte } = cut;
      label ||= labelOf(cut.bytes);
      const request = {
        name: input.name,
        label,
        bytes: cut.bytes,
        start: { line, byte },
        source: source.id,
        piece,
      };
      const { part } = await read(request, outlet);
      const take = async (): Promise<void> => joiner.add(index, await part);
      running.add(take());
    }
    await Promise.all(running);
  } finally {
    await Promise.allSettled(running);
    await file.close();
  }
  await outlet.finish(piece, {
    part: joiner.result(),
    id: hash.digest('hex'),
    name: input.name,
    hashed: true,
  });
}

interface Cut {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly line: number;
  readonly byte: number;
}

/** Cuts a file after line ends. */
async function* cuts(file: FileHandle): AsyncGenerator<Cut> {
  let carry: Uint8Array = new Uint8Array(0);
  let line = 1;
  let byte = 0;
  for (let index = 0; ; ) {
    const buffer = new Uint8Array(carry.length + PART);
    buffer.set(carry);
    const { bytesRead } = await file.read(buffer, carry.length, PART);
    const held = carry.length + bytesRead;
    if (held === 0) return;
    const last = bytesRead === 0 ? held : buffer.subarray(0, held).lastIndexOf(NEWLINE) + 1;
    const end = last === 0 && held >= LONGEST ? held : last;
    carry = buffer.slice(end, held);
    if (end === 0) continue;
    const bytes = buffer.slice(0, end);
    yield { index, bytes, line, byte };
    index += 1;
    byte += end;
    line += countLines(buffer, end);
    if (bytesRead === 0) return;
  }
}

function countLines(bytes: Uint8Array, end: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
