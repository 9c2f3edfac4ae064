import type { DevicePlan, FixStep } from '../model/plan.ts';

/** A step of one harmless line unless told otherwise. */
export function step(check: string, parts: Partial<FixStep> = {}): FixStep {
  return {
    check,
    findings: ['F-AAAAAA'],
    severity: 'low',
    lines: [`no ${check}`],
    back: [check],
    first: [],
    afterwards: [`show ${check}`],
    mayCut: false,
    ...parts,
  };
}

/** The plan of a router. */
export function plan(device: string, steps: readonly FixStep[]): DevicePlan {
  return {
    device,
    platform: 'ios',
    evidence: 'ab'.repeat(32),
    takenAt: Date.UTC(2026, 9, 15, 2),
    steps,
    byHand: [],
  };
}
