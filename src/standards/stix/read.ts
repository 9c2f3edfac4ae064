import { checkShape, type ShapeProblem } from './json-shape.ts';
import { STIX_LIMITS, type StixLimits } from './limits.ts';
import { isRecord, isStixId, memberOf, type StixObject, textOf, timeOf } from './object.ts';

/** Closed list of what can be wrong with a bundle; `count` objects are concerned. */
export type StixProblemCode =
  | ShapeProblem
  | 'not-json'
  | 'not-stix'
  | 'stix-1'
  | 'too-many-objects'
  | 'not-an-object'
  | 'bad-type'
  | 'bad-id'
  | 'id-of-other-type'
  | 'older-version'
  | 'same-version-twice';

/** What a reader of STIX understood. */
export interface StixReading {
  /** Newest version of each object, in the order of the input. */
  readonly objects: readonly StixObject[];
  /** Version that the bundle states or its objects show; null when neither does. */
  readonly version: '2.0' | '2.1' | null;
  readonly problems: readonly { readonly code: StixProblemCode; readonly count: number }[];
}

/**
 * Reads a STIX 2.0 or 2.1 bundle, a TAXII envelope, a JSON array, a single object, or one object a line.
 * Never throws: what cannot be used is counted in `problems`.
 */
export function readStix(bytes: Uint8Array, limits: StixLimits = STIX_LIMITS): StixReading {
  const problem = checkShape(bytes, limits);
  if (problem) return refused(problem);
  const parsed = parse(bytes);
  if (parsed === undefined) return refused('not-json');
  const objects = objectsIn(parsed);
  if (objects === null) return refused(isStix1(parsed) ? 'stix-1' : 'not-stix');
  return collect(objects, parsed, limits);
}

function refused(code: StixProblemCode): StixReading {
  return { objects: [], version: null, problems: [{ code, count: 1 }] };
}

const UTF8 = new TextDecoder('utf-8');

function parse(bytes: Uint8Array): unknown {
  const text = UTF8.decode(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return parseLines(text);
  }
}

/** JSON lines; undefined when any line is no JSON object. */
function parseLines(text: string): unknown {
  const out: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    try {
      const value: unknown = JSON.parse(line);
      if (!isRecord(value)) return undefined;
      out.push(value);
    } catch {
      return undefined;
    }
  }
  return out.length === 0 ? undefined : out;
}

function objectsIn(parsed: unknown): readonly unknown[] | null {
  if (Array.isArray(parsed)) return parsed.some((item) => textOf(item, 'type') !== undefined) ? parsed : null;
  const objects = memberOf(parsed, 'objects');
  if (Array.isArray(objects)) return objects as unknown[];
  const type = textOf(parsed, 'type');
  if (type === 'bundle') return [];
  return type !== undefined && isStixId(textOf(parsed, 'id') ?? '') ? [parsed] : null;
}

function isStix1(parsed: unknown): boolean {
  return memberOf(parsed, 'stix_header') !== undefined || memberOf(parsed, 'related_packages') !== undefined;
}

function flaw(value: unknown): StixProblemCode | null {
  if (!isRecord(value)) return 'not-an-object';
  const type = textOf(value, 'type');
  if (type === undefined || !/^[a-z0-9][a-z0-9-]{1,249}$/.test(type)) return 'bad-type';
  const id = textOf(value, 'id');
  if (id === undefined || !isStixId(id)) return 'bad-id';
  return id.startsWith(`${type}--`) ? null : 'id-of-other-type';
}

function collect(items: readonly unknown[], parsed: unknown, limits: StixLimits): StixReading {
  const counts = new Map<StixProblemCode, number>();
  const count = (code: StixProblemCode, by: number): void => {
    if (by > 0) counts.set(code, (counts.get(code) ?? 0) + by);
  };
  const newest = new Map<string, StixObject>();
  count('too-many-objects', items.length - limits.objects);
  for (const item of items.slice(0, limits.objects)) {
    const wrong = flaw(item);
    if (wrong) count(wrong, 1);
    else count(...keepNewest(newest, item as StixObject));
  }
  const objects = [...newest.values()];
  const problems = [...counts].map(([code, n]) => ({ code, count: n }));
  problems.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { objects, version: versionOf(parsed, objects), problems };
}

function keepNewest(newest: Map<string, StixObject>, object: StixObject): [StixProblemCode, number] {
  const known = newest.get(object.id);
  if (!known) {
    newest.set(object.id, object);
    return ['older-version', 0];
  }
  const [before, after] = [timeOf(known, 'modified') ?? 0, timeOf(object, 'modified') ?? 0];
  if (after === before) return ['same-version-twice', 1];
  if (after > before) newest.set(object.id, object);
  return ['older-version', 1];
}

function versionOf(parsed: unknown, objects: readonly StixObject[]): '2.0' | '2.1' | null {
  const stated = textOf(parsed, 'spec_version') ?? textOf(objects[0], 'spec_version');
  if (stated === '2.0' || stated === '2.1') return stated;
  if (objects.some((object) => textOf(object, 'spec_version') === '2.1')) return '2.1';
  return objects.length > 0 ? '2.0' : null;
}
