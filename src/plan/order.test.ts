import { describe, expect, it } from 'vitest';
import { plan, step } from './fixture.ts';
import { orderPlans, orderSteps } from './order.ts';

const names = (steps: readonly { check: string }[]): string[] => steps.map((each) => each.check);

describe('orderSteps', () => {
  it('puts what is worse first, whatever the order it comes in', () => {
    const steps = [step('a'), step('b', { severity: 'high' }), step('c', { severity: 'medium' })];
    expect(names(orderSteps(steps))).toEqual(['b', 'c', 'a']);
    expect(orderSteps(steps.toReversed())).toEqual(orderSteps(steps));
  });

  it('puts the smaller change first where the risk is the same', () => {
    const big = step('a', { lines: ['x', 'y', 'z'] });
    const cutting = step('b', { mayCut: true });
    expect(names(orderSteps([cutting, big, step('c')]))).toEqual(['c', 'a', 'b']);
  });
});

describe('orderPlans', () => {
  it('begins with the device on which there is most to win', () => {
    const plans = [plan('pe-01', [step('a')]), plan('pe-02', [step('a'), step('b', { severity: 'high' })])];
    expect(orderPlans(plans).map((each) => [each.device, names(each.steps)])).toEqual([
      ['pe-02', ['b', 'a']],
      ['pe-01', ['a']],
    ]);
  });
});
