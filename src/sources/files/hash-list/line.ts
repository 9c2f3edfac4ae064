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
const BSD = /^(?:MD5|SHA-?1|SHA2?-?256|SHA2?-?512) ?\((.+)\) ?= ?([0-9a-fA-F]{32,128})$/i;

/** Reads `hash  path` as md5sum and sha256sum write it, or `SHA256 (path) = hash`; null when it is neither. */
export function readHashLine(text: string): HashLine | null {
  const gnu = GNU.exec(text);
  if (gnu) {
    const [, escaped, hash = '', path = ''] = gnu;
    return hashLine(hash, escaped === '\\' ? unescape(path) : path);
  }
  const bsd = BSD.exec(text);
  return bsd ? hashLine(bsd[2] ?? '', bsd[1] ?? '') : null;
}

function hashLine(hash: string, path: string): HashLine | null {
  const field = FIELDS[hash.length];
  return field ? { hash: hash.toLowerCase(), field, path: printable(path.trim(), 1000) } : null;
}

// A backslash before the hash says that backslashes and line ends in the path are written as \\ and \n.
function unescape(path: string): string {
  return path.replace(/\\([\\nr])/g, (_, char: string) => ({ n: '\n', r: '\r' })[char] ?? '\\');
}
