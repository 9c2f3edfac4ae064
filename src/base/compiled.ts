import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './hash.ts';

/** File of checked content values that tools/build.ts writes beside the bundle. */
export const COMPILED_FILE = 'content.json';

let kept: Map<string, unknown> | null = null;

/** In a checkout there is no such file beside this module, and content is read from its YAML. */
function shipped(): Map<string, unknown> {
  try {
    const text = readFileSync(join(import.meta.dirname, COMPILED_FILE), 'utf8');
    return new Map(Object.entries(JSON.parse(text) as Record<string, unknown>));
  } catch {
    return new Map();
  }
}

function keyOf(kind: string, text: string): string {
  return `${kind} ${sha256(text)}`;
}

/**
 * What a content file of this kind meant when it was last read and found in order; undefined when this very text never
 * was. Values are known by the hash of their text, so an edited file is always read anew.
 */
export function recall(kind: string, text: string): unknown {
  kept ??= shipped();
  return kept.get(keyOf(kind, text));
}

/** Keeps what a text means, for `recall`; `value` must survive JSON and not be changed afterwards. */
export function remember(kind: string, text: string, value: unknown): void {
  kept ??= shipped();
  kept.set(keyOf(kind, text), value);
}

/** Everything kept so far, by kind and hash, in order of key; what the build writes to COMPILED_FILE. */
export function allKept(): Readonly<Record<string, unknown>> {
  kept ??= shipped();
  return Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1)));
}
