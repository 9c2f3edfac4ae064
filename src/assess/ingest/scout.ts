import { recogniseIntel } from '../../intel/index.ts';
import type { Input } from './inputs.ts';
import { HEAD_BYTES, makeHead } from './recognise.ts';

/** How sure recognition must be that a file is intelligence before it is read ahead of the others. */
const SURE = 0.5;

/** Looks at the first bytes of a file: intelligence is read first, so that evidence is searched for it the first time. */
export async function isIntelligence(input: Input): Promise<boolean> {
  if (input.path === null || input.size === 0) return false;
  try {
    for await (const chunk of input.open(0, HEAD_BYTES)) {
      return (
        recogniseIntel(makeHead(chunk.subarray(0, HEAD_BYTES), (input.size ?? 0) <= chunk.length)) >= SURE
      );
    }
  } catch {
    return false; // The reading itself will say what is wrong with the file.
  }
  return false;
}
