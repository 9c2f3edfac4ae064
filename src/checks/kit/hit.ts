import type { Instant } from '../../base/time.ts';
import type { Hit, Proof } from '../../model/verdict.ts';

type Needed = 'key' | 'title' | 'severity' | 'proof';

/** Proof that one hit carries at most; of more, the first and the last are kept. */
const MOST_PROOF = 50;

function capped(proof: readonly Proof[]): readonly Proof[] {
  if (proof.length <= MOST_PROOF) return proof;
  return [...proof.slice(0, MOST_PROOF / 2), ...proof.slice(-MOST_PROOF / 2)];
}

/** A hit out of what it must say; everything else is taken from its proof or left empty. */
export function makeHit(parts: Pick<Hit, Needed> & Partial<Hit>): Hit {
  const times = parts.proof.map((p) => p.at).filter((t) => t !== null);
  return {
    confidence: 'medium',
    first: times.reduce<Instant | null>((a, b) => (a === null ? b : Math.min(a, b)), null),
    last: times.reduce<Instant | null>((a, b) => (a === null ? b : Math.max(a, b)), null),
    count: parts.proof.length,
    accounts: [],
    addresses: [],
    indicators: [],
    notes: [],
    ...parts,
    proof: capped(parts.proof),
  };
}
