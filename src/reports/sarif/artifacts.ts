import { printable } from '../../base/printable.ts';
import type { Evidence, Ref } from '../../model/evidence.ts';

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

/** A piece of evidence with its size and SHA-256. */
export function artifact(file: Evidence): Readonly<Record<string, unknown>> {
  return {
    location: placeOf(file.name),
    length: file.size,
    roles: ['analysisTarget'],
    hashes: { 'sha-256': file.id },
  };
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
