import { stateOf } from './draft.ts';
import { bodyOf, type Entry } from './entry.ts';
import { BROKEN, type Fate, READ } from './fate.ts';
import type { Show } from './platform.ts';
import type { Snapshot } from './snapshot.ts';

const LINE = /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})(?: [ *](\S.{0,300}))?$/i;
const BY_LENGTH: ReadonlyMap<number, 'md5' | 'sha1' | 'sha256' | 'sha512'> = new Map([
  [32, 'md5'],
  [40, 'sha1'],
  [64, 'sha256'],
  [128, 'sha512'],
]);

/** Hashes of files as `md5sum` and its like print them; a bare hash belongs to the file that the command names. */
export class HashLines implements Show {
  private readonly file: string;

  /** `command` is what was typed. */
  constructor(command: string) {
    this.file = command.split(' ').at(-1) ?? '';
  }

  line(entry: Entry, to: Snapshot): Fate {
    const found = LINE.exec(bodyOf(entry).slice(0, 500));
    if (!found) return BROKEN;
    const hash = (found[1] as string).toLowerCase();
    const file = found[2] ?? this.file;
    const algorithm = BY_LENGTH.get(hash.length) ?? null;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(to.draft).images.push({ ...place, file, algorithm, hash, result: 'unknown', signer: null });
    if (algorithm === 'md5' || algorithm === 'sha512')
      to.files.push({ path: file, size: null, md5: null, sha512: null, [algorithm]: hash, entry });
    return READ;
  }
}
