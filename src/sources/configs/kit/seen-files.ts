import { bodyOf, type Entry } from './entry.ts';
import { BROKEN, type Fate, READ } from './fate.ts';
import type { Show } from './platform.ts';
import type { SeenFile, Snapshot } from './snapshot.ts';

const LISTED =
  /^ {0,8}\d{1,12} +[d-][rwx-]{3} +(\d{1,15}) +(?:[A-Z][a-z]{2} +\d{1,2} +\d{4} [\d:.]{5,20}(?: [+-]\d\d:\d\d)?|<no date>) +(\S.{0,300})$/;
const FLASH =
  /^ {0,8}\d{1,12} +(\d{1,15}) +[A-Z][a-z]{2} +\d{1,2} +\d{4} [\d:.]{5,20}(?: [+-]\d\d:\d\d)? +(\S.{0,300})$/;
/** NX-OS: size, time, name. */
const SIZED = /^ {0,14}(\d{1,15}) +[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d \d{4} +(\S.{0,300})$/;
/** EOS: rights, size, day with year or time, name. */
const RIGHTS = /^ +[d-][rwx-]{3} +(\d{1,15}) +[A-Z][a-z]{2} +\d{1,2} +(?:\d\d:\d\d|\d{4}) +(\S.{0,300})$/;
const HASHED =
  /^\.{0,4000}(?:verify)? ?\/?(?:md5|sha512)? ?\(([^()\s]{1,300})\) = ([0-9a-f]{32}|[0-9a-f]{128})$/i;
const BARE = /^([0-9a-f]{32}|[0-9a-f]{128})$/i;

/** Reads `dir`, `show flash:`, `verify` and `show file … sha512sum`. */
export class FilesShow implements Show {
  private folder: string;

  /** The command tells the file whose bare hash follows, or the file system. */
  constructor(command: string) {
    const named = command.split(' ').find((word) => word.includes(':'));
    this.folder = named ?? '';
  }

  line(entry: Entry, to: Snapshot): Fate {
    const file = this.fileOf(entry);
    if (file === null) return BROKEN;
    if (file !== 'known') to.files.push(file);
    return READ;
  }

  /** The file of one line; `known` lines say nothing of a file but belong to the output. */
  private fileOf(entry: Entry): SeenFile | 'known' | null {
    const text = entry.text.slice(0, 5000);
    const directory = /^Directory of (\S{1,200})/.exec(text);
    if (directory) {
      this.folder = (directory[1] as string).replace(/\*$/, '');
      return 'known';
    }
    const listed = LISTED.exec(text) ?? FLASH.exec(text) ?? SIZED.exec(text) ?? RIGHTS.exec(text);
    if (listed) return this.listed(entry, listed[1] as string, (listed[2] as string).trim());
    const hashed = HASHED.exec(text);
    if (hashed) return hashOf(entry, hashed[1] as string, hashed[2] as string);
    const bare = BARE.exec(bodyOf(entry));
    if (bare && this.folder) return hashOf(entry, this.folder, bare[1] as string);
    return /^(?: *\d+ bytes (?:total|available|used|free)|Usage for |-#- |[!.]{2,}|%|Verif|Embedded|Computed|CCO|Signature|Digital)/.test(
      text,
    )
      ? 'known'
      : null;
  }

  private listed(entry: Entry, size: string, name: string): SeenFile {
    const join = this.folder === '' || /[:/]$/.test(this.folder) ? '' : '/';
    const path = name.startsWith('/') || name.includes(':') ? name : `${this.folder}${join}${name}`;
    return { path, size: Number(size), md5: null, sha512: null, entry };
  }
}

function hashOf(entry: Entry, path: string, hash: string): SeenFile {
  const text = hash.toLowerCase();
  const long = text.length === 128;
  return { path, size: null, md5: long ? null : text, sha512: long ? text : null, entry };
}
