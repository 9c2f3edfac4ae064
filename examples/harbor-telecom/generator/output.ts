import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the example, its path relative to the folder of the example. */
export interface OutputFile {
  path: string;
  bytes: Uint8Array;
}

/** Text or bytes as a gzip member without name or time; the operating-system byte is 255, unknown. */
export function gzipped(content: string | Uint8Array): Uint8Array {
  const packed = gzipSync(content, { level: 9 });
  packed[9] = 255;
  return packed;
}

/** Write files below a folder. */
export function writeFiles(root: string, files: readonly OutputFile[]): void {
  for (const file of files) {
    const target = join(root, file.path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, file.bytes);
  }
}
