import { Case } from '../src/assess/case.ts';
import { type Found, findAll } from '../src/assess/conclude/found.ts';
import type { Input } from '../src/assess/ingest/inputs.ts';
import { addEvidence } from '../src/assess/ingest/run.ts';
import { readContent } from '../src/base/package-root.ts';
import { CHECKS } from '../src/checks/index.ts';
import type { Check } from '../src/checks/kit/contract.ts';

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

/** Opens a case in memory and reads evidence into it. */
export async function openWith(
  evidence: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: OnceOptions = {},
): Promise<Case> {
  const now = Date.parse(options.now ?? '2026-11-22T00:00:00Z');
  const builtinIntel = options.builtinIntel ?? true;
  const opened = await Case.open({ folder: null, now, key: TEST_KEY, content: CONTENT, builtinIntel });
  // Memory cannot be read again when intelligence comes later, so what is called `intel` goes first.
  for (const first of [true, false]) {
    const inputs = evidence
      .filter((e) => (e.name === 'intel') === first)
      .map((e) => memoryInput(e.name, e.bytes));
    if (inputs.length > 0) await addEvidence(opened, { inputs, workers: 1 });
  }
  return opened;
}

/** Reads evidence and asks checks, no further: for the cases of single checks. */
export async function findOnce(
  evidence: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: OnceOptions & { readonly checks?: readonly Check[] } = {},
): Promise<Found> {
  const opened = await openWith(evidence, options);
  try {
    return await findAll(opened, {
      checks: options.checks ?? CHECKS,
      asOf: Date.parse(options.now ?? '2026-11-22T00:00:00Z'),
      since: options.since ? Date.parse(options.since) : null,
      until: options.until ? Date.parse(options.until) : null,
    });
  } finally {
    await opened.close();
  }
}
