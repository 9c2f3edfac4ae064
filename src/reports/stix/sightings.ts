import type { Answers } from '../../model/answers.ts';
import type { Finding } from '../../model/verdict.ts';
import {
  indicator,
  isStixId,
  observable,
  observedData,
  type StixAuthor,
  type StixObject,
  sighting,
  textsOf,
  writePattern,
} from '../../standards/stix/index.ts';

type Matched = Answers['intelligence']['matched'][number];

const STIX_INDICATOR =
  /^indicator--[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])/;

type ValueType = Parameters<typeof observable>[0];
const TYPES: readonly string[] = ['ipv4', 'ipv6', 'network', 'domain', 'url', 'hash', 'email', 'filename'];

function typeOf(matched: Matched): ValueType | null {
  return TYPES.includes(matched.type) ? (matched.type as ValueType) : null;
}

interface Seen {
  readonly first: number | null;
  readonly last: number | null;
  readonly count: number;
}

/** When and how often the indicator was seen over all findings that name it. */
function seenIn(findings: readonly Finding[], id: string): Seen {
  const naming = findings.filter((f) => f.suppressed === null && f.indicators.includes(id));
  const times = naming.flatMap((f) => [f.first, f.last]).filter((at) => at !== null);
  return {
    first: times.length > 0 ? Math.min(...times) : null,
    last: times.length > 0 ? Math.max(...times) : null,
    count: naming.reduce((sum, f) => sum + f.count, 0),
  };
}

/** The shared indicator by its own STIX id, or one made here where it was shared in another form. */
function sightedIndicator(
  matched: Matched,
  type: ValueType,
  author: StixAuthor,
): { readonly id: string; readonly made: StixObject[] } | null {
  const [id] = STIX_INDICATOR.exec(matched.id) ?? [];
  if (id !== undefined) return { id, made: [] };
  const pattern = writePattern(type, matched.value);
  if (pattern === null) return null;
  const made = indicator(author, { pattern, name: matched.title, validFrom: author.at });
  return { id: made.id, made: [made] };
}

function objectsFor(matched: Matched, seen: Seen, by: StixAuthor): StixObject[] {
  const type = typeOf(matched);
  if (type === null || seen.count === 0) return [];
  const { first, last, count } = seen;
  // An indicator is as old as what was seen first of it; a sighting is as new as what was seen last.
  const of = sightedIndicator(matched, type, { ...by, at: first ?? by.at });
  if (of === null) return [];
  const author = { ...by, at: last ?? by.at };
  const saw = observable(type, matched.value);
  const refs = author.markings.length === 0 ? {} : { object_marking_refs: [...author.markings] };
  const marked = saw === null ? [] : [{ ...saw, ...refs }];
  const observed =
    first === null || last === null || marked.length === 0
      ? []
      : [observedData(author, { first, last, count, refs: marked.map((o) => o.id) })];
  const times = first === null || last === null ? {} : { first, last };
  const made = sighting(author, {
    of: of.id,
    ...times,
    count,
    ...(observed.length > 0 ? { observed: observed.map((o) => o.id) } : {}),
    ...(author.createdBy === null ? {} : { seenBy: [author.createdBy] }),
  });
  return [...of.made, ...(observed.length > 0 ? marked : []), ...observed, made];
}

/**
 * Sightings, observed data and observables of every matched indicator that a standing finding names, each under the
 * author's markings and those of its indicator.
 */
export function sightingsOf(answers: Answers, matched: readonly Matched[], author: StixAuthor): StixObject[] {
  const sorted = matched.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const objects = sorted.flatMap((one) => {
    const markings = [...new Set([...author.markings, ...one.markingRefs.filter(isStixId).toSorted()])];
    return objectsFor(one, seenIn(answers.findings, one.id), { ...author, markings });
  });
  return [...Map.groupBy(objects, (object) => object.id).values()].map(joined);
}

/** One object under all markings: two packs may share one value, each under terms of its own. */
function joined(same: readonly StixObject[]): StixObject {
  const [first] = same as [StixObject];
  const markings = [...new Set(same.flatMap((object) => textsOf(object, 'object_marking_refs')))];
  return markings.length === 0 ? first : { ...first, object_marking_refs: markings };
}
