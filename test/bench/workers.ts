import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { syntheticSyslog } from './scanner.ts';

const FILES = 4;
const LINES = 600_000;
const ROUNDS = 3;

/** Row U3: the same folder of logs with one thread that reads and with two, in turn; the medians, and their ratio. */
export async function benchWorkers(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  try {
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    const block = syntheticSyslog(LINES);
    // A line of its own at the head, so that no file is a copy of another.
    for (let i = 0; i < FILES; i += 1)
      writeFileSync(
        join(logs, `${i}.log`),
        Buffer.concat([
          Buffer.from(`<189>1: core${i}.harbor.example: Oct 19 00:0${i}:00.000 UTC: %SYS-5-RESTART: up\n`),
          block,
        ]),
      );
    const seconds: Record<1 | 2, number[]> = { 1: [], 2: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const workers of [1, 2] as const) seconds[workers].push(assess(folder, logs, workers));
    const [one, two] = [median(seconds[1]), median(seconds[2])];
    const size = ((FILES * block.length) / 1e6).toFixed(0);
    console.log(
      `U3 two workers against one, ${FILES} logs, ${size} MB: ${one.toFixed(1)} s and ${two.toFixed(1)} s, ${(one / two).toFixed(2)} ×`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

function assess(folder: string, logs: string, workers: number): number {
  const out = join(folder, `out-${workers}`);
  const args = ['assess', logs, '--out', out, '--key-file', join(folder, 'key'), '--fresh', '--quiet'];
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(PACKAGE_ROOT, 'bin', 'seawall.js'), ...args, '--workers', String(workers), '--fail-on', 'never'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`seawall assess ended with ${status}: ${stderr.slice(-500)}`);
  return (performance.now() - began) / 1000;
}
