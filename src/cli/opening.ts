import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CASE_FILE } from '../assess/ingest/inputs.ts';
import type { Answers } from '../model/answers.ts';
import type { CaseStore } from '../store/contract.ts';
import { UserError } from './errors.ts';
import { type Settings, textOf } from './settings/resolve.ts';

/** Folder of the case: as named, otherwise beside the report. */
export function caseFolder(settings: Settings): string {
  return textOf(settings, 'case') ?? join(textOf(settings, 'out') ?? 'seawall-out', 'case');
}

/** Where the key of pseudonyms lies: as named, otherwise in the user's own data folder. */
export function keyPath(settings: Settings): string {
  const data = process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
  return textOf(settings, 'key-file') ?? join(data, 'seawall', 'key');
}

/** Folder of a case that is there: as named, or `case` in it, since people name the folder of the report too. */
export function existingCase(settings: Settings): string {
  const folder = caseFolder(settings);
  const found = [folder, join(folder, 'case')].find((path) => existsSync(join(path, CASE_FILE)));
  if (found === undefined) throw new UserError('no-case', folder);
  return found;
}

/** Opens the state of a case that is there. */
export async function openStore(folder: string): Promise<CaseStore> {
  const { CASE_ENGINES } = await import('../store/engines/index.ts');
  const open = await (CASE_ENGINES['sqlite'] as (typeof CASE_ENGINES)[string])();
  return await open(join(folder, CASE_FILE), { id: '', created: 0, anchor: 0 });
}

/** Reads the newest answers of a case without opening anything else of it. */
export async function readAnswers(settings: Settings): Promise<Answers> {
  const folder = existingCase(settings);
  const store = await openStore(folder);
  try {
    const json = await store.answers();
    if (json === null) throw new UserError('no-answers', folder);
    return JSON.parse(json) as Answers;
  } finally {
    await store.close();
  }
}
