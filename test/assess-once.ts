import { conclude } from '../src/assess/conclude/index.ts';
import type { Answers } from '../src/model/answers.ts';
import { type OnceOptions, openWith } from './find-once.ts';

/** Runs the whole arrow over evidence in memory and returns the answers. */
export async function assessOnce(
  evidence: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  options: OnceOptions = {},
): Promise<Answers> {
  const opened = await openWith(evidence, options);
  try {
    return await conclude(opened, {
      asOf: Date.parse(options.now ?? '2026-11-22T00:00:00Z'),
      since: options.since ? Date.parse(options.since) : null,
      until: options.until ? Date.parse(options.until) : null,
      jurisdictions: ['US'],
      facts: {},
    });
  } finally {
    await opened.close();
  }
}
