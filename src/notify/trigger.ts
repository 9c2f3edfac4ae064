import type { Condition, Trigger } from './duty.ts';
import { type Facts, type FactValue, factValue } from './facts.ts';

/** The answer to a trigger over facts of which some may be unknown. */
export type Answer = 'yes' | 'no' | 'unknown';

/** An answer with the conditions that decided it, in the order of the trigger. */
export interface Judged {
  readonly answer: Answer;
  readonly leaves: readonly { readonly condition: Condition; readonly answer: Answer }[];
}

function asList(value: FactValue): readonly string[] {
  if (typeof value === 'string') return value.split(',').map((item) => item.trim());
  return typeof value === 'object' ? value : [];
}

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
};

/** A fact of the wrong type cannot answer the question, so it counts as unknown and is asked for. */
function judgeCondition(condition: Condition, facts: Facts): Answer {
  const found = factValue(facts, condition.fact);
  if (found === undefined) return 'unknown';
  const wanted = condition.value;
  const said = (yes: boolean): Answer => (yes ? 'yes' : 'no');
  if (condition.op === 'includes-any') {
    if (typeof found !== 'string' && typeof found !== 'object') return 'unknown';
    const names = typeof wanted === 'object' ? wanted : [String(wanted)];
    const have = asList(found);
    return said(names.some((name) => have.includes(name)));
  }
  if (typeof found !== typeof wanted || typeof found === 'object') return 'unknown';
  if (condition.op === 'eq' || condition.op === 'ne')
    return said((found === wanted) === (condition.op === 'eq'));
  if (typeof found !== 'number' || typeof wanted !== 'number' || Number.isNaN(found)) return 'unknown';
  return said(COMPARE[condition.op]?.(found, wanted) ?? false);
}

function combine(parts: readonly Judged[], decisive: Answer): Judged {
  const leaves = parts.flatMap((part) => part.leaves);
  const deciding = parts.filter((part) => part.answer === decisive);
  if (deciding.length > 0) {
    return { answer: decisive, leaves: deciding.flatMap((part) => part.leaves) };
  }
  const open = parts.some((part) => part.answer === 'unknown');
  return { answer: open ? 'unknown' : decisive === 'yes' ? 'no' : 'yes', leaves };
}

/** Judges a trigger in three values: `unknown` only where the facts that are missing could change the answer. */
export function judge(trigger: Trigger, facts: Facts): Judged {
  if ('all' in trigger)
    return combine(
      trigger.all.map((part) => judge(part, facts)),
      'no',
    );
  if ('any' in trigger)
    return combine(
      trigger.any.map((part) => judge(part, facts)),
      'yes',
    );
  const answer = judgeCondition(trigger, facts);
  return { answer, leaves: [{ condition: trigger, answer }] };
}

/** Every fact name that a trigger asks about, in order, each once. */
export function factsAsked(trigger: Trigger): string[] {
  if ('fact' in trigger) return [trigger.fact];
  const parts = 'all' in trigger ? trigger.all : trigger.any;
  return [...new Set(parts.flatMap(factsAsked))];
}
