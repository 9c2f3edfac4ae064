import { SOURCES } from '../../sources/index.ts';
import type { Input } from './inputs.ts';
import { intelSource } from './intel-source.ts';
import { chooseSource, HEAD_BYTES, makeHead } from './recognise.ts';

const INTEL = intelSource(() => {});

/** Looks at the first bytes of a file: intelligence is read first, so that evidence is searched for it the first time. */
export async function isIntelligence(input: Input, content: ReadonlyMap<string, string>): Promise<boolean> {
  if (input.path === null || input.size === 0) return false;
  try {
    for await (const chunk of input.open(0, HEAD_BYTES)) {
      const head = makeHead(chunk.subarray(0, HEAD_BYTES), (input.size ?? 0) <= chunk.length);
      if (INTEL.recognise(head) === 0) return false;
      return chooseSource([...SOURCES, INTEL], head, content)?.id === INTEL.id;
    }
  } catch {
    return false; // The reading itself will say what is wrong with the file.
  }
  return false;
}
