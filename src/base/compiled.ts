import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './hash.ts';

/** File of checked content values that tools/build.ts writes beside the bundle. */
export const COMPILED_FILE = 'content.json';

type Values = Map<string, unknown>;

let shipped: Values | null = null;
let recording: Values | null = null;

/** In a checkout there is no such file beside this module, and content is read from its YAML. */
function readShipped(): Values {
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
 * What a content file of this kind meant when the build read it and found it in order; undefined when the build never
 * saw this very text. Values are known by the hash of their text, so an edited file is always read anew.
 */
export function recall(kind: string, text: string): unknown {
  if (recording) return undefined;
  shipped ??= readShipped();
  return shipped.size === 0 ? undefined : shipped.get(keyOf(kind, text));
}

/** Tells the build, when it is the build that reads, what a text means; `value` must survive JSON. */
export function remember(kind: string, text: string, value: unknown): void {
  recording?.set(keyOf(kind, text), value);
}

/** Everything that readers remember during some work, by kind and hash, in order of key. */
export function recorded(work: () => void): Readonly<Record<string, unknown>> {
  recording = new Map();
  try {
    work();
    return Object.fromEntries([...recording].sort(([a], [b]) => (a < b ? -1 : 1)));
  } finally {
    recording = null;
  }
}
