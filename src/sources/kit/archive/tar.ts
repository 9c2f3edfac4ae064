import type { ByteCursor } from './byte-cursor.ts';
import { type Member, Stretch, safeName, unsafePath } from './member.ts';
import { lost, type PieceProblem } from './piece.ts';
import { BLOCK, isZero, type TarHeader, tarHeaderAt, tarText } from './tar-header.ts';
import { type PaxRecords, parsePax } from './tar-pax.ts';

const LONGEST_EXTRA = 2 ** 20;
const NO_PAX: PaxRecords = { path: null, size: null, sparse: false };
const NO_END = 'The archive has no end mark: it may have been cut off between two members.';
const FILES = new Set(['0', '7']);
const NOT_FILES: Readonly<Record<string, string>> = {
  '1': 'hard link',
  '2': 'symbolic link',
  '3': 'character device',
  '4': 'block device',
  '6': 'named pipe',
  V: 'volume label',
  M: 'continuation of another volume',
};

/** What extended headers said of the member that follows. */
interface Ahead {
  pax: PaxRecords;
  longName: string | null;
}

/**
 * Reads a tar archive (v7, ustar, pax, GNU long names) member by member. Directories are passed over; links and
 * devices are told, never followed. A broken header ends the archive with a problem.
 */
export async function* readTar(cursor: ByteCursor): AsyncGenerator<Member> {
  const ahead: Ahead = { pax: NO_PAX, longName: null };
  let endMark = false;
  for (;;) {
    const block = await cursor.take(BLOCK);
    if (block.length === 0) break;
    if (isZero(block)) {
      endMark = true;
      continue;
    }
    endMark = false;
    const header = tarHeaderAt(block);
    if (!header || header.size === null) {
      yield broken(block.length < BLOCK ? 'truncated' : 'damaged');
      return;
    }
    if (isExtra(header.type)) {
      const problem = await readExtra(cursor, header, ahead);
      if (problem) yield { name: '', bytes: null, problem };
      if (problem?.code === 'truncated') return;
      continue;
    }
    yield* readMember(cursor, block, resolve(header, ahead));
    Object.assign(ahead, { pax: NO_PAX, longName: null });
  }
  if (!endMark) yield { name: '', bytes: null, problem: lost('truncated', NO_END) };
}

interface TarMember {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sparse: boolean;
}

function resolve(header: TarHeader, ahead: Ahead): TarMember {
  return {
    name: ahead.pax.path ?? ahead.longName ?? header.name,
    type: header.type,
    size: ahead.pax.size ?? header.size ?? 0,
    sparse: ahead.pax.sparse || header.type === 'S',
  };
}

function isExtra(type: string): boolean {
  return 'xgLK'.includes(type);
}

async function readExtra(cursor: ByteCursor, header: TarHeader, ahead: Ahead): Promise<PieceProblem | null> {
  const size = header.size ?? 0;
  const stretch = new Stretch(cursor, size);
  const bytes = size > LONGEST_EXTRA ? null : await cursor.take(size);
  if (bytes) stretch.left -= bytes.length;
  const whole = (await stretch.finish()) && (await skipPadding(cursor, size));
  if (!whole) return lost('truncated', 'The archive ends inside an extended header.');
  if (!bytes) return lost('damaged', 'An extended header is larger than any honest one; it was passed over.');
  if (header.type === 'L') ahead.longName = tarText(bytes);
  if (header.type === 'x') {
    const pax = parsePax(bytes);
    if (!pax) return lost('damaged', 'An extended header cannot be read; names or sizes may be wrong.');
    ahead.pax = pax;
  }
  return null;
}

async function* readMember(cursor: ByteCursor, block: Uint8Array, member: TarMember): AsyncGenerator<Member> {
  const { text: name, unsafe } = safeName(member.name);
  const file = FILES.has(member.type) && !member.sparse;
  if (member.type === 'S') await skipSparseMap(cursor, block);
  const size = (await hasBytes(cursor, member)) ? member.size : 0;
  const stretch = new Stretch(cursor, size);
  if (file) {
    if (unsafe) yield unsafePath(name);
    yield { name, bytes: stretch.bytes(), problem: null };
  } else if (member.type !== '5') yield { name, bytes: null, problem: notFile(member) };
  if (!(await stretch.finish())) {
    const text = `The archive ends ${stretch.left} bytes before the end of this member.`;
    yield { name, bytes: null, problem: lost('truncated', text) };
  } else await skipPadding(cursor, size);
}

// Some writers give links a size without bytes: what follows tells.
async function hasBytes(cursor: ByteCursor, member: TarMember): Promise<boolean> {
  if (FILES.has(member.type) || !(member.type in NOT_FILES || member.type === '5')) return true;
  if (member.size === 0) return true;
  const next = await cursor.peek(BLOCK);
  return !(tarHeaderAt(next) || isZero(next));
}

function notFile(member: TarMember): PieceProblem {
  const what = NOT_FILES[member.type];
  if (what) return { code: 'not-a-file', state: 'set-aside', text: `It is a ${what}, which holds no bytes.` };
  if (member.sparse) return lost('unsupported', 'It is stored as a sparse file, which is not read.');
  return lost('unsupported', 'It is a kind of tar member that is not read.');
}

async function skipSparseMap(cursor: ByteCursor, block: Uint8Array): Promise<void> {
  let more = block[482] === 1;
  while (more) {
    const map = await cursor.take(BLOCK);
    more = map.length === BLOCK && map[504] === 1;
  }
}

async function skipPadding(cursor: ByteCursor, size: number): Promise<boolean> {
  const padding = (BLOCK - (size % BLOCK)) % BLOCK;
  return (await cursor.skip(padding)) === padding;
}

function broken(code: 'truncated' | 'damaged'): Member {
  const text =
    code === 'truncated'
      ? 'The archive ends inside a header.'
      : 'Something that is no tar header follows here; the rest of the archive was not read.';
  return { name: '', bytes: null, problem: lost(code, text), unread: 'rest' };
}
