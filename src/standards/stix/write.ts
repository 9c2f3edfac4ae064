import { canonicalJson } from '../../base/canonical-json.ts';
import { deterministicId, uuid5 } from './id.ts';
import type { StixObject } from './object.ts';

/** Who writes, when, in which namespace of ids, and under which markings; the same for all objects of a bundle. */
export interface StixAuthor {
  /** UUID under which ids are made; the same namespace and content give the same id. */
  readonly namespace: string;
  /** Id of the identity that creates the objects; null to leave it out. */
  readonly createdBy: string | null;
  /** Epoch milliseconds for `created` and `modified`. */
  readonly at: number;
  readonly markings: readonly string[];
}

/** A STIX timestamp with milliseconds. */
export function timestamp(at: number): string {
  return new Date(at).toISOString();
}

function made(author: StixAuthor, type: string, says: Readonly<Record<string, unknown>>): StixObject {
  const at = timestamp(author.at);
  const common = {
    type,
    spec_version: '2.1',
    id: deterministicId(type, author.namespace, says),
    ...(author.createdBy === null ? {} : { created_by_ref: author.createdBy }),
    created: at,
    modified: at,
    ...(author.markings.length === 0 ? {} : { object_marking_refs: [...author.markings] }),
  };
  const stated = Object.fromEntries(Object.entries(says).filter(([, value]) => value !== undefined));
  return { ...stated, ...common };
}

/** An identity; its id depends on name and class alone, so that it stays the same over time. */
export function identity(
  author: StixAuthor,
  says: { readonly name: string; readonly class: string; readonly labels?: readonly string[] },
): StixObject {
  const id = deterministicId('identity', author.namespace, { name: says.name, class: says.class });
  const object = made({ ...author, createdBy: null }, 'identity', {
    name: says.name,
    identity_class: says.class,
    labels: says.labels,
  });
  return { ...object, id };
}

/** An indicator with a STIX pattern; `validFrom` is epoch milliseconds. */
export function indicator(
  author: StixAuthor,
  says: {
    readonly pattern: string;
    readonly name?: string;
    readonly validFrom: number;
    readonly types?: readonly string[];
  },
): StixObject {
  return made(author, 'indicator', {
    name: says.name,
    pattern: says.pattern,
    pattern_type: 'stix',
    valid_from: timestamp(says.validFrom),
    indicator_types: says.types,
  });
}

/** Observed data: which observables were seen how often between two moments (epoch milliseconds). */
export function observedData(
  author: StixAuthor,
  says: {
    readonly first: number;
    readonly last: number;
    readonly count: number;
    readonly refs: readonly string[];
  },
): StixObject {
  return made(author, 'observed-data', {
    first_observed: timestamp(says.first),
    last_observed: timestamp(says.last),
    number_observed: Math.min(999_999_999, Math.max(1, says.count)),
    object_refs: [...says.refs],
  });
}

/** A sighting of an indicator, with what was observed and who saw it; a count of 0 says that it was looked for in vain. */
export function sighting(
  author: StixAuthor,
  says: {
    readonly of: string;
    readonly first?: number;
    readonly last?: number;
    readonly count: number;
    readonly observed?: readonly string[];
    readonly seenBy?: readonly string[];
  },
): StixObject {
  return made(author, 'sighting', {
    sighting_of_ref: says.of,
    first_seen: says.first === undefined ? undefined : timestamp(says.first),
    last_seen: says.last === undefined ? undefined : timestamp(says.last),
    count: Math.min(999_999_999, Math.max(0, says.count)),
    observed_data_refs: says.observed,
    where_sighted_refs: says.seenBy,
  });
}

/** A relationship between two objects, such as `indicates`. */
export function relationship(
  author: StixAuthor,
  says: { readonly type: string; readonly source: string; readonly target: string },
): StixObject {
  return made(author, 'relationship', {
    relationship_type: says.type,
    source_ref: says.source,
    target_ref: says.target,
  });
}

/** A report over objects of the bundle, published at a moment (epoch milliseconds). */
export function report(
  author: StixAuthor,
  says: { readonly name: string; readonly published: number; readonly refs: readonly string[] },
): StixObject {
  return made(author, 'report', {
    name: says.name,
    published: timestamp(says.published),
    object_refs: [...says.refs].sort(),
  });
}

/** A grouping: objects that share a context (such as `suspicious-activity`) but are no finished report. */
export function grouping(
  author: StixAuthor,
  says: { readonly name: string; readonly context: string; readonly refs: readonly string[] },
): StixObject {
  return made(author, 'grouping', {
    name: says.name,
    context: says.context,
    object_refs: [...says.refs].sort(),
  });
}

/** A marking that carries a statement, such as terms of use. */
export function statementMarking(author: StixAuthor, statement: string): StixObject {
  const object = made({ ...author, markings: [] }, 'marking-definition', {
    definition_type: 'statement',
    definition: { statement },
  });
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== 'modified')) as StixObject;
}

/** A STIX 2.1 bundle of the objects, one per id, sorted by id; equal content gives equal text. */
export function writeBundle(objects: Iterable<StixObject>, namespace: string): string {
  const byId = new Map<string, StixObject>();
  for (const object of objects) if (!byId.has(object.id)) byId.set(object.id, object);
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const body = sorted.map((object) => canonicalJson(object));
  const id = `bundle--${uuid5(namespace, body.join('\n'))}`;
  return `{"type":"bundle","id":"${id}","objects":[\n${body.join(',\n')}\n]}\n`;
}
