import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CASE_FILE } from '../assess/ingest/inputs.ts';
import { packageVersion } from '../base/package-root.ts';
import { printable } from '../base/printable.ts';
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

/** Folder of a case that is there, or null. */
export function caseOrNull(settings: Settings): string | null {
  const folder = caseFolder(settings);
  return [folder, join(folder, 'case')].find((path) => existsSync(join(path, CASE_FILE))) ?? null;
}

/** Folder of a case that is there: as named, or `case` in it, since people name the folder of the report too. */
export function existingCase(settings: Settings): string {
  const found = caseOrNull(settings);
  if (found === null) throw new UserError('no-case', caseFolder(settings));
  return found;
}

/** Opens the state of a case that is there. */
export async function openStore(folder: string): Promise<CaseStore> {
  const { CASE_ENGINES } = await import('../store/engines/index.ts');
  const open = await (CASE_ENGINES['sqlite'] as (typeof CASE_ENGINES)[string])();
  return await open(join(folder, CASE_FILE), { id: '', created: 0, anchor: 0 });
}

/**
 * Reads the newest answers of a case without opening anything else of it. Answers that another version made may lack what
 * this one shows, and are refused; that the evidence has moved on since is said on standard error.
 */
export async function readAnswers(settings: Settings): Promise<Answers> {
  const folder = existingCase(settings);
  const store = await openStore(folder);
  try {
    const json = await store.answers();
    if (json === null) throw new UserError('no-answers', folder);
    const answers = currentAnswers(json, folder);
    if (await isBehind(answers, store)) process.stderr.write(`seawall: ${printable(BEHIND, 500)}\n`);
    return answers;
  } finally {
    await store.close();
  }
}

const BEHIND =
  'a run has added evidence since these answers were worked out, or was cut off: `seawall assess --case DIR` finishes it';

function currentAnswers(json: string, folder: string): Answers {
  const answers = JSON.parse(json) as Answers;
  const { schema, version, files } = answers as Partial<Answers>;
  const whole = files?.every((file) => Array.isArray(file.containers)) ?? false;
  if (schema === 'seawall.answers/1' && version === packageVersion() && whole) return answers;
  throw new UserError('old-answers', `${folder}: made by Seawall ${version ?? 'unknown'}`);
}

async function isBehind(answers: Answers, store: CaseStore): Promise<boolean> {
  const known = new Set(answers.files.map((file) => file.id));
  const evidence = await store.evidence();
  if (evidence.length !== known.size || evidence.some((e) => !known.has(e.id))) return true;
  return (await store.awaited()).some((file) => file.path !== null && existsSync(file.path));
}
