import { constants, crc32, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { type Budget, Meter } from './budget.ts';
import { ByteCursor } from './byte-cursor.ts';
import { type Engine, inflate } from './inflate.ts';
import { type Member, Stretch, safeName, unsafePath } from './member.ts';
import { lost, type PieceProblem } from './piece.ts';
import { peekDescriptor, readUpToDescriptor } from './zip-descriptor.ts';
import { checkDirectory } from './zip-directory.ts';
import {
  LOCAL_HEADER,
  parseZipHeader,
  SIGNATURE,
  variableLength,
  viewOf,
  type ZipHeader,
} from './zip-header.ts';

const STORED = 0;
const ENGINES: Readonly<Record<number, () => Engine>> = {
  8: () => createInflateRaw(),
  93: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 27 } }),
};

/**
 * Reads a zip archive from front to back by the headers before its members, so that it needs no file to jump about in.
 * At the end the directory must name as many members as were read; a difference is told.
 */
export async function* readZip(cursor: ByteCursor, budget: Budget): AsyncGenerator<Member> {
  let members = 0;
  while (await atSignature(cursor, SIGNATURE.local)) {
    const header = await takeHeader(cursor);
    if (!header) {
      yield note(lost('truncated', 'The archive ends inside the header of a member.'));
      return;
    }
    members += 1;
    const state = { found: true };
    yield* readMember(cursor, header, { budget, state });
    if (!state.found) {
      const gone = lost('damaged', 'The end of this member cannot be found; the rest was not read.');
      yield { ...note(gone, header), unread: 'rest' };
      return;
    }
  }
  const problem = await checkDirectory(cursor, members);
  if (problem) yield { ...note(problem), unread: 'rest' };
}

interface Reading {
  readonly budget: Budget;
  /** `found` becomes false when the next member cannot be reached. */
  readonly state: { found: boolean };
}

async function atSignature(cursor: ByteCursor, signature: number): Promise<boolean> {
  const bytes = await cursor.peek(4);
  return bytes.length === 4 && viewOf(bytes).getUint32(0, true) === signature;
}

async function takeHeader(cursor: ByteCursor): Promise<ZipHeader | null> {
  const fixed = await cursor.take(LOCAL_HEADER);
  if (fixed.length < LOCAL_HEADER) return null;
  const length = variableLength(fixed);
  const variable = await cursor.take(length);
  return variable.length < length ? null : parseZipHeader(fixed, variable);
}

async function* readMember(cursor: ByteCursor, header: ZipHeader, reading: Reading): AsyncGenerator<Member> {
  const { text: name, unsafe } = safeName(header.name);
  const open = header.sizesFollow && header.packed === 0;
  const engine = ENGINES[header.method];
  if (header.encrypted || (header.method !== STORED && !engine)) {
    yield { name, bytes: null, problem: notReadable(header) };
    if (open) reading.state.found = false;
    else reading.state.found = (await cursor.skip(header.packed)) === header.packed;
    return;
  }
  // A directory has no bytes, and a name that ends in a slash.
  if (header.name.endsWith('/') && header.packed === 0 && !open) return;
  if (unsafe) yield unsafePath(name);
  yield* (open ? readOpen : readSized)(cursor, header, reading);
}

/** Reads a member whose packed size its header states. */
async function* readSized(cursor: ByteCursor, header: ZipHeader, reading: Reading): AsyncGenerator<Member> {
  const { text: name } = safeName(header.name);
  const stretch = new Stretch(cursor, header.packed);
  const inner = new ByteCursor(stretch.bytes());
  const content = new Content(inner, header, reading.budget);
  yield { name, bytes: content.bytes(), problem: null };
  await content.finish();
  const unread = await inner.skip(header.packed);
  const whole = await stretch.finish();
  const seen = header.sizesFollow ? await peekDescriptor(cursor, content.counted()) : null;
  if (seen) await cursor.skip(seen.length);
  const problem = content.problem() ?? (whole ? content.disagreement(header, seen) : CUT);
  if (problem) yield { name, bytes: null, problem, unread };
}

/** Reads a member whose size stands behind it: the compressed data itself, or its checksum, tells where it ends. */
async function* readOpen(cursor: ByteCursor, header: ZipHeader, reading: Reading): AsyncGenerator<Member> {
  const { text: name } = safeName(header.name);
  const content = new Content(cursor, header, reading.budget);
  yield { name, bytes: content.bytes(), problem: null };
  await content.finish();
  const problem = content.problem();
  if (problem) yield { name, bytes: null, problem };
  const seen = problem ? null : await peekDescriptor(cursor, content.counted());
  reading.state.found = seen !== null;
  if (seen) await cursor.skip(seen.length);
  if (seen?.crcHolds === false) yield { name, bytes: null, problem: lost('damaged', CHANGED) };
}

const CUT = lost('truncated', 'The archive ends inside this member.');
const CHANGED = 'The checksum of this member does not hold: its bytes were changed.';

/** The unpacked bytes of one member, counted and summed while they pass. */
class Content {
  private crc = 0;
  private size = 0;
  private readonly from: number;
  private readonly cursor: ByteCursor;
  private readonly header: ZipHeader;
  private readonly meter: Meter;
  private readonly open: boolean;
  private readonly stream: AsyncGenerator<Uint8Array>;

  constructor(cursor: ByteCursor, header: ZipHeader, budget: Budget) {
    this.cursor = cursor;
    this.header = header;
    this.from = cursor.position;
    this.open = header.sizesFollow && header.packed === 0;
    this.meter = new Meter(budget, () => cursor.position - this.from);
    this.stream = this.read();
  }

  bytes(): AsyncGenerator<Uint8Array> {
    return this.stream;
  }

  async finish(): Promise<void> {
    while (!(await this.stream.next()).done);
  }

  problem(): PieceProblem | null {
    const { problem } = this.meter;
    return problem ? lost(problem.code, problem.text) : null;
  }

  counted(): { crc: number; packed: number; size: number } {
    return { crc: this.crc, packed: this.cursor.position - this.from, size: this.size };
  }

  disagreement(stated: ZipHeader, behind: { crcHolds: boolean } | null): PieceProblem | null {
    if (!(behind?.crcHolds ?? stated.crc === this.crc)) return lost('damaged', CHANGED);
    if (stated.size === this.size) return null;
    return lost(
      'mismatch',
      `The archive states ${stated.size} bytes for this member; ${this.size} were in it.`,
    );
  }

  private async *read(): AsyncGenerator<Uint8Array> {
    for await (const bytes of this.unpacked()) {
      this.crc = crc32(bytes, this.crc);
      this.size += bytes.length;
      yield bytes;
    }
  }

  private unpacked(): AsyncGenerator<Uint8Array> {
    const engine = ENGINES[this.header.method];
    if (engine) return inflate(this.cursor, engine(), this.meter);
    return this.open ? readUpToDescriptor(this.cursor, { found: true }) : this.cursor.rest();
  }
}

function notReadable(header: ZipHeader): PieceProblem {
  if (header.encrypted)
    return lost('encrypted', 'This member is encrypted. Unpack it with its password first.');
  return lost('unsupported', `This member is packed with method ${header.method}, which is not read.`);
}

function note(problem: PieceProblem, header?: ZipHeader): Member {
  return { name: header ? safeName(header.name).text : '', bytes: null, problem };
}
