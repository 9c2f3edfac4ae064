import type { LedgerState } from '../../../model/ledger.ts';

/** What can go wrong with an archive; the text beside it is for people. */
export type ProblemCode =
  | 'truncated'
  | 'damaged'
  | 'trailing-data'
  | 'too-large'
  | 'ratio'
  | 'too-many-members'
  | 'too-deep'
  | 'encrypted'
  | 'unsupported'
  | 'not-unpacked'
  | 'not-a-file'
  | 'unsafe-path'
  | 'mismatch'
  | 'no-files'
  | 'unreadable';

/** What went wrong, and what that means for the ledger: `read` where nothing was lost. */
export interface PieceProblem {
  readonly code: ProblemCode;
  readonly state: LedgerState;
  /** One sentence for a person; control characters are already visible escapes. */
  readonly text: string;
}

/** One file out of the input, or a note on what could not be had. */
export interface Piece {
  /** Name as given; members of archives follow after `!`. Printable, at most 1,000 characters. */
  readonly name: string;
  /**
   * The bytes, to be read before the next piece is asked for. Empty beside most problems; for packed forms that we
   * do not unpack these are the packed bytes, so that they can be hashed and counted.
   */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly problem: PieceProblem | null;
  /** Packed bytes behind a problem that could not be unpacked; what they held is not known. */
  readonly unread: number;
  /** False for an input that is no archive: then the piece is the input itself. */
  readonly packed: boolean;
}

async function* none(): AsyncGenerator<Uint8Array> {}

/** A piece of an archive without bytes that says what went wrong, and how many packed bytes stay unread for it. */
export function problemPiece(name: string, problem: PieceProblem, unread: number = 0): Piece {
  return { name, bytes: none(), problem, unread, packed: true };
}

/** A problem that cost bytes: what they held is not known. */
export function lost(code: ProblemCode, text: string): PieceProblem {
  return { code, state: 'failed', text };
}
