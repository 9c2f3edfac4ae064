import type { Values } from './event.ts';

/** One line of JSON: its values by dotted path, and which paths it has. */
export interface JsonValues {
  readonly values: Values;
  readonly has: (path: string) => boolean;
}

/** Reads one line as a JSON object; null when it is none. */
export function readJsonValues(line: string): JsonValues | null {
  let object: unknown;
  try {
    object = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isObject(object)) return null;
  const root = object;
  return { values: (path) => textOf(find(root, path)), has: (path) => find(root, path) !== undefined };
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function find(root: Members, path: string): unknown {
  if (Object.hasOwn(root, path)) return root[path];
  let at: unknown = root;
  for (const key of path.split('.')) {
    if (!isObject(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
