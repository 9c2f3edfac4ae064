import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DigestSink } from '../../src/assess/ingest/digest-sink.ts';
import { Selection } from '../../src/assess/ingest/selection.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { buildIndex } from '../../src/intel/index.ts';
import { TEST_KEYED } from '../../src/sources/kit/recording-sink.ts';
import { syslog } from '../../src/sources/logs/index.ts';
import { figures, measure } from './measure.ts';
import { syntheticPacks } from './scanner.ts';

const LINES = 1_000_000;
const INDICATORS = 1_000_000;
const CHUNK = 1 << 20;

/** Hands over a file in chunks, as a run reads it; returns its size. */
function readChunks(path: string, take: (chunk: Uint8Array) => void): number {
  const chunk = new Uint8Array(CHUNK);
  const file = openSync(path, 'r');
  let size = 0;
  for (let n = readSync(file, chunk); n > 0; n = readSync(file, chunk)) {
    take(chunk.subarray(0, n));
    size += n;
  }
  closeSync(file);
  return size;
}

/** IOS syslog through the reader and the digest, with the selections of all checks and a million indicators loaded. */
export async function benchSyslog(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seawall-bench-'));
  const path = join(folder, 'syslog.log');
  const child = join(import.meta.dirname, 'syslog-child.ts');
  spawnSync(process.execPath, [child, path, String(LINES)], { stdio: 'inherit' });
  const index = buildIndex(syntheticPacks(INDICATORS), { now: 0 });
  const selection = new Selection(CHECKS.flatMap((c) => c.selects));
  const nothing = (): void => undefined;
  const measured = await measure(async () => {
    const sink = new DigestSink(selection, { records: nothing, flows: nothing });
    const context = {
      evidence: 'bench',
      name: 'bench',
      anchor: Date.UTC(2026, 10, 22),
      keyed: TEST_KEYED,
      scanner: index.scanner,
      templates: new Map<string, string>(),
      start: { line: 1, byte: 0 },
      content: new Map<string, string>(),
    };
    const reader = syslog.open(context, sink);
    const bytes = readChunks(path, (chunk) => reader.push(chunk));
    reader.end();
    sink.close();
    return { units: LINES, unit: 'lines', bytes };
  });
  rmSync(folder, { recursive: true });
  console.log(figures('L  IOS syslog, 1,000,000 indicators, one thread', measured));
}
