import type { Indicator, IntelPack } from '../../model/indicator.ts';
import {
  memberOf,
  type StixObject,
  type StixReading,
  textOf,
  textsOf,
  timeOf,
} from '../../standards/stix/index.ts';
import { strictest } from '../../standards/tlp/index.ts';
import { draftIndicator, MOST_INDICATORS, makePack, readConfidence, titleText } from '../draft.ts';
import { ProblemBook } from '../problems.ts';
import { type PatternValue, patternValues } from './pattern-values.ts';
import { markingsOf, type StixContext, stixContext } from './stix-context.ts';

interface PackHead {
  readonly id: string;
  readonly name: string;
}

/** Turns what a STIX reader understood into a pack. */
export function stixPack(reading: StixReading, head: PackHead): IntelPack {
  const problems = new ProblemBook();
  for (const problem of reading.problems) problems.note(problem.code, problem.count);
  const context = stixContext(reading.objects, problems);
  const origins = new Map<string, string>();
  const indicators: Indicator[] = [];
  for (const object of reading.objects) {
    if (object.type === 'x-misp-attribute') problems.note('attribute-unused');
    if (object.type !== 'indicator') continue;
    const origin = originOf(object, { context, problems, head, origins });
    for (const found of indicatorsOf(object, { context, problems, origin })) {
      if (indicators.length < MOST_INDICATORS) indicators.push(found);
      else problems.note('too-many');
    }
  }
  if (reading.objects.length > 0 && indicators.length === 0) problems.note('not-intel');
  return makePack(head, indicators, {
    problems,
    latest: latestOf(reading.objects),
    marking: strictest(reading.objects.map((object) => markingsOf(object, context).tlp)),
    carried: carriedOf(reading.objects),
  });
}

function latestOf(objects: readonly StixObject[]): number | null {
  let latest: number | null = null;
  for (const object of objects) {
    const at = timeOf(object, 'modified') ?? timeOf(object, 'created');
    if (at !== null && object.type !== 'marking-definition' && (latest === null || at > latest)) latest = at;
  }
  return latest;
}

/** Markings and identities, which whoever passes a sighting on must pass on too. */
function carriedOf(objects: readonly StixObject[]): Record<string, unknown> {
  const kept = objects.filter((object) => object.type === 'marking-definition' || object.type === 'identity');
  return Object.fromEntries(kept.map((object) => [object.id, object]));
}

/** Name of the identity that made the indicator; else of the report that lists it; else of the pack. */
function originOf(
  object: StixObject,
  at: {
    readonly context: StixContext;
    readonly problems: ProblemBook;
    readonly head: PackHead;
    readonly origins: Map<string, string>;
  },
): string {
  const ref = textOf(object, 'created_by_ref');
  const maker = ref === undefined ? undefined : at.context.byId.get(ref);
  if (ref !== undefined && !maker) at.problems.note('dangling-reference');
  const report = at.context.containers.get(object.id)?.[0];
  const name = titleText(textOf(maker, 'name') ?? textOf(report, 'name') ?? at.head.name);
  // One string for all indicators of one maker: a million of them must stay small.
  const known = at.origins.get(name) ?? name;
  at.origins.set(name, known);
  return known;
}

function indicatorsOf(
  object: StixObject,
  at: { readonly context: StixContext; readonly problems: ProblemBook; readonly origin: string },
): Indicator[] {
  const { problems } = at;
  const language = textOf(object, 'pattern_type') ?? 'stix';
  if (language !== 'stix') {
    problems.note('pattern-type');
    return [];
  }
  const values = patternValues(textOf(object, 'pattern') ?? '', problems);
  if (values.length === 0) return [];
  const known = { ...statedBy(object, at), origin: at.origin };
  return values.map((value) => oneOf(object.id, value, { known, alone: values.length === 1 }));
}

function oneOf(
  id: string,
  value: PatternValue,
  as: { readonly known: Partial<Indicator>; readonly alone: boolean },
): Indicator {
  const own = as.alone ? id : `${id}:${value.main.value}`;
  return draftIndicator(own, value.main, { ...as.known, together: value.together });
}

function statedBy(
  object: StixObject,
  at: { readonly context: StixContext; readonly problems: ProblemBook },
): Partial<Indicator> {
  const { context, problems } = at;
  const marking = markingsOf(object, context);
  if (marking.tlp === null) problems.note('no-tlp');
  const name = textOf(object, 'name') ?? '';
  if (name === '') problems.note('no-name');
  const revoked = memberOf(object, 'revoked') === true;
  if (revoked) problems.note('revoked');
  return {
    title: titleText(name === '' ? (textOf(object, 'description') ?? '') : name),
    labels: [...(context.labels.get(object.id) ?? []), ...galaxies(object)].sort(),
    attack: [...(context.attack.get(object.id) ?? [])].sort(),
    ...validity(object, problems),
    created: timeOf(object, 'created'),
    revoked,
    confidence: readConfidence(memberOf(object, 'confidence'), problems),
    marking: marking.tlp,
    markingRefs: marking.others,
  };
}

/** Names in MISP galaxy tags such as `misp-galaxy:tool="X"`; techniques are not labels. */
function galaxies(object: StixObject): string[] {
  return textsOf(object, 'labels').flatMap((label) => {
    const match =
      /^misp-galaxy:(?!mitre-(?:enterprise-attack-)?attack-pattern)[a-z0-9-]{1,60}="([^"]{1,100})"$/.exec(
        label,
      );
    return match?.[1] === undefined ? [] : [match[1]];
  });
}

/**
 * A valid_from that equals created with no valid_until is what tools write when nobody stated a validity: it is the
 * moment of the record, never of the activity, and no match may be aged or cut by it.
 */
function validity(
  object: StixObject,
  problems: ProblemBook,
): { readonly validFrom: number | null; readonly validUntil: number | null } {
  const validFrom = timeOf(object, 'valid_from');
  const validUntil = timeOf(object, 'valid_until');
  if (validFrom === null || validUntil !== null || validFrom !== timeOf(object, 'created'))
    return { validFrom, validUntil };
  problems.note('valid-from-is-record-time');
  return { validFrom: null, validUntil: null };
}
