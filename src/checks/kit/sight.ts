import { formatMinute, type Period, subtractPeriods } from '../../base/time.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { Reason } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { cheapestWay, describeKinds } from './wording.ts';

/**
 * The parts of a stretch in which this kind of evidence could not have shown anything; what lies outside the assessed
 * period is left out. Checks that take absence for a sign ask this first: where nobody looked, nothing is missing.
 */
export function blindParts(view: DeviceView, kind: EvidenceKind, span: Period): readonly Period[] {
  const from = Math.max(span.from, view.period.from);
  const to = Math.max(Math.min(span.to, view.period.to), from + 1);
  return subtractPeriods([{ from, to }], view.coverage(kind).seen);
}

/** True when this kind of evidence could have shown something all through the stretch. */
export function couldSee(view: DeviceView, kind: EvidenceKind, span: Period): boolean {
  return view.coverage(kind).count > 0 && blindParts(view, kind, span).length === 0;
}

/** Says that something was seen while the evidence that would confirm it was blind; null for no stretches. */
export function blindReason(kind: EvidenceKind, what: string, periods: readonly Period[]): Reason | null {
  const first = periods[0];
  if (!first) return null;
  const more = periods.length > 1 ? ` and ${periods.length - 1} more` : '';
  const text = `${what}, but the ${describeKinds([kind])} of this device is blind at that time (${formatMinute(first.from)}${more}).`;
  return {
    code: 'partial-period',
    text,
    cheapest: cheapestWay('partial-period', [kind]),
    kinds: [kind],
    periods,
  };
}
