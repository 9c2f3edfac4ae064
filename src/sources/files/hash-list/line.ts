import { printable } from '../../../base/printable.ts';

/** One line of a list of hashes. */
export interface HashLine {
  readonly hash: string;
  readonly field: 'md5' | 'sha1' | 'sha256' | 'sha512';
  /** Printable, at most 1,000 characters. */
  readonly path: string;
}

const FIELDS: Readonly<Record<number, HashLine['field']>> = {
  32: 'md5',
  40: 'sha1',
  64: 'sha256',
  128: 'sha512',
};
const GNU = /^(\\?)([0-9a-fA-F]{32,128}) [ *](.+)$/;
/** As `md5 -r` writes it. Behind one blank only a path with a slash counts: lists of known bad hashes have words there. */
const BARE = /^([0-9a-fA-F]{32,128}) ((?:\.{0,2}\/|[A-Za-z]:[\\/]).*)$/;
const BSD = /^(MD5|SHA-?1|SHA2?-?256|SHA2?-?512) ?\((.+)\) ?= ?([0-9a-fA-F]{32,128})$/i;
/** As Get-FileHash shows it, and as Export-Csv writes that. */
const TABLE = /^(MD5|SHA1|SHA256|SHA512) +([0-9a-fA-F]{32,128}) +(\S.*)$/i;
const SHEET = /^"(MD5|SHA1|SHA256|SHA512)","([0-9a-fA-F]{32,128})","([^"]+)"$/i;
/** Header lines of the latter two. */
const HEADER = /^(?:Algorithm +Hash +Path|-{9} +-{4} +-{4}|"Algorithm","Hash","Path") *$/;

/** True for the lines that stand above a list and hold no hash: headers as Get-FileHash gives them. */
export function isHashHeader(text: string): boolean {
  return HEADER.test(text);
}

/** Reads `hash  path` (md5sum …), `SHA256 (path) = hash` (BSD, openssl) or a row of Get-FileHash; null when it is none. */
export function readHashLine(text: string): HashLine | null {
  const gnu = GNU.exec(text);
  if (gnu) {
    const [, escaped, hash = '', path = ''] = gnu;
    return hashLine(hash, escaped === '\\' ? unescape(path) : path);
  }
  const bare = BARE.exec(text);
  if (bare) return hashLine(bare[1] ?? '', bare[2] ?? '');
  const bsd = BSD.exec(text);
  if (bsd) return named(bsd[1], hashLine(bsd[3] ?? '', bsd[2] ?? ''));
  const row = SHEET.exec(text) ?? TABLE.exec(text);
  return row ? named(row[1], hashLine(row[2] ?? '', row[3] ?? '')) : null;
}

// A line that names one kind of hash and holds another was changed or mixed up.
function named(name: string | undefined, line: HashLine | null): HashLine | null {
  const field = (name ?? '').toLowerCase().replace(/-|sha2-/g, (found) => (found === '-' ? '' : 'sha'));
  return line?.field === field ? line : null;
}

function hashLine(hash: string, path: string): HashLine | null {
  const field = FIELDS[hash.length];
  return field ? { hash: hash.toLowerCase(), field, path: printable(path.trim(), 1000) } : null;
}

// A backslash before the hash says that backslashes and line ends in the path are written as \\ and \n.
function unescape(path: string): string {
  return path.replace(/\\([\\nr])/g, (_, char: string) => ({ n: '\n', r: '\r' })[char] ?? '\\');
}
