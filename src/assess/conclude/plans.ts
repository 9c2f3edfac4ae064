import type { Check } from '../../checks/kit/contract.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { DevicePlan, Fix, FixStep } from '../../model/plan.ts';
import { type Finding, SEVERITIES } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { orderPlans } from '../../plan/index.ts';

/** A fix that a check offers for the newest configuration of a subject. */
export interface OfferedFix {
  readonly check: string;
  readonly subject: string;
  readonly facts: DeviceFacts;
  /** Null where the check found something and knows no lines for the platform. */
  readonly fix: Fix | null;
}

/** What a check that found something offers for the newest whole configuration; null where there is no such. */
export function offerOf(check: Check, view: DeviceView): OfferedFix | null {
  const facts = view.configs.filter((each) => each.complete).at(-1);
  if (!facts || check.class !== 'weakness') return null;
  return { check: check.id, subject: view.device.id, facts, fix: check.fix?.(view, facts) ?? null };
}

/** The plan of every device for which some check offers lines. Findings that were set aside need no mending. */
export function plansOf(offers: readonly OfferedFix[], findings: readonly Finding[]): DevicePlan[] {
  const standing = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.suppressed) continue;
    const key = `${finding.check} ${finding.subject}`;
    standing.set(key, [...(standing.get(key) ?? []), finding]);
  }
  const bySubject = new Map<string, OfferedFix[]>();
  for (const offer of offers) {
    if (!standing.has(`${offer.check} ${offer.subject}`)) continue;
    bySubject.set(offer.subject, [...(bySubject.get(offer.subject) ?? []), offer]);
  }
  const plans = [...bySubject].map(([device, list]) => planOf(device, list, standing));
  return orderPlans(plans.filter((plan) => plan.steps.length > 0));
}

function planOf(
  device: string,
  offers: readonly OfferedFix[],
  standing: ReadonlyMap<string, readonly Finding[]>,
): DevicePlan {
  const { facts } = offers[0] as OfferedFix;
  const steps = offers.flatMap(({ check, fix }): FixStep[] => {
    const found = standing.get(`${check} ${device}`) ?? [];
    if (!fix) return [];
    const severity = SEVERITIES[Math.max(...found.map((f) => SEVERITIES.indexOf(f.severity)))] ?? 'low';
    return [{ ...fix, check, findings: found.map((f) => f.id).sort(), severity }];
  });
  const byHand = offers.filter((offer) => offer.fix === null).map((offer) => offer.check);
  const { platform, evidence, takenAt } = facts;
  return { device, platform, evidence, takenAt, steps, byHand: byHand.sort() };
}
