import { type Confidence, type Finding, SEVERITIES, type Severity } from '../model/verdict.ts';
import { type EvidencePlane, planesOf } from './planes.ts';

/** A number that grows with severity. */
export function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** True for findings that can start an incident; weaknesses are open doors, not intruders (facts 9.1). */
export function starts(finding: Finding): boolean {
  if (finding.suppressed !== null) return false;
  return finding.class === 'compromise' || finding.class === 'contradiction' || finding.class === 'indicator';
}

/**
 * True for findings that may tie others together. Weak ones (low severity, or a shared value below high) may join an
 * incident but never bridge two: a scanner that touches every device would make one incident of the whole network.
 */
export function isStrong(finding: Finding): boolean {
  return rankOf(finding.severity) >= rankOf(finding.class === 'indicator' ? 'high' : 'medium');
}

/** The worst severity among findings. */
export function worstOf(findings: readonly Finding[]): Severity {
  return findings.map((f) => f.severity).reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a), 'info');
}

/**
 * How sure an incident is. `high` only when at least three checks of compromise or contradiction agree over at least
 * two kinds of evidence and one of them is itself sure; shared values alone never go beyond `low` unless sure.
 */
export function confidenceOf(findings: readonly Finding[], evidence: readonly EvidencePlane[]): Confidence {
  const own = findings.filter((f) => f.class !== 'indicator');
  const sure = findings.some((f) => f.confidence === 'high');
  if (own.length === 0) return sure ? 'medium' : 'low';
  const checks = new Set(own.map((f) => f.check)).size;
  const planes = planesOf(own, evidence).length;
  if (checks >= 3 && planes >= 2 && own.some((f) => f.confidence === 'high')) return 'high';
  return sure || (checks >= 2 && planes >= 2) ? 'medium' : 'low';
}
