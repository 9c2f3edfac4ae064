import { SEVERITIES, type Severity } from '../../model/verdict.ts';

/** The severity some steps up or down, never beyond the ends. */
export function shiftSeverity(severity: Severity, steps: number): Severity {
  const at = SEVERITIES.indexOf(severity) + steps;
  return SEVERITIES[Math.max(0, Math.min(SEVERITIES.length - 1, at))] as Severity;
}
