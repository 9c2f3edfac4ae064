import {
  type CheckClass,
  type Confidence,
  type Finding,
  SEVERITIES,
  type Severity,
} from '../model/verdict.ts';

const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high'];
/** Of two signs that are equally bad, a sign of compromise is read before an open door. */
const CLASSES: readonly CheckClass[] = [
  'compromise',
  'contradiction',
  'indicator',
  'supply-chain',
  'weakness',
];

/** Below zero when `a` is less bad than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** Below zero when `a` is less sure than `b`. */
export function compareConfidence(a: Confidence, b: Confidence): number {
  return CONFIDENCES.indexOf(a) - CONFIDENCES.indexOf(b);
}

/** One step less sure; `low` stays. */
export function lessSure(confidence: Confidence): Confidence {
  return confidence === 'high' ? 'medium' : 'low';
}

/** The earlier of two times comes first; an unknown time comes last. */
export function compareTimes(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null ? -1 : a - b;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Worst first; findings that a person set aside come after all others. A total order: no two findings are equal. */
export function worstFirst(a: Finding, b: Finding): number {
  return (
    Number(a.suppressed !== null) - Number(b.suppressed !== null) ||
    compareSeverity(b.severity, a.severity) ||
    compareConfidence(b.confidence, a.confidence) ||
    CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) ||
    compareTimes(a.first, b.first) ||
    compareText(a.check, b.check) ||
    compareText(a.subject, b.subject) ||
    compareText(a.key, b.key)
  );
}
