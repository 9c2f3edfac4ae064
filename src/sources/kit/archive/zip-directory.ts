import type { ByteCursor } from './byte-cursor.ts';
import { lost, type PieceProblem } from './piece.ts';
import { SIGNATURE, viewOf } from './zip-header.ts';

const ENTRY = 46;
const END = 22;
const CUT = lost('truncated', 'The archive ends before its directory does: members may be missing.');
const BROKEN = lost(
  'damaged',
  'Something that is no part of a zip file follows here; the rest was not read.',
);

/**
 * Reads the directory at the end of a zip file and compares it with what was read in front of it. Returns what does
 * not fit: another number of members, no directory, something behind it; null when all is well.
 */
export async function checkDirectory(cursor: ByteCursor, members: number): Promise<PieceProblem | null> {
  let entries = 0;
  for (;;) {
    const head = await cursor.take(4);
    const signature = head.length < 4 ? 0 : viewOf(head).getUint32(0, true);
    if (signature === SIGNATURE.end) break;
    if (signature === SIGNATURE.central) entries += 1;
    const rest = await cursor.peek(ENTRY - 4);
    const step = lengthOf(rest, signature);
    if (step === null) return rest.length < ENTRY - 4 ? CUT : BROKEN;
    await cursor.skip(step);
  }
  const end = await cursor.take(END - 4);
  if (end.length < END - 4) return CUT;
  const comment = viewOf(end).getUint16(16, true);
  if ((await cursor.skip(comment)) < comment) return CUT;
  if (entries !== members) {
    return lost('mismatch', `The directory of the archive names ${entries} members; ${members} were found.`);
  }
  const after = await cursor.peek(1);
  return after.length > 0 ? lost('trailing-data', 'Something follows the archive that was not read.') : null;
}

// How many bytes of this part follow its signature; null when it is no known part.
function lengthOf(fixed: Uint8Array, signature: number): number | null {
  const view = viewOf(fixed);
  if (signature === SIGNATURE.central && fixed.length === ENTRY - 4) {
    return ENTRY - 4 + view.getUint16(24, true) + view.getUint16(26, true) + view.getUint16(28, true);
  }
  if (signature === SIGNATURE.locator64) return 16;
  if (signature === SIGNATURE.extra && fixed.length >= 4) return 4 + view.getUint32(0, true);
  if (signature === SIGNATURE.end64 && fixed.length >= 8) {
    const length = view.getBigUint64(0, true);
    return length < 2n ** 32n ? 8 + Number(length) : null;
  }
  return null;
}
