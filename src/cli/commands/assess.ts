import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Case } from '../../assess/case.ts';
import { conclude } from '../../assess/conclude/index.ts';
import { CASE_FILE, type Input, listInputs, type Skipped } from '../../assess/ingest/inputs.ts';
import { addEvidence } from '../../assess/ingest/run.ts';
import { readContent } from '../../base/package-root.ts';
import { printable } from '../../base/printable.ts';
import type { Answers } from '../../model/answers.ts';
import { REPORTS } from '../../reports/index.ts';
import { lockCase } from '../case-lock.ts';
import { UserError } from '../errors.ts';
import { refuseNoIntel } from '../intel-paths.ts';
import { openKey } from '../open-key.ts';
import { keyPath } from '../opening.ts';
import { exitCode, type Plan, planOf } from '../plan.ts';
import { progressMeter } from '../progress.ts';
import { parseFacts } from '../settings/facts.ts';
import { listOf, resolveSettings, type Settings, usualSources } from '../settings/resolve.ts';
import { terminalOptions } from '../terminal.ts';
import { withMaps } from '../user-maps.ts';

/** Answers the five questions; see command-list.ts for its words. */
export async function run(
  args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const settings = await resolveSettings(usualSources(flags));
  const plan = planOf(settings);
  const { folder } = plan;
  const given = [...args, ...listOf(settings, 'intel')];
  const listed = await listInputs(given);
  // Neither our own report nor the key is evidence, also when they lie below a path that was given.
  const own = new Set([resolve(plan.out, REPORT_NAME), resolve(keyPath(settings))]);
  const inputs = listed.inputs.filter((input) => input.path === null || !own.has(input.path));
  refuseMissing(given, listed.skipped, { inputs, folder, fresh: flags['fresh'] === true });
  const content = withMaps(readContent(), listOf(settings, 'maps'));
  await refuseNoIntel(listOf(settings, 'intel'), content);
  const key = openKey(settings);
  const unlock = flags['fresh'] === true ? beginAnew(folder) : lockCase(folder, new Date());
  try {
    note(plan, notesBefore(folder, listed.skipped));
    const answers = await assess(settings, { inputs, plan, key, content });
    const code = exitCode(answers, plan);
    process.exitCode = code; // For a reader of standard output that goes away early; see main.ts.
    const reportPath = await writeHtml(answers, plan.out);
    await writeStdout(answers, plan, reportPath);
    return code;
  } finally {
    unlock();
  }
}

const REPORT_NAME = 'seawall-report.html';

function refuseMissing(
  given: readonly string[],
  skipped: readonly Skipped[],
  found: { inputs: readonly Input[]; folder: string; fresh: boolean },
): void {
  const missing = skipped.find((s) => given.includes(s.name) && s.why.startsWith('cannot be'));
  if (missing) throw new UserError('no-such-path', `${missing.name} ${missing.why}`);
  const going = !found.fresh && existsSync(join(found.folder, CASE_FILE));
  if (found.inputs.length === 0 && (!going || given.length > 0))
    throw new UserError('no-evidence', given.length > 0 ? given.join(' ') : 'no path was given');
}

function beginAnew(folder: string): () => void {
  lockCase(folder, new Date())();
  setAside(folder);
  return lockCase(folder, new Date());
}

/** An old case is never deleted, only moved out of the way. */
function setAside(folder: string): void {
  if (!existsSync(join(folder, CASE_FILE))) return;
  for (let n = 1; ; n += 1) {
    const aside = `${folder}.old-${n}`;
    if (existsSync(aside)) continue;
    renameSync(folder, aside);
    return;
  }
}

function notesBefore(folder: string, skipped: readonly Skipped[]): string[] {
  const notes = skipped.map((s) => `passed over ${s.name}: ${s.why}`);
  if (existsSync(join(folder, CASE_FILE)))
    notes.push(`going on with the case in ${folder} (--fresh begins a new one)`);
  return notes;
}

function resuming(names: readonly string[]): string[] {
  const files = names.length === 1 ? 'a file' : `${names.length} files`;
  return [
    `an earlier run was cut off: going on with ${files} that it was given (--fresh begins a new case)`,
    ...names.slice(0, 5),
  ];
}

function note(plan: Plan, lines: readonly string[]): void {
  if (plan.quiet) return;
  for (const line of lines) process.stderr.write(`seawall: ${printable(line, 500)}\n`);
}

/** What is read, how, and with which key and content. */
interface Work {
  readonly inputs: readonly Input[];
  readonly plan: Plan;
  readonly key: Uint8Array;
  readonly content: ReadonlyMap<string, string>;
}

async function assess(settings: Settings, { inputs, plan, key, content }: Work): Promise<Answers> {
  const asOf = plan.asOf ?? Date.now();
  const opened = await Case.open({ folder: plan.folder, now: asOf, key, content });
  const meter = progressMeter(plan.quiet);
  try {
    const workers = settings.get('workers')?.value as number;
    const resumed = (names: readonly string[]): void => note(plan, resuming(names));
    const added = await addEvidence(opened, { inputs, workers, progress: meter.update, resumed });
    meter.done();
    note(
      plan,
      added.gone.map((name) => `${name} is no longer there, so new intelligence was not looked for in it`),
    );
    return await conclude(opened, {
      asOf,
      since: plan.since,
      until: plan.until,
      jurisdictions: listOf(settings, 'jurisdictions'),
      facts: parseFacts(listOf(settings, 'facts')),
    });
  } finally {
    meter.done();
    await opened.close();
  }
}

async function writeHtml(answers: Answers, out: string): Promise<string> {
  mkdirSync(out, { recursive: true });
  const path = join(out, REPORT_NAME);
  const report = await REPORTS.html();
  await pipeline(Readable.from(report.write(answers, { color: false, width: 100 })), createWriteStream(path));
  return path;
}

async function writeStdout(answers: Answers, plan: Plan, reportPath: string): Promise<void> {
  const report = await REPORTS[plan.format]();
  const options = { ...terminalOptions(plan.color), reportPath };
  for (const piece of report.write(answers, options)) {
    if (!process.stdout.write(piece)) await new Promise((done) => process.stdout.once('drain', done));
  }
}
