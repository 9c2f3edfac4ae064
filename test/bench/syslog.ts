import { DigestSink } from '../../src/assess/ingest/digest-sink.ts';
import { Selection } from '../../src/assess/ingest/selection.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { buildIndex } from '../../src/intel/index.ts';
import { TEST_KEYED } from '../../src/sources/kit/recording-sink.ts';
import { syslog } from '../../src/sources/logs/index.ts';
import { figures, measure } from './measure.ts';
import { syntheticPacks, syntheticSyslog } from './scanner.ts';

const LINES = 1_000_000;
const INDICATORS = 1_000_000;
const CHUNK = 1 << 20;

/** IOS syslog through the reader and the digest, with the selections of all checks and a million indicators loaded. */
export async function benchSyslog(): Promise<void> {
  const bytes = syntheticSyslog(LINES);
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
    for (let at = 0; at < bytes.length; at += CHUNK) reader.push(bytes.subarray(at, at + CHUNK));
    reader.end();
    sink.close();
    return { units: LINES, unit: 'lines', bytes: bytes.length };
  });
  console.log(figures('L  IOS syslog, 1,000,000 indicators, one thread', measured));
}
