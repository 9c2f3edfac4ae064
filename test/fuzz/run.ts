import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sha256 } from '../../src/base/hash.ts';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';
import { SEEDS } from './samples.ts';

// npm run fuzz -- --source logs/syslog --seconds 600 [--seed 7]
const { values } = parseArgs({
  options: {
    source: { type: 'string', default: 'all' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(process.pid) },
  },
});

interface Line {
  readonly source?: string;
  readonly problem?: string;
  readonly chunk?: number;
  readonly input?: string;
  readonly runs?: number;
}

const cage = ['--permission', `--allow-fs-read=${PACKAGE_ROOT}`, '--max-old-space-size=1024'];
const child = join(PACKAGE_ROOT, 'test', 'fuzz', 'child.ts');
const args = [...cage, child, values.source, values.seconds, values.seed];
const run = spawnSync(process.execPath, args, {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
  timeout: (Number(values.seconds) + 120) * 1000,
});
let broken = 0;
for (const text of run.stdout.split('\n').filter((l) => l !== '')) {
  const line = JSON.parse(text) as Line;
  if (line.runs !== undefined) console.log(`${line.source}: ${line.runs} inputs`);
  if (!line.problem || !line.source || line.input === undefined) continue;
  broken += 1;
  const bytes = Buffer.from(line.input, 'base64');
  const folder = join(SEEDS, line.source);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${sha256(bytes).slice(0, 12)}.bin`), bytes);
  console.log(`${line.source} BROKE (seed ${values.seed}, chunk ${line.chunk}): ${line.problem}`);
}
if (run.status !== 0) {
  console.log(`the caged process ended with ${run.signal ?? run.status}: ${run.stderr.slice(-2000)}`);
  broken += 1;
}
console.log(
  broken === 0
    ? `nothing broke (seed ${values.seed})`
    : `${broken} broke; the inputs are kept in test/fuzz/seeds`,
);
process.exitCode = broken === 0 ? 0 : 1;
