import { readContent } from '../../src/base/package-root.ts';
import type { Source } from '../../src/sources/kit/contract.ts';
import { headOf, readWith } from '../../src/sources/kit/recording-sink.ts';

const CONTENT = readContent();
/** Longer than this for one small input is a hang. */
const LONGEST_MS = 10_000;

/** Reads bytes with a source in chunks and says what is wrong with how it went; null when nothing is. */
export function problemOf(source: Source, bytes: Uint8Array, chunk: number): string | null {
  const began = performance.now();
  try {
    const score = source.recognise(headOf(bytes));
    if (!(score >= 0 && score <= 1)) return `recognise gave ${score}`;
    const sink = readWith(source, bytes, { chunk, content: CONTENT });
    if (sink.bytes() !== bytes.length)
      return `the ledger adds up to ${sink.bytes()} of ${bytes.length} bytes`;
    const bad = sink.accounts.find((a) => a.bytes < 0 || a.units < 0);
    if (bad) return `the ledger has a negative row: ${bad.reason}`;
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const took = performance.now() - began;
  return took > LONGEST_MS ? `took ${Math.round(took)} ms for ${bytes.length} bytes` : null;
}
