import { printable } from '../../../base/printable.ts';
import type { ByteCursor } from './byte-cursor.ts';
import type { PieceProblem } from './piece.ts';

/** One member as an archive reader hands it on: bytes, a problem, or first the one and then the other. */
export interface Member {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array> | null;
  readonly problem: PieceProblem | null;
  /** Packed bytes of the member that stay unread for its problem; `rest` for all that follows in the archive. */
  readonly unread?: number | 'rest';
}

/** A member's name as it may be shown, and whether it tried to point elsewhere. */
export interface SafeName {
  readonly text: string;
  readonly unsafe: boolean;
}

const NAME_LENGTH = 400;

/**
 * Makes a member's name fit to show: no control characters, no absolute path, no drive, no `..`, no `!` (which parts
 * archive and member). Names never become paths on disk; a name that tried is told.
 */
export function safeName(raw: string): SafeName {
  const slashed = raw.slice(0, 4096).replaceAll('\\', '/');
  const unsafe = slashed.startsWith('/') || /^[A-Za-z]:/.test(slashed) || slashed.split('/').includes('..');
  const parts = slashed
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? '__' : part));
  const text = printable(parts.join('/').replaceAll('!', '_'), NAME_LENGTH);
  return { text: text === '' ? '(no name)' : text, unsafe };
}

/** The note that a member's name pointed outside its archive. */
export function unsafePath(name: string): Member {
  const text = 'The name of this member points outside the archive. It was read under a harmless name.';
  return { name, bytes: null, problem: { code: 'unsafe-path', state: 'read', text } };
}

/** A stretch of a stream: hands out at most `size` bytes and knows how many are left. */
export class Stretch {
  left: number;
  private readonly cursor: ByteCursor;

  /** Begins where the cursor stands. */
  constructor(cursor: ByteCursor, size: number) {
    this.cursor = cursor;
    this.left = size;
  }

  /** The bytes, as far as nobody took them yet. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    while (this.left > 0) {
      const chunk = await this.cursor.next(this.left);
      if (!chunk) return;
      this.left -= chunk.length;
      yield chunk;
    }
  }

  /** Drops what is left; false when the stream ended before the stretch did. */
  async finish(): Promise<boolean> {
    this.left -= await this.cursor.skip(this.left);
    return this.left === 0;
  }
}
