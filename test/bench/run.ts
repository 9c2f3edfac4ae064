import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchAccess } from './access.ts';
import { benchConfig, benchManyConfigs, FILES, LINES, syntheticConfig } from './config.ts';
import { benchDemo } from './demo.ts';
import { benchFlows } from './flows.ts';
import { benchMemory } from './memory.ts';
import { catLine } from './peers.ts';
import { benchScanner } from './scanner.ts';
import { benchStart } from './start.ts';
import { benchSyslog } from './syslog.ts';
import { TARGETS } from './targets.ts';
import { benchWorkers } from './workers.ts';

// npm run bench [-- --row syslog] [-- --row access --events 100000] [-- --row memory --gib 10]
const { values } = parseArgs({
  options: {
    row: { type: 'string' },
    gib: { type: 'string', default: '2' },
    events: { type: 'string', default: '1000000' },
  },
});

/** Rows by name; each runs in a process of its own, so that its peak memory is its own. */
const ROWS: Readonly<Record<string, () => Promise<void> | void>> = {
  syslog: benchSyslog,
  scanner: () => benchScanner((line) => console.log(line.startsWith(' ') ? line : `H3 ${line}`)),
  flows: () => benchFlows(),
  configs: benchManyConfigs,
  config: async () => {
    const { seconds } = await benchConfig();
    const files = Array.from({ length: FILES }, (_, i) => syntheticConfig(i, LINES));
    console.log(catLine(files, seconds));
  },
  demo: benchDemo,
  start: benchStart,
  access: () => benchAccess(Number(values.events)),
  workers: benchWorkers,
  memory: () => benchMemory(Number(values.gib)),
};
/** Not part of a plain `npm run bench`: these write hundreds of megabytes to the temporary folder. */
const ONLY_WHEN_ASKED: ReadonlySet<string> = new Set(['memory', 'access', 'configs']);

const named = values.row === undefined ? undefined : ROWS[values.row];
if (values.row !== undefined && !named) {
  console.error(`no such row: ${values.row}; there are ${Object.keys(ROWS).join(', ')}`);
  process.exitCode = 3;
} else if (named) {
  await named();
  for (const target of TARGETS[values.row as string] ?? []) console.log(`   target ${target}`);
} else {
  for (const row of Object.keys(ROWS).filter((r) => !ONLY_WHEN_ASKED.has(r))) {
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--row', row], { stdio: 'inherit' });
  }
  console.log('M1 memory and the access row: only when asked; npm run bench -- --row memory --gib 10');
}
