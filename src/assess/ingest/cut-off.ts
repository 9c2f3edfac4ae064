import { statSync } from 'node:fs';
import type { CaseStore } from '../../store/contract.ts';
import { stillThere } from '../case.ts';
import { fileInput, type Input } from './inputs.ts';

/**
 * Files that an earlier run was given and did not finish, beyond those that are given now, in order of name; those that
 * are no longer there stay awaited, so that the answers can say that they are missing.
 */
export async function cutOff(
  store: Pick<CaseStore, 'awaited'>,
  given: readonly Pick<Input, 'path'>[],
): Promise<Input[]> {
  const now = new Set(given.map((i) => i.path));
  const left: Input[] = [];
  for (const { name, path } of await store.awaited()) {
    if (path === null || now.has(path) || !stillThere(path)) continue;
    left.push({ ...fileInput(path, statSync(path).size), name });
    now.add(path);
  }
  return left;
}
