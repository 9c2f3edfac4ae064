import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Path of another program on this machine, or null. */
export function findPeer(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** The line for a peer that this machine does not have. */
export function absentPeer(name: string): string {
  return `   peer not on this machine: ${name}`;
}

/** The line for a peer: how long it took on the same input, and how many times faster or slower Seawall was. */
export function peerLine(name: string, { ours, theirs }: { ours: number; theirs: number }): string {
  const ratio =
    ours <= theirs ? `${(theirs / ours).toFixed(2)} × as fast` : `${(ours / theirs).toFixed(2)} × the time`;
  return `   peer ${name}: ${theirs.toFixed(2)} s; Seawall takes ${ours.toFixed(2)} s, ${ratio}`;
}

/** Runs work with a temporary folder, which is gone afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds that a program takes, by the clock, after one run that warms the page cache; null when it fails. */
export function secondsOf(program: string, args: readonly string[]): number | null {
  let seconds: number | null = null;
  for (let i = 0; i < 2; i += 1) {
    const began = performance.now();
    const { status, error } = spawnSync(program, args, { stdio: 'ignore' });
    // ripgrep says 1 when nothing is found.
    seconds = error || status === null || status > 1 ? null : (performance.now() - began) / 1000;
  }
  return seconds;
}

/** Row H3: ripgrep over the same lines with the same values. */
export function ripgrepLine(lines: Uint8Array, values: Iterable<string>, ours: number): string {
  const program = findPeer('rg');
  if (program === null) return absentPeer('rg');
  return inFolder((folder) => {
    const [log, list] = [join(folder, 'lines.log'), join(folder, 'values.txt')];
    writeFileSync(log, lines);
    writeFileSync(list, `${[...values].join('\n')}\n`);
    const theirs = secondsOf(program, ['-F', '-c', '-j', '1', '-f', list, log]);
    return theirs === null ? '   peer rg -F -f: failed' : peerLine('rg -F -f', { ours, theirs });
  });
}

/** Row C1: `cat` of the same files. */
export function catLine(files: readonly string[], ours: number): string {
  const program = findPeer('cat');
  if (program === null) return absentPeer('cat');
  return inFolder((folder) => {
    const paths = files.map((text, i) => {
      const path = join(folder, `${i}.cfg`);
      writeFileSync(path, text);
      return path;
    });
    const theirs = secondsOf(program, paths);
    return theirs === null ? '   peer cat: failed' : peerLine('cat', { ours, theirs });
  });
}
