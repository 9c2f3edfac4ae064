import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from '../model/evidence.ts';
import type { Finding } from '../model/verdict.ts';

/** The part of a piece of evidence that tells which plane it belongs to. */
export type EvidencePlane = Pick<Evidence, 'id' | 'kinds'>;

/**
 * The kinds of evidence in which proof of the findings stands, in the order of EVIDENCE_KINDS. One file counts as one
 * kind whatever it holds: two kinds that one hand wrote into one file do not confirm each other.
 */
export function planesOf(findings: readonly Finding[], evidence: readonly EvidencePlane[]): EvidenceKind[] {
  const kindOf = new Map(evidence.map((e) => [e.id, EVIDENCE_KINDS.find((kind) => e.kinds.includes(kind))]));
  const seen = new Set(findings.flatMap((f) => f.proof).map((p) => kindOf.get(p.ref.evidence)));
  return EVIDENCE_KINDS.filter((kind) => seen.has(kind));
}
