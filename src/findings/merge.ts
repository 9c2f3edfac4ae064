import { canonicalJson } from '../base/canonical-json.ts';
import type { Instant } from '../base/time.ts';
import type { Confidence, Hit, Proof } from '../model/verdict.ts';
import { compareConfidence, compareSeverity, compareTimes } from './rank.ts';

/** Proof that one finding carries at most; the first and the last lines are kept. */
export const MOST_PROOF = 50;

/** Joins hits that share a key into one: widest times, strongest words, all names, proof of the beginning and the end. */
export function mergeHits(hits: readonly [Hit, ...Hit[]]): Hit {
  const ranked = hits
    .map((hit) => ({ hit, text: canonicalJson(hit) }))
    .sort(
      (a, b) =>
        compareSeverity(b.hit.severity, a.hit.severity) ||
        compareConfidence(b.hit.confidence, a.hit.confidence) ||
        (a.text < b.text ? -1 : a.text > b.text ? 1 : 0),
    )
    .map(({ hit }) => hit);
  const strongest = ranked[0] ?? hits[0];
  return {
    key: strongest.key,
    title: strongest.title,
    severity: strongest.severity,
    confidence: ranked.map((h) => h.confidence).reduce(surer, 'low'),
    first: earliest(ranked.map((h) => h.first)),
    last: latest(ranked.map((h) => h.last)),
    count: ranked.reduce((sum, h) => sum + h.count, 0),
    proof: capProof(ranked.flatMap((h) => h.proof)),
    accounts: names(ranked.flatMap((h) => h.accounts)),
    addresses: names(ranked.flatMap((h) => h.addresses)),
    indicators: names(ranked.flatMap((h) => h.indicators)),
    notes: names(ranked.flatMap((h) => h.notes)),
  };
}

function capProof(lines: readonly Proof[]): Proof[] {
  const once = new Map(lines.map((line) => [canonicalJson(line), line]));
  const sorted = [...once]
    .sort(([a, x], [b, y]) => compareTimes(x.at, y.at) || compareRefs(x, y) || (a < b ? -1 : 1))
    .map(([, line]) => line);
  if (sorted.length <= MOST_PROOF) return sorted;
  return [...sorted.slice(0, MOST_PROOF / 2), ...sorted.slice(-MOST_PROOF / 2)];
}

function compareRefs(a: Proof, b: Proof): number {
  if (a.ref.evidence !== b.ref.evidence) return a.ref.evidence < b.ref.evidence ? -1 : 1;
  return a.ref.line - b.ref.line || a.ref.byte - b.ref.byte;
}

function surer(a: Confidence, b: Confidence): Confidence {
  return compareConfidence(a, b) >= 0 ? a : b;
}

function names(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function earliest(times: readonly (Instant | null)[]): Instant | null {
  return times.reduce((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
}

function latest(times: readonly (Instant | null)[]): Instant | null {
  return times.reduce((a, b) => (a === null ? b : b === null ? a : Math.max(a, b)), null);
}
