import { describe, expect, it } from 'vitest';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Fix } from '../../model/plan.ts';
import type { Finding, Severity } from '../../model/verdict.ts';
import { type OfferedFix, plansOf } from './plans.ts';

const FACTS = { platform: 'ios', evidence: 'ab', takenAt: 5 } as DeviceFacts;
const FIX: Fix = { lines: ['x'], back: ['no x'], first: [], afterwards: [], mayCut: false };
const offer = (check: string, subject: string, fix: Fix | null = FIX): OfferedFix => ({
  check,
  subject,
  facts: FACTS,
  fix,
});
const finding = (id: string, check: string, more: Partial<Finding> = {}): Finding =>
  ({ id, check, subject: 'pe-01', severity: 'low' as Severity, suppressed: null, ...more }) as Finding;

describe('plansOf', () => {
  it('takes the worst severity of the findings that a step mends, and names them all', () => {
    const plans = plansOf(
      [offer('a', 'pe-01')],
      [finding('F-2', 'a'), finding('F-1', 'a', { severity: 'high' })],
    );
    expect(plans).toMatchObject([
      { device: 'pe-01', steps: [{ severity: 'high', findings: ['F-1', 'F-2'] }] },
    ]);
  });

  it('leaves out what a person has set aside', () => {
    const set = finding('F-1', 'a', { suppressed: { by: 'x', why: 'y', until: null } });
    expect(plansOf([offer('a', 'pe-01')], [set])).toEqual([]);
  });

  it('names checks without lines beside those with lines', () => {
    const plans = plansOf(
      [offer('a', 'pe-01'), offer('b', 'pe-01', null)],
      [finding('F-1', 'a'), finding('F-2', 'b')],
    );
    expect(plans).toMatchObject([{ steps: [{ check: 'a' }], byHand: ['b'] }]);
  });
});
