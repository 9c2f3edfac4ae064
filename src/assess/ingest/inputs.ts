import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** One file (or standard input) to read. */
export interface Input {
  /** As the user gave it, with the path below a folder. */
  readonly name: string;
  /** Absolute path; null for standard input. */
  readonly path: string | null;
  readonly size: number | null;
  open(from?: number, to?: number): AsyncIterable<Uint8Array>;
}

/** A path that was not read, and why. */
export interface Skipped {
  readonly name: string;
  readonly why: string;
}

const CHUNK = 1024 * 1024;
/** What a file that has grown is asked for at a time. */
const GROWN = 65_536;
/** Folder entries that are no evidence. */
const PASSED_OVER: ReadonlySet<string> = new Set(['.git', '.DS_Store', 'node_modules']);
/** File that marks a case folder; its content is our own. */
export const CASE_FILE = 'case.sqlite';

/** Lists the files below the given paths, in order of name; links to folders are not followed. */
export async function listInputs(paths: readonly string[]): Promise<{ inputs: Input[]; skipped: Skipped[] }> {
  const inputs: Input[] = [];
  const skipped: Skipped[] = [];
  for (const path of paths) {
    if (path === '-') inputs.push(stdin());
    else await walk(path, { inputs, skipped });
  }
  const unique = new Map(inputs.map((i) => [i.path ?? '-', i]));
  return {
    inputs: [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    skipped,
  };
}

/** Makes an input of one file. */
export function fileInput(name: string, size: number | null): Input {
  const path = resolve(name);
  return {
    name: name.replaceAll('\\', '/'),
    path,
    size,
    open: (from = 0, to = Number.POSITIVE_INFINITY) =>
      Math.min(size ?? to, to) - from <= CHUNK
        ? atOnce(path, { from, to, size: size ?? to })
        : inStream(path, from, to),
  };
}

function inStream(path: string, start: number, to: number): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: CHUNK, start, end: to - 1 });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Of the whole file, as far as is known. */
  readonly size: number;
}

/** Reads a small file, or the head of one, without a stream: opening a stream costs more than a whole configuration. */
async function* atOnce(path: string, { from, to, size }: Stretch): AsyncGenerator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (let at = from; at < to; ) {
      // One byte more than there should be, since the file may have grown since it was listed.
      const expected = at < size ? size - at + 1 : GROWN;
      const chunk = Buffer.allocUnsafe(Math.min(to - at, CHUNK, expected));
      const read = readSync(file, chunk, 0, chunk.length, at);
      if (read > 0) yield chunk.subarray(0, read);
      if (read < chunk.length) return;
      at += read;
    }
  } finally {
    closeSync(file);
  }
}

function stdin(): Input {
  return { name: 'stdin', path: null, size: null, open: () => process.stdin };
}

async function walk(path: string, out: { inputs: Input[]; skipped: Skipped[] }): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    out.skipped.push({ name: path, why: `cannot be opened (${found.code ?? 'error'})` });
    return;
  }
  if (found.isFile()) {
    out.inputs.push(fileInput(path, found.size));
    return;
  }
  if (!found.isDirectory()) {
    out.skipped.push({ name: path, why: 'is neither a file nor a folder' });
    return;
  }
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => error);
  if (names instanceof Error) {
    out.skipped.push({ name: path, why: `cannot be listed (${names.code ?? 'error'})` });
    return;
  }
  if (names.includes(CASE_FILE)) {
    out.skipped.push({ name: path, why: 'is a Seawall case' });
    return;
  }
  for (const name of names.sort()) {
    if (PASSED_OVER.has(name)) out.skipped.push({ name: join(path, name), why: 'is never evidence' });
    else if (await isFolderLink(join(path, name)))
      out.skipped.push({ name: join(path, name), why: 'is a link to a folder' });
    else await walk(join(path, name), out);
  }
}

async function isFolderLink(path: string): Promise<boolean> {
  const link = await lstat(path).catch(() => null);
  if (!link?.isSymbolicLink()) return false;
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
