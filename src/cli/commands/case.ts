import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CASE_FILE } from '../../assess/ingest/inputs.ts';
import { printable } from '../../base/printable.ts';
import { formatMinute } from '../../base/time.ts';
import { EXIT, UserError } from '../errors.ts';
import { existingCase, openStore, readAnswers } from '../opening.ts';
import { say, sayRows } from '../output.ts';
import { resolveSettings, timeOf, usualSources } from '../settings/resolve.ts';
import { findFinding } from './why.ts';

type Flags = Readonly<Record<string, unknown>>;

/** Lists cases, shows one, or sets a finding aside. */
export async function run(args: readonly string[], flags: Flags): Promise<number> {
  const [action, finding] = args;
  if (action === 'list') await list();
  else if (action === 'show') await show(flags);
  else if (action === 'suppress' && finding !== undefined) await suppress(finding, flags);
  else
    throw new UserError(
      'usage',
      'seawall case list, case show, or case suppress FINDING --by NAME --why REASON',
    );
  return EXIT.nothing;
}

const DEEPEST = 3;

function findCases(folder: string, depth: number): string[] {
  if (existsSync(join(folder, CASE_FILE))) return [folder];
  if (depth === 0) return [];
  const below = entries(folder)
    .filter((e) => e.isDirectory() && !e.name.startsWith('.') && e.name !== 'node_modules')
    .map((e) => join(folder, e.name))
    .sort();
  return below.flatMap((path) => findCases(path, depth - 1));
}

/** A folder that may not be listed holds no case that could be opened. */
function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function list(): Promise<void> {
  const folders = findCases('.', DEEPEST);
  if (folders.length === 0) say(['No case in or below this folder.']);
  for (const folder of folders) {
    const store = await openStore(folder);
    const files = (await store.evidence()).length;
    say([`${folder}  ${store.settings.id}  begun ${formatMinute(store.settings.created)}  ${files} files`]);
    await store.close();
  }
}

async function show(flags: Flags): Promise<void> {
  const settings = await resolveSettings(usualSources(flags));
  const folder = existingCase(settings);
  const store = await openStore(folder);
  const evidence = await store.evidence();
  const packs = await store.packs();
  const aside = await store.suppressions();
  await store.close();
  const answers = await readAnswers(settings);
  const lines = [
    `case         ${store.settings.id} in ${folder}, begun ${formatMinute(store.settings.created)}`,
    `evidence     ${evidence.length} files, ${evidence.reduce((sum, e) => sum + e.size, 0)} bytes`,
    `period       ${formatMinute(answers.period.from)} to ${formatMinute(answers.period.to)}`,
    `devices      ${answers.devices.length}`,
    `intelligence ${answers.intelligence.items} items, ${packs.length} packs given to the case`,
    `findings     ${answers.findings.length}, ${aside.length} set aside`,
    `are we hit   ${answers.hit.answer}: ${answers.hit.sentence}`,
    ...aside.map((s) => `set aside    ${s.finding} by ${printable(s.by, 60)}: ${printable(s.why, 120)}`),
  ];
  sayRows(lines.map((line) => ({ head: line.slice(0, 13), text: line.slice(13) })));
}

async function suppress(name: string, flags: Flags): Promise<void> {
  const settings = await resolveSettings(usualSources({ ...flags, until: undefined }));
  const { by, why, until } = flags;
  if (typeof by !== 'string' || typeof why !== 'string')
    throw new UserError('usage', 'setting a finding aside needs --by and --why');
  const answers = await readAnswers(settings);
  const finding = findFinding(answers, name);
  const end =
    typeof until === 'string'
      ? timeOf(new Map([['until', { value: until, origin: '--until' }]]), 'until')
      : null;
  if (end !== null && end <= Date.now())
    throw new UserError('bad-time', `until is "${String(until)}", which has passed`);
  const store = await openStore(existingCase(settings));
  await store.suppress({ finding: finding.id, by, why, until: end, at: Date.now() });
  await store.close();
  say([
    `${finding.id} is set aside: it is kept and shown, and does not count.`,
    'Run `seawall assess` on the case to work the answers out anew.',
  ]);
}
