import { Case } from '../src/assess/case.ts';
import { conclude } from '../src/assess/conclude/index.ts';
import type { Input } from '../src/assess/ingest/inputs.ts';
import { addEvidence } from '../src/assess/ingest/run.ts';
import { readContent } from '../src/base/package-root.ts';
import type { Answers } from '../src/model/answers.ts';

/** Options of a test run; the clock stands at 2026-11-22T00:00Z unless given. */
export interface OnceOptions {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly now?: string;
  readonly builtinIntel?: boolean;
}

/** The key of all test runs. */
export const TEST_KEY: Uint8Array = new Uint8Array(32).fill(7);

const CONTENT = readContent();

/** An input out of memory. */
export function memoryInput(name: string, bytes: Uint8Array): Input {
  return {
    name,
    path: null,
    size: bytes.length,
    open: async function* () {
      for (let at = 0; at < bytes.length; at += 65536) yield bytes.slice(at, at + 65536);
    },
  };
}

/** Runs the whole arrow over evidence in memory and returns the answers. */
export async function assessOnce(
  evidence: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: OnceOptions = {},
): Promise<Answers> {
  const now = Date.parse(options.now ?? '2026-11-22T00:00:00Z');
  const builtinIntel = options.builtinIntel ?? true;
  const opened = await Case.open({ folder: null, now, key: TEST_KEY, content: CONTENT, builtinIntel });
  try {
    await addEvidence(opened, { inputs: evidence.map((e) => memoryInput(e.name, e.bytes)), workers: 1 });
    return await conclude(opened, {
      asOf: now,
      since: options.since ? Date.parse(options.since) : null,
      until: options.until ? Date.parse(options.until) : null,
      jurisdictions: ['US'],
      facts: {},
    });
  } finally {
    await opened.close();
  }
}
