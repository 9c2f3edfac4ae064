import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as Papa from 'papaparse';
import type * as Tldts from 'tldts';
import type * as Yaml from 'yaml';
import type { z } from 'zod';

/** Libraries that few runs need and that take long to load; tools/build.ts bundles each by itself. */
export interface LateLibraries {
  readonly papaparse: typeof Papa;
  readonly tldts: typeof Tldts;
  readonly yaml: typeof Yaml;
  readonly zod: typeof z;
}

const require = createRequire(import.meta.url);
const loaded = new Map<string, unknown>();

/**
 * Loads a library at its first use. Not `import()`, because readers work through their bytes in one go and cannot wait.
 */
export function late<Name extends keyof LateLibraries>(name: Name): LateLibraries[Name] {
  const known = loaded.get(name);
  if (known !== undefined) return known as LateLibraries[Name];
  const bundled = join(import.meta.dirname, `late-${name}.js`);
  const module = require(existsSync(bundled) ? bundled : name) as { readonly default?: unknown };
  const library = module.default ?? module;
  loaded.set(name, library);
  return library as LateLibraries[Name];
}
