import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { syntheticSyslog } from './scanner.ts';

const RUNS = 7;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] as number;
}

interface Took {
  /** Milliseconds by the clock. */
  readonly ms: number;
  /** Milliseconds of processor time, in steps of ten; 0 where the system does not tell. */
  readonly cpu: number;
}

const STAT = '/proc/self/stat';

/** Processor time of all programs that this one has started and seen end, in milliseconds (Linux). */
function cpuOfChildren(): number {
  if (!existsSync(STAT)) return 0;
  const fields = readFileSync(STAT, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

function once(args: readonly string[]): Took {
  const before = cpuOfChildren();
  const began = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return { ms: performance.now() - began, cpu: cpuOfChildren() - before };
}

/** Runs commands in turn, so that a change of the machine's speed meets all of them; medians by the clock, CPU means. */
function inTurn(commands: Readonly<Record<string, readonly string[]>>): Record<string, Took> {
  const took: Record<string, Took[]> = {};
  for (let i = 0; i <= RUNS; i += 1) {
    for (const [name, args] of Object.entries(commands)) {
      const one = once(args);
      if (i > 0) took[name] = [...(took[name] ?? []), one];
    }
  }
  const summary = (list: readonly Took[]): Took => ({
    ms: median(list.map((t) => t.ms)),
    cpu: list.reduce((sum, t) => sum + t.cpu, 0) / list.length,
  });
  return Object.fromEntries(Object.entries(took).map(([name, list]) => [name, summary(list)]));
}

/** A ratio to the empty script by the clock, and by processor time, which other work on the machine disturbs less. */
function ratio(name: string, took: Readonly<Record<string, Took>>): string {
  const [one, empty] = [took[name], took['empty']];
  if (!one || !empty) return 'not measured';
  const cpu = empty.cpu > 0 ? `; ${(one.cpu / empty.cpu).toFixed(2)} × by processor time` : '';
  return `${(one.ms / empty.ms).toFixed(2)} × an empty script (${one.ms.toFixed(0)} ms)${cpu}`;
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
    console.log(`U1 seawall --version: ${ratio('version', took)}`);
    console.log(`U2 seawall assess, 1 MB: ${ratio('assess', took)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
