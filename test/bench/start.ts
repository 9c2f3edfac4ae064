import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { syntheticSyslog } from './scanner.ts';

const RUNS = 7;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

function once(args: readonly string[]): number {
  const began = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - began;
}

/** Runs commands in turn, so that a change of the machine's speed meets all of them. */
function inTurn(commands: Readonly<Record<string, readonly string[]>>): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (let i = 0; i <= RUNS; i += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const took = once(args);
      if (i > 0) times[name] = [...(times[name] ?? []), took];
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** Rows U1 and U2: starting, and assessing one megabyte, as ratios to an empty script on the same runtime. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  try {
    const log = join(folder, 'one.log');
    writeFileSync(log, syntheticSyslog(8000));
    writeFileSync(join(folder, 'empty.mjs'), '');
    const seawall = join(PACKAGE_ROOT, 'bin', 'seawall.js');
    const out = ['--out', join(folder, 'out'), '--key-file', join(folder, 'key'), '--fresh', '--quiet'];
    const took = inTurn({
      empty: [join(folder, 'empty.mjs')],
      version: [seawall, '--version'],
      assess: [seawall, 'assess', log, ...out],
    });
    const ratio = (name: string): string => ((took[name] ?? 0) / (took['empty'] ?? 1)).toFixed(2);
    console.log(
      `U1 seawall --version: ${ratio('version')} × an empty script (${took['version']?.toFixed(0)} ms)`,
    );
    console.log(
      `U2 seawall assess, 1 MB: ${ratio('assess')} × an empty script (${took['assess']?.toFixed(0)} ms)`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
