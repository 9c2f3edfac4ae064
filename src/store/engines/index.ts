import type { CaseStore } from '../contract.ts';
import type { NewCase } from './sqlite/engine.ts';

/** Opens the state of a case at a path; the engine is loaded only then. */
export type OpenCase = (path: string, fresh: NewCase) => Promise<CaseStore>;

/** Engines for the state of a case, one line each. */
export const CASE_ENGINES: Readonly<Record<string, () => Promise<OpenCase>>> = {
  sqlite: async () => (await import('./sqlite/engine.ts')).openSqliteCase,
};
