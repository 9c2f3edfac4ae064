import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Trigger } from './duty.ts';
import type { FactValue } from './facts.ts';
import { factsAsked, judge } from './trigger.ts';

const ask = (fact: string, op: Condition['op'], value: Condition['value']): Condition => ({
  fact,
  op,
  value,
  says: `${fact} ${op}`,
});
const answer = (condition: Condition, value?: FactValue): string =>
  judge(condition, value === undefined ? {} : { [condition.fact]: value }).answer;

describe('one condition', () => {
  it('meets a threshold exactly on its edge', () => {
    const atLeast = ask('n', 'gte', 500);
    expect(answer(atLeast, 500)).toBe('yes');
    expect(answer(atLeast, 499)).toBe('no');
    expect(answer(ask('n', 'gt', 500), 500)).toBe('no');
    expect(answer(ask('n', 'lt', 500), 500)).toBe('no');
    expect(answer(ask('n', 'lte', 500), 500)).toBe('yes');
  });

  it('reads a list from an array or from text with commas, and matches whole names', () => {
    const calls = ask('classes', 'includes-any', ['call-records', 'location']);
    expect(answer(calls, ['subscribers', 'location'])).toBe('yes');
    expect(answer(calls, 'subscribers, call-records')).toBe('yes');
    expect(answer(calls, 'call-records-summary')).toBe('no');
    expect(answer(calls, [])).toBe('no');
  });

  it('does not know what is missing, called unknown, empty or of the wrong type', () => {
    expect(answer(ask('n', 'gte', 1))).toBe('unknown');
    expect(answer(ask('n', 'gte', 1), 'unknown')).toBe('unknown');
    expect(answer(ask('n', 'gte', 1), '')).toBe('unknown');
    expect(answer(ask('n', 'gte', 1), '12')).toBe('unknown');
    expect(answer(ask('n', 'gte', 1), Number.NaN)).toBe('unknown');
    expect(answer(ask('b', 'eq', true), 'true')).toBe('unknown');
    expect(answer(ask('classes', 'includes-any', ['a']), 7)).toBe('unknown');
  });

  it('does not take an inherited property for a fact', () => {
    expect(answer(ask('constructor', 'ne', 'x'))).toBe('unknown');
    expect(answer(ask('toString', 'ne', 'x'))).toBe('unknown');
  });

  it('tells false from unknown', () => {
    expect(answer(ask('b', 'eq', true), false)).toBe('no');
    expect(answer(ask('b', 'ne', true), false)).toBe('yes');
  });
});

describe('conditions together', () => {
  const yes = ask('yes', 'eq', true);
  const no = ask('no', 'eq', true);
  const open = ask('open', 'eq', true);
  const facts = { yes: true, no: false };

  it('answers where the unknown cannot change the answer', () => {
    expect(judge({ all: [open, no] }, facts).answer).toBe('no');
    expect(judge({ any: [open, yes] }, facts).answer).toBe('yes');
    expect(judge({ all: [open, yes] }, facts).answer).toBe('unknown');
    expect(judge({ any: [open, no] }, facts).answer).toBe('unknown');
  });

  it('gives only the conditions that decided', () => {
    expect(judge({ all: [open, no, yes] }, facts).leaves.map((leaf) => leaf.condition.fact)).toEqual(['no']);
    expect(judge({ all: [yes, { any: [open, yes] }] }, facts).answer).toBe('yes');
  });

  it('lists every fact once', () => {
    expect(factsAsked({ all: [yes, { any: [open, yes] }] })).toEqual(['yes', 'open']);
  });

  it('never changes a settled answer when an unknown fact becomes known', () => {
    const leaf = fc.constantFrom('a', 'b', 'c').map((fact): Trigger => ask(fact, 'eq', true));
    const { tree } = fc.letrec<{ tree: Trigger }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all): Trigger => ({ all })),
        fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any): Trigger => ({ any })),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.boolean(), fc.boolean(), fc.boolean(), (trigger, a, b, c) => {
        const partial = judge(trigger, { a }).answer;
        const full = judge(trigger, { a, b, c }).answer;
        expect(full).not.toBe('unknown');
        expect(['unknown', full]).toContain(partial);
      }),
    );
  });
});
