import { type Finding, SEVERITIES, type Severity } from '../model/verdict.ts';
import { compareSeverity, lessSure } from './rank.ts';

/** The check whose hits are neighbours of a shared address, not the address itself. */
const NEAR_MATCH = 'indicator-near-match';
/** Words in a role that say that strangers are met all day: there an address alone means less (facts 1.3). */
const BUSY = ['border', 'peering', 'transit', 'internet', 'cgnat'];

/** Lowers what a match of a shared value may claim when nothing else on its subject speaks for it (facts 1.3, 9.1). */
export function temper(finding: Finding, where: { backed: boolean; role: string | null }): Finding {
  if (finding.class !== 'indicator') return finding;
  const near = finding.check === NEAR_MATCH;
  const cap: Severity = near ? 'medium' : where.backed ? 'critical' : 'high';
  const busy = where.role !== null && BUSY.some((word) => where.role?.toLowerCase().includes(word));
  const note = `The device has the role ${where.role}: such a device meets strangers all day, so an address alone means less there.`;
  return {
    ...finding,
    severity: compareSeverity(finding.severity, cap) > 0 ? cap : finding.severity,
    confidence: busy && !where.backed ? lessSure(finding.confidence) : finding.confidence,
    notes: busy && !where.backed ? [...new Set([...finding.notes, note])].sort() : finding.notes,
  };
}

/** Subjects with a sign of compromise or a contradiction that counts and is more than low. */
export function backedSubjects(findings: readonly Finding[]): ReadonlySet<string> {
  const strong = findings.filter(
    (f) =>
      f.suppressed === null &&
      (f.class === 'compromise' || f.class === 'contradiction') &&
      SEVERITIES.indexOf(f.severity) > SEVERITIES.indexOf('low'),
  );
  return new Set(strong.map((f) => f.subject));
}
