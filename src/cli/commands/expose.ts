import { Case } from '../../assess/case.ts';
import { listInputs } from '../../assess/ingest/inputs.ts';
import { addEvidence } from '../../assess/ingest/run.ts';
import { readContent } from '../../base/package-root.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import { exposureOf } from '../../scope/index.ts';
import { EXIT, UserError } from '../errors.ts';
import { openKey } from '../open-key.ts';
import { caseOrNull, openStore } from '../opening.ts';
import { say, sayRows } from '../output.ts';
import { resolveSettings, type Settings, usualSources } from '../settings/resolve.ts';
import { exposureRows } from './expose-rows.ts';

/** Prints what a thief of these configurations holds, and what to change in which order. */
export async function run(
  args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  // The form is that of this command; other commands know others.
  const { format, ...others } = flags;
  if (format !== undefined && format !== 'json' && format !== 'table')
    throw new UserError('bad-setting', `--format ${JSON.stringify(format)}: table or json`);
  const settings = await resolveSettings(usualSources(others));
  if (args.length === 0) throw new UserError('no-evidence', 'no path was given');
  const stolen = (await factsOf(args, settings)).filter((facts) => facts.hasConfig);
  if (stolen.length === 0) throw new UserError('no-configuration', args.join(' '));
  const exposure = exposureOf({ stolen, others: await othersOf(settings, stolen) });
  if (format === 'json') say(JSON.stringify(exposure, null, 2).split('\n'));
  else sayRows(exposureRows(exposure));
  return EXIT.nothing;
}

async function factsOf(paths: readonly string[], settings: Settings): Promise<readonly DeviceFacts[]> {
  const { inputs, skipped } = await listInputs(paths);
  const missing = skipped.find((s) => paths.includes(s.name) && s.why.startsWith('cannot be'));
  if (missing) throw new UserError('no-such-path', `${missing.name} ${missing.why}`);
  if (inputs.length === 0) throw new UserError('no-evidence', paths.join(' '));
  const key = openKey(settings);
  const opened = await Case.open({ folder: null, now: Date.now(), key, content: readContent() });
  try {
    await addEvidence(opened, { inputs, workers: 1 });
    return await opened.store.facts();
  } finally {
    await opened.close();
  }
}

/** The configurations of a case that is there, but for those that were stolen: the key is the same, so secrets compare. */
async function othersOf(settings: Settings, stolen: readonly DeviceFacts[]): Promise<readonly DeviceFacts[]> {
  const folder = caseOrNull(settings);
  if (folder === null) return [];
  const store = await openStore(folder);
  try {
    const given = new Set(stolen.map((facts) => facts.evidence));
    return (await store.facts()).filter((facts) => facts.hasConfig && !given.has(facts.evidence));
  } finally {
    await store.close();
  }
}
