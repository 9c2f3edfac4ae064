import { printable } from '../../base/printable.ts';
import type { Container, Evidence, Ref } from '../../model/evidence.ts';

/** A URI, with its base where it is relative. */
export interface Place {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/** Where a SARIF result points to. */
export interface PhysicalLocation {
  readonly artifactLocation: Place & { readonly index: number };
  readonly region: Readonly<Record<string, unknown>>;
}

/** The base against which names of evidence are resolved. */
export const EVIDENCE_BASE = 'EVIDENCE';

/**
 * The name of a piece of evidence as a URI: a path from the root as a file, any other as a relative reference.
 * Nothing in the name can become a scheme or a host.
 */
export function placeOf(name: string): Place {
  const path = name
    .toWellFormed()
    .split('/')
    .filter((part) => part !== '')
    .map((part) => encodeURIComponent(part).replaceAll('%21', '!'));
  if (path.length === 0) return { uri: '.', uriBaseId: EVIDENCE_BASE };
  if (name.startsWith('/')) return { uri: `file:///${path.join('/')}` };
  return { uri: path.join('/'), uriBaseId: EVIDENCE_BASE };
}

/** The place of every piece of evidence in the list of artifacts. */
export function indexOf(files: readonly Evidence[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [i, file] of files.entries()) if (!index.has(file.id)) index.set(file.id, i);
  return index;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * All evidence, each with its size and SHA-256, and behind it the archives that it was packed in, as they lie on the
 * disk: an artifact has one parent, the first archive by name, and lists all of them where there are more.
 */
export function artifacts(files: readonly Evidence[]): Json[] {
  const outer = new Map<string, Container>();
  for (const c of files.flatMap((f) => f.containers)) outer.set(`${c.name}\n${c.sha256}`, c);
  const keys = [...outer.keys()].sort();
  const index = new Map(keys.map((key, i) => [key, files.length + i]));
  const containers = keys.map((key) => outer.get(key) as Container);
  return [...files.map((file) => artifact(file, index)), ...containers.map(onDisk)];
}

function artifact(
  { id, name, size, hashed, containers }: Evidence,
  index: ReadonlyMap<string, number>,
): Json {
  const parents = containers.map((c) => index.get(`${c.name}\n${c.sha256}`));
  return {
    location: placeOf(name),
    length: size,
    roles: ['analysisTarget'],
    ...(hashed ? { hashes: { 'sha-256': id } } : {}),
    ...(parents.length > 0 ? { parentIndex: parents[0] } : {}),
    ...(parents.length > 1 ? { properties: { containers: parents } } : {}),
  };
}

function onDisk({ name, sha256, size }: Container): Json {
  return { location: placeOf(name), length: size, roles: ['analysisTarget'], hashes: { 'sha-256': sha256 } };
}

function region(ref: Ref, text: string): Readonly<Record<string, unknown>> {
  const bytes = { byteOffset: Math.max(0, ref.byte), byteLength: Math.max(0, ref.length) };
  const snippet = { snippet: { text: printable(text, 400) } };
  if (ref.line < 1) return { ...bytes, ...snippet };
  return { startLine: ref.line, endLine: Math.max(ref.line, ref.lineEnd), ...bytes, ...snippet };
}

/** Where a line of proof stands; null when its evidence is not among the files. */
export function physical(
  ref: Ref,
  text: string,
  from: { readonly files: readonly Evidence[]; readonly index: ReadonlyMap<string, number> },
): PhysicalLocation | null {
  const index = from.index.get(ref.evidence);
  const file = index === undefined ? undefined : from.files[index];
  if (index === undefined || file === undefined) return null;
  return {
    artifactLocation: { ...placeOf(file.name), index },
    region: region(ref, text),
  };
}
