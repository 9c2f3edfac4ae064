import type { ImageCheck } from '../../../../model/device-state.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const SUM = /^(MD5|SHA1|SHA256) \((\/?[^)]{1,300})\) = ([0-9a-f]{32,64})$/i;
const LENGTHS: Readonly<Record<string, number>> = { MD5: 32, SHA1: 40, SHA256: 64 };

/** Reads `file checksum`. */
export class ChecksumReader implements Show {
  /** See Show. */
  line(entry: Entry, to: Snapshot): Fate {
    const found = SUM.exec(bodyOf(entry).slice(0, 500));
    if (!found) return BROKEN;
    const [, name, path, text] = found as unknown as [string, string, string, string];
    const algorithm = name.toUpperCase();
    const hash = text.toLowerCase();
    if (hash.length !== LENGTHS[algorithm]) return BROKEN;
    const md5 = algorithm === 'MD5' ? hash : null;
    const sha1 = algorithm === 'SHA1' ? hash : null;
    const sha256 = algorithm === 'SHA256' ? hash : null;
    to.files.push({ path, size: null, md5, sha1, sha256, sha512: null, entry });
    image(entry, to, {
      file: path,
      algorithm: algorithm.toLowerCase() as ImageCheck['algorithm'],
      hash,
      result: 'unknown',
      signer: null,
    });
    return READ;
  }
}

function image(entry: Entry, to: Snapshot, check: Omit<ImageCheck, 'line' | 'lineEnd'>): void {
  stateOf(to.draft).images.push({ line: entry.line, lineEnd: entry.line, ...check });
}

const LISTED =
  /^[-d][rwxsStT-]{9}[@+. ]? +\d+ +\S+ +\S+ +(\d{1,15}) +[A-Z][a-z]{2} +\d{1,2} +[\d:]{4,5} +(\S.{0,300})$/;

/** Reads `file list … detail`. */
export class FileListReader implements Show {
  private folder: string;

  /** The command names the folder unless the output does. */
  constructor(command: string) {
    this.folder = command.split(' ').find((word) => word.startsWith('/')) ?? '';
  }

  /** See Show. */
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 600);
    const folder = /^(\/[^:]{0,300}):$/.exec(text);
    if (folder) {
      this.folder = folder[1] as string;
      return READ;
    }
    const found = LISTED.exec(text);
    if (found) {
      const join = this.folder === '' || this.folder.endsWith('/') ? '' : '/';
      const name = found[2] as string;
      const path = name.startsWith('/') ? name : `${this.folder}${join}${name}`;
      to.files.push({ path, size: Number(found[1]), md5: null, sha512: null, entry });
      return READ;
    }
    return /^(?:total (?:blocks|files)?:? ?\d*|total \d+)/.test(text) ? READ : BROKEN;
  }
}

const SIGNED = /^Verified (\S{1,200}) signed by (\S{1,100})/;
const FAILED =
  /(?:cannot verify|verification (?:of \S{1,100} )?failed|fingerprint mismatch|signature (?:invalid|mismatch)|verify-sig: (?:cannot|failed)).{0,100}?(\/?[\w.+-]{3,100}(?:\/[\w.+-]{1,100})*)?$/i;

/** Reads what the device says of signatures while it adds, validates or verifies software. */
export class VerifyReader implements Show {
  /** See Show. */
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const signed = SIGNED.exec(text);
    const failed = signed ? null : FAILED.exec(text);
    if (!signed && !failed) return ['set-aside', 'progress of an installation'];
    image(entry, to, {
      file: signed?.[1] ?? failed?.[1] ?? '',
      algorithm: null,
      hash: null,
      result: signed ? 'verified' : 'failed',
      signer: signed?.[2] ?? null,
    });
    return READ;
  }
}
