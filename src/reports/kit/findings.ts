import type { Finding } from '../../model/verdict.ts';

/** The findings that count: those that nobody has set aside, in the order given. */
export function standing(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.suppressed === null);
}

/** The findings that a person has set aside: kept and shown, not counted. */
export function setAside(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.suppressed !== null);
}

/** What a subject is called in reports: the name of the device or system. */
export function subjectName(subject: string): string {
  return subject.startsWith('system:') ? `${subject.slice(7)} (system)` : subject;
}
