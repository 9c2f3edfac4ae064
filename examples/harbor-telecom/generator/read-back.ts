import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Device } from './fleet/device.ts';
import { FLEET } from './fleet/fleet.ts';
import type { OutputFile } from './output.ts';

/** The bytes of a file, unpacked when its name ends in `.gz`: what must be the same on every machine. */
export function contentOf(file: OutputFile): Uint8Array {
  return file.path.endsWith('.gz') ? gunzipSync(file.bytes) : file.bytes;
}

/** The files below some folders of the example, in order of path. */
export function filesBelow(root: string, folders: readonly string[]): OutputFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    .map((path) => ({ path: path.slice(root.length + 1).replaceAll(sep, '/'), bytes: readFileSync(path) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** One line of the merged log, read back. */
export interface ReadLine {
  device: Device;
  number: number;
  text: string;
}

const NAMES = new Map(
  FLEET.flatMap((device) => [[device.name, device] as const, [device.loopback, device] as const]),
);

/** Device and sequence number of a line of the merged log; undefined when the line has no such form. */
export function readLine(line: string): ReadLine | undefined {
  const match = /(\d{6}): [*.]?(?:[A-Z][a-z]{2} [ \d]\d |\d\d:\d\d:\d\d).*?: (%[A-Z0-9_]+-\d-.*)$/.exec(line);
  if (match === null) return undefined;
  const head = line.slice(0, match.index).split(/[\s:]+/);
  const device = head.map((word) => NAMES.get(word)).find((one) => one !== undefined);
  return device === undefined ? undefined : { device, number: Number(match[1]), text: match[2] ?? '' };
}

/** The lines of the text files of a folder, unpacked. */
export function linesOf(files: readonly OutputFile[], part: RegExp): string[] {
  return files
    .filter((file) => part.test(file.path))
    .flatMap((file) => Buffer.from(contentOf(file)).toString('utf8').split('\n'))
    .filter((line) => line !== '');
}
