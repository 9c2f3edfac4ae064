export { buildIndex } from './build-index.ts';
export type { IntelIndex } from './built-index.ts';
export { builtinPacks } from './builtin.ts';
export type { IntelForm } from './packs/read-pack.ts';
export { readPack, recogniseIntel } from './packs/read-pack.ts';
export { NO_WARNINGS, warningLists } from './warning-lists.ts';
