import type { Hit } from '../../model/verdict.ts';

type Needed = 'key' | 'title' | 'severity' | 'proof';

/** A hit out of what it must say; everything else is taken from its proof or left empty. */
export function makeHit(parts: Pick<Hit, Needed> & Partial<Hit>): Hit {
  const times = parts.proof.map((p) => p.at).filter((t) => t !== null);
  return {
    confidence: 'medium',
    first: times.length > 0 ? Math.min(...times) : null,
    last: times.length > 0 ? Math.max(...times) : null,
    count: parts.proof.length,
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    ...parts,
  };
}
