import type { DevicePlan, FixStep } from '../model/plan.ts';
import { SEVERITIES } from '../model/verdict.ts';

/** What a step takes off: a step of severity counts for more than any number of steps below it would. */
function riskOf({ severity, findings }: FixStep): number {
  return 4 ** SEVERITIES.indexOf(severity) * Math.max(1, findings.length);
}

/** Lines that may cut somebody off ask for a window and a second pair of eyes: they count as much more change. */
function costOf({ lines, mayCut, first }: FixStep): number {
  return (lines.length + 2 * first.length) * (mayCut ? 4 : 1);
}

/** Puts the steps of a device in order: most risk cut per change first, then by name, so that every run is the same. */
export function orderSteps(steps: readonly FixStep[]): FixStep[] {
  const worth = (step: FixStep): number => riskOf(step) / Math.max(1, costOf(step));
  return [...steps].sort((a, b) => worth(b) - worth(a) || (a.check < b.check ? -1 : 1));
}

/** Puts devices in order: those first whose steps cut most risk. */
export function orderPlans(plans: readonly DevicePlan[]): DevicePlan[] {
  const risk = (plan: DevicePlan): number => plan.steps.reduce((sum, step) => sum + riskOf(step), 0);
  return plans
    .map((plan) => ({ ...plan, steps: orderSteps(plan.steps) }))
    .sort((a, b) => risk(b) - risk(a) || (a.device < b.device ? -1 : 1));
}
