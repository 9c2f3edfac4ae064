import type { Indicator, IntelPack } from '../model/indicator.ts';
import type { ProblemBook } from './problems.ts';
import { unusable } from './unusable.ts';
import type { IntelValue } from './value.ts';

const NONE: readonly never[] = [];

/** Most indicators of one pack; further ones are counted as `too-many`. */
export const MOST_INDICATORS = 2_000_000;

/** An indicator with everything unknown but its id and value; `known` fills in what the sharer says. */
export function draftIndicator(id: string, value: IntelValue, known: Partial<Indicator>): Indicator {
  return {
    id,
    type: value.type,
    value: value.value,
    together: known.together ?? NONE,
    origin: known.origin ?? '',
    title: known.title ?? '',
    labels: known.labels ?? NONE,
    attack: known.attack ?? NONE,
    validFrom: known.validFrom ?? null,
    validUntil: known.validUntil ?? null,
    created: known.created ?? null,
    revoked: known.revoked ?? false,
    confidence: known.confidence ?? null,
    marking: known.marking ?? null,
    markingRefs: known.markingRefs ?? NONE,
  };
}

/** Puts a pack together; indicators are in the order of the input. */
export function makePack(
  head: { readonly id: string; readonly name: string },
  indicators: readonly Indicator[],
  rest: {
    readonly problems: ProblemBook;
    readonly latest?: number | null;
    readonly marking?: IntelPack['marking'];
    readonly carried?: IntelPack['carried'];
  },
): IntelPack {
  for (const indicator of indicators) {
    const reason = unusable(indicator);
    if (reason) rest.problems.note(reason);
  }
  // A pack that holds nothing must say so: it would look as if its values had been searched for.
  if (indicators.length === 0 && rest.problems.list().length === 0) rest.problems.note('not-intel');
  return {
    id: head.id,
    name: head.name,
    indicators,
    latest: rest.latest ?? null,
    marking: rest.marking ?? null,
    problems: rest.problems.list(),
    carried: rest.carried ?? {},
  };
}

/** A confidence of 0 to 100 from a number or its text; null and a note when it is none. */
export function readConfidence(value: unknown, problems: ProblemBook): number | null {
  if (value === undefined || value === null || value === '') return null;
  const number = typeof value === 'number' ? value : Number(value);
  if (Number.isFinite(number) && number >= 0 && number <= 100) return Math.round(number);
  problems.note('confidence-unreadable');
  return null;
}

/** Title text fit for one line: white space joined, at most 200 characters. */
export function titleText(text: string): string {
  return text.slice(0, 1000).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}
