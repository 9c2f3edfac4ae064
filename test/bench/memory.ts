import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { syntheticSyslog } from './scanner.ts';

/** Row M1: logs of the given size in one file, with the peak memory of the whole process, threads included. */
export async function benchMemory(gib: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  try {
    const path = join(folder, 'large.log');
    const block = syntheticSyslog(400_000);
    const file = openSync(path, 'w');
    for (let written = 0; written < gib * 2 ** 30; written += block.length) writeSync(file, block);
    closeSync(file);
    const args = [join(PACKAGE_ROOT, 'test', 'bench', 'memory-child.ts'), path];
    const began = performance.now();
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const seconds = (performance.now() - began) / 1000;
    const size = statSync(path).size;
    const told = run.status === 0 ? run.stdout.trim() : `failed: ${run.stderr.slice(-500)}`;
    console.log(
      `M1 ${(size / 2 ** 30).toFixed(1)} GiB of logs: ${seconds.toFixed(0)} s, ${(size / seconds / 2 ** 20).toFixed(0)} MiB/s, 10 GB in ${(1e10 / (size / seconds)).toFixed(0)} s at that speed, ${told}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
