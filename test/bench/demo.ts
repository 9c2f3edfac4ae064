import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../src/base/package-root.ts';

/** Row D1: the whole demo, from start to the report. */
export async function benchDemo(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  const example = join(PACKAGE_ROOT, 'examples', 'harbor-telecom');
  const args = [
    join(PACKAGE_ROOT, 'bin', 'seawall.js'),
    'assess',
    join(example, 'evidence'),
    '--intel',
    join(example, 'intel'),
    '--out',
    folder,
    '--key-file',
    join(folder, 'key'),
    '--as-of',
    '2026-11-14T09:00Z',
    '--fail-on',
    'never',
  ];
  const began = performance.now();
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const seconds = (performance.now() - began) / 1000;
  rmSync(folder, { recursive: true, force: true });
  console.log(`D1 demo: ${seconds.toFixed(1)} s, exit code ${run.status}`);
}
