import type { Tlp } from '../../model/evidence.ts';
import { bracketedTechniques, isTechniqueId, techniquesIn } from '../../standards/attack/index.ts';
import { memberOf, type StixObject, textOf, textsOf } from '../../standards/stix/index.ts';
import { strictest, tlpOfId, tlpOfMarking } from '../../standards/tlp/index.ts';
import { isJunkName } from '../junk-names.ts';
import type { ProblemBook } from '../problems.ts';

/** What the other objects of a bundle say about its indicators. */
export interface StixContext {
  readonly byId: ReadonlyMap<string, StixObject>;
  /** Names of malware, tools and actors by indicator id. */
  readonly labels: ReadonlyMap<string, ReadonlySet<string>>;
  readonly attack: ReadonlyMap<string, ReadonlySet<string>>;
  /** Reports and groupings that list an object. */
  readonly containers: ReadonlyMap<string, readonly StixObject[]>;
}

const NAMED: ReadonlySet<string> = new Set([
  'malware',
  'tool',
  'threat-actor',
  'intrusion-set',
  'campaign',
  'infrastructure',
]);
const CONTAINERS: ReadonlySet<string> = new Set(['report', 'grouping']);

/** ATT&CK ids of an attack-pattern object: from its external references and from its name. */
export function techniquesOf(pattern: StixObject): string[] {
  const references = memberOf(pattern, 'external_references');
  const stated = (Array.isArray(references) ? references : [])
    .map((reference: unknown) => textOf(reference, 'external_id') ?? '')
    .filter(isTechniqueId);
  const name = textOf(pattern, 'name') ?? '';
  const named = bracketedTechniques(name);
  return [...new Set([...stated, ...(named.length > 0 ? named : techniquesIn(name))])].sort();
}

function put<K>(map: Map<K, Set<string>>, key: K, values: readonly string[]): void {
  const set = map.get(key) ?? new Set<string>();
  for (const value of values) set.add(value);
  map.set(key, set);
}

/** Reads relationships, reports and MISP attributes of a bundle; loops in references do no harm, nothing is followed twice. */
export function stixContext(objects: readonly StixObject[], problems: ProblemBook): StixContext {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const labels = new Map<string, Set<string>>();
  const attack = new Map<string, Set<string>>();
  for (const object of objects)
    if (object.type === 'relationship') relate(object, { byId, labels, attack, problems });
  for (const object of objects)
    if (object.type === 'malware' && isJunkName(textOf(object, 'name') ?? '')) problems.note('junk-name');
  const containers = containersOf(objects, byId, problems);
  labelByActor(objects, { containers, labels });
  return { byId, labels, attack, containers };
}

function relate(
  relationship: StixObject,
  to: {
    readonly byId: ReadonlyMap<string, StixObject>;
    readonly labels: Map<string, Set<string>>;
    readonly attack: Map<string, Set<string>>;
    readonly problems: ProblemBook;
  },
): void {
  if (memberOf(relationship, 'revoked') === true) return;
  const source = textOf(relationship, 'source_ref') ?? '';
  const target = to.byId.get(textOf(relationship, 'target_ref') ?? '');
  if (!target || !to.byId.has(source)) {
    to.problems.note('dangling-reference');
    return;
  }
  const name = textOf(target, 'name') ?? '';
  if (target.type === 'attack-pattern') put(to.attack, source, techniquesOf(target));
  else if (NAMED.has(target.type) && !isJunkName(name)) put(to.labels, source, [name]);
}

function containersOf(
  objects: readonly StixObject[],
  byId: ReadonlyMap<string, StixObject>,
  problems: ProblemBook,
): Map<string, StixObject[]> {
  const containers = new Map<string, StixObject[]>();
  for (const container of objects) {
    if (!CONTAINERS.has(container.type)) continue;
    for (const ref of new Set(textsOf(container, 'object_refs'))) {
      if (!byId.has(ref)) problems.note('dangling-reference');
      const known = containers.get(ref);
      if (known) known.push(container);
      else containers.set(ref, [container]);
    }
  }
  return containers;
}

/** MISP writes the actor of an event as an x-misp-attribute; it holds for the report's indicators when there is only one. */
function labelByActor(
  objects: readonly StixObject[],
  to: {
    readonly containers: ReadonlyMap<string, readonly StixObject[]>;
    readonly labels: Map<string, Set<string>>;
  },
): void {
  const actors = new Map<StixObject, Set<string>>();
  for (const object of objects) {
    if (object.type !== 'x-misp-attribute' || textOf(object, 'x_misp_type') !== 'threat-actor') continue;
    for (const container of to.containers.get(object.id) ?? [])
      put(actors, container, [textOf(object, 'x_misp_value') ?? '']);
  }
  for (const object of objects) {
    if (object.type !== 'indicator') continue;
    for (const container of to.containers.get(object.id) ?? []) {
      const named = [...(actors.get(container) ?? [])].filter((name) => !isJunkName(name));
      if (named.length === 1) put(to.labels, object.id, named);
    }
  }
}

/** TLP label of an object and its other markings; where the object has no TLP, that of the reports that list it counts. */
export function markingsOf(
  object: StixObject,
  context: StixContext,
): { tlp: Tlp | null; others: readonly string[] } {
  const own = ownMarkings(object, context);
  if (own.tlp !== null) return own;
  const around = (context.containers.get(object.id) ?? []).map(
    (container) => ownMarkings(container, context).tlp,
  );
  return { tlp: strictest(around), others: own.others };
}

/** Markings of single properties (STIX 2.1 section 7.2.3); an indicator is kept whole, so they hold for all of it. */
function granularRefs(object: StixObject): string[] {
  const granular = memberOf(object, 'granular_markings');
  return (Array.isArray(granular) ? (granular as unknown[]) : []).flatMap(
    (marking) => textOf(marking, 'marking_ref') ?? [],
  );
}

function ownMarkings(
  object: StixObject,
  context: StixContext,
): { tlp: Tlp | null; others: readonly string[] } {
  const refs = [...new Set([...textsOf(object, 'object_marking_refs'), ...granularRefs(object)])];
  const others: string[] = [];
  const labels: (Tlp | null)[] = [];
  for (const ref of refs) {
    const label = tlpOfId(ref) ?? tlpOfMarking(context.byId.get(ref));
    if (label === null) others.push(ref);
    else labels.push(label);
  }
  return { tlp: strictest(labels), others };
}
