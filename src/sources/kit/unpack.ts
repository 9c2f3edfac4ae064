import { printable } from '../../base/printable.ts';
import { Budget, DEFAULT_LIMITS, Meter, type UnpackLimits } from './archive/budget.ts';
import { ByteCursor } from './archive/byte-cursor.ts';
import { ARCHIVE_HEAD, type ArchiveFormat, recogniseArchive } from './archive/format.ts';
import { readGzip } from './archive/gzip.ts';
import type { Member } from './archive/member.ts';
import { lost, type Piece, type PieceProblem, problemPiece } from './archive/piece.ts';
import { readTar } from './archive/tar.ts';
import { readZip } from './archive/zip.ts';
import { readZstd } from './archive/zstd.ts';

export type { UnpackLimits } from './archive/budget.ts';
export type { Piece, PieceProblem } from './archive/piece.ts';

/** How to unpack one input. */
export interface UnpackOptions {
  /** Name of the input, as evidence shows it. */
  readonly name: string;
  /** Limits that differ from the defaults. */
  readonly limits?: Partial<UnpackLimits>;
}

/** One stream that may be an archive, and where it lies. */
interface Layer {
  readonly cursor: ByteCursor;
  readonly name: string;
  /** How many archives lie around it. */
  readonly depth: number;
  /** True inside a compression: a tar or zip directly in it counts together with it. */
  readonly wrapped: boolean;
  readonly budget: Budget;
}

/**
 * Takes an input apart into its files: gzip, zstd, tar and zip, also inside one another, by content and never by name.
 * A plain file comes out as one piece. Never throws on data and never writes to disk: what is broken, forbidden or over
 * a limit comes as a piece with a problem, after everything that was readable before it. Read the bytes of each piece
 * before asking for the next; what is left unread is dropped. The input is always read to its end, so that whoever
 * counts or hashes it on the way sees all of it.
 */
export async function* unpack(
  input: AsyncIterable<Uint8Array>,
  options: UnpackOptions,
): AsyncGenerator<Piece> {
  const cursor = new ByteCursor(input);
  const name = printable(options.name, 600);
  const budget = new Budget({ ...DEFAULT_LIMITS, ...options.limits });
  try {
    yield* open({ cursor, name, depth: 0, wrapped: false, budget });
    await cursor.skip(Number.MAX_SAFE_INTEGER);
    if (cursor.failure === null) return;
    yield problemPiece(
      name,
      lost('unreadable', `It could not be read to its end: ${printable(cursor.failure, 200)}`),
    );
  } finally {
    await cursor.close();
  }
}

async function* open(layer: Layer): AsyncGenerator<Piece> {
  const { cursor, name } = layer;
  const whole = { name, problem: null, unread: 0, packed: layer.depth > 0 };
  const found = recogniseArchive(await cursor.peek(ARCHIVE_HEAD));
  if (!found) {
    yield { ...whole, bytes: cursor.rest() };
    return;
  }
  if ('foreign' in found) {
    const text = `It is a ${found.foreign} archive, which is not unpacked. Unpack it first.`;
    const problem: PieceProblem = { code: 'not-unpacked', state: 'not-understood', text };
    yield { ...whole, bytes: cursor.rest(), problem };
    return;
  }
  const compressed = found.format === 'gzip' || found.format === 'zstd';
  const depth = layer.depth + (layer.wrapped && !compressed ? 0 : 1);
  if (depth > layer.budget.limits.depth) {
    const text = `It lies inside ${layer.depth} other archives; deeper ones are not unpacked.`;
    yield { ...whole, bytes: cursor.rest(), problem: lost('too-deep', text) };
    return;
  }
  if (found.format === 'gzip' || found.format === 'zstd')
    yield* openCompressed({ ...layer, depth }, found.format);
  else yield* openContainer({ ...layer, depth }, found.format);
}

async function* openCompressed(layer: Layer, format: 'gzip' | 'zstd'): AsyncGenerator<Piece> {
  const { cursor, name, budget } = layer;
  const from = cursor.position;
  const meter = new Meter(budget, () => cursor.position - from);
  const inner = new ByteCursor((format === 'gzip' ? readGzip : readZstd)(cursor, meter));
  try {
    const empty = (await inner.peek(1)).length === 0;
    if (!empty || !meter.problem) yield* open({ ...layer, cursor: inner, wrapped: true });
    await inner.skip(Number.MAX_SAFE_INTEGER);
    if (!meter.problem) return;
    const unread = await cursor.skip(Number.MAX_SAFE_INTEGER);
    yield problemPiece(name, lost(meter.problem.code, meter.problem.text), unread);
  } finally {
    await inner.close();
  }
}

async function* openContainer(
  layer: Layer,
  format: Exclude<ArchiveFormat, 'gzip' | 'zstd'>,
): AsyncGenerator<Piece> {
  const { cursor, name, budget } = layer;
  let members = 0;
  for await (const member of format === 'tar' ? readTar(cursor) : readZip(cursor, budget)) {
    members += 1;
    if (!budget.member()) break;
    yield* openMember(layer, member);
    if (budget.exhausted) break;
  }
  if (members === 0) yield problemPiece(name, NO_FILES);
  if (!budget.exhausted) return;
  yield problemPiece(name, lost(budget.exhausted, LIMIT), await cursor.skip(Number.MAX_SAFE_INTEGER));
}

const NO_FILES: PieceProblem = {
  code: 'no-files',
  state: 'set-aside',
  text: 'The archive holds no files.',
};
const LIMIT = 'A limit for unpacking was reached here; the rest of this archive was not read.';

async function* openMember(layer: Layer, member: Member): AsyncGenerator<Piece> {
  const name = member.name === '' ? layer.name : memberName(layer.name, member.name);
  const { unread = 0 } = member;
  if (member.problem) {
    const left = unread === 'rest' ? await layer.cursor.skip(Number.MAX_SAFE_INTEGER) : unread;
    yield problemPiece(name, member.problem, left);
  }
  if (!member.bytes) return;
  const cursor = new ByteCursor(member.bytes);
  yield* open({ cursor, name, depth: layer.depth, wrapped: false, budget: layer.budget });
}

function memberName(archive: string, member: string): string {
  const name = `${archive}!${member}`;
  // A name that grew too long keeps its end, which tells more than its middle.
  return name.length <= 1000 ? name : `${name.slice(0, 500)}…${name.slice(-499)}`;
}
