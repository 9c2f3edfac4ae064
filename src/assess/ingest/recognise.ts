import type { Head, Source } from '../../sources/kit/contract.ts';

/** Bytes that recognition may look at. */
export const HEAD_BYTES = 65_536;
const HEAD_LINES = 200;
/** A source must be at least this sure. */
const LEAST = 0.3;
const LATIN = new TextDecoder('latin1');

/** Prepares the head of evidence for recognition. */
export function makeHead(bytes: Uint8Array, whole: boolean): Head {
  const text = LATIN.decode(bytes);
  return { bytes, text, lines: text.split(/\r?\n/, HEAD_LINES), whole };
}

/** The source that is surest of the head; ties go to the id that sorts first. Null when none is sure enough. */
export function chooseSource(
  sources: readonly Source[],
  head: Head,
  content: ReadonlyMap<string, string>,
): Source | null {
  let best: { source: Source; score: number } | null = null;
  for (const source of sources) {
    const score = source.recognise(head, content);
    if (score < LEAST) continue;
    if (!best || score > best.score || (score === best.score && source.id < best.source.id))
      best = { source, score };
  }
  return best?.source ?? null;
}

/** The first bytes as hexadecimal, for evidence that nobody knows. */
export function magicOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 32)).toString('hex');
}
