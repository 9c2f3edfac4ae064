import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Case } from '../../assess/case.ts';
import { conclude } from '../../assess/conclude/index.ts';
import { CASE_FILE, type Input, listInputs, type Skipped } from '../../assess/ingest/inputs.ts';
import { loadKey } from '../../assess/ingest/keyed.ts';
import { addEvidence } from '../../assess/ingest/run.ts';
import { readContent } from '../../base/package-root.ts';
import { printable } from '../../base/printable.ts';
import type { Answers } from '../../model/answers.ts';
import { SEVERITIES, type Severity } from '../../model/verdict.ts';
import { REPORT_IDS, REPORTS, type ReportId } from '../../reports/index.ts';
import { EXIT, UserError } from '../errors.ts';
import { caseFolder, keyPath } from '../opening.ts';
import { progressMeter } from '../progress.ts';
import { parseFacts } from '../settings/facts.ts';
import { listOf, resolveSettings, type Settings, textOf, timeOf, usualSources } from '../settings/resolve.ts';
import { terminalOptions } from '../terminal.ts';

/** Answers the five questions; see program.ts for its words. */
export async function run(
  args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  const settings = await resolveSettings(usualSources(flags));
  const plan = planOf(settings);
  const folder = caseFolder(settings);
  const { inputs, skipped } = await listInputs([...args, ...listOf(settings, 'intel')]);
  refuseMissing(args, skipped, { inputs, folder });
  if (flags['fresh'] === true) setAside(folder);
  note(plan, notesBefore(folder, skipped));
  const answers = await assess(settings, { inputs, plan, folder });
  const reportPath = await writeHtml(answers, plan.out);
  await writeStdout(answers, plan, reportPath);
  return exitCode(answers, plan);
}

interface Plan {
  readonly format: ReportId;
  /** `never`: hits do not change the exit code. */
  readonly failOn: Severity | 'never';
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly out: string;
  readonly color: string;
}

function planOf(settings: Settings): Plan {
  const format = textOf(settings, 'format') ?? 'table';
  if (!REPORT_IDS.includes(format as ReportId))
    throw new UserError('bad-setting', `format is "${format}"; it can be ${REPORT_IDS.join(', ')}`);
  const failOn = textOf(settings, 'fail-on') ?? 'medium';
  if (failOn !== 'never' && !SEVERITIES.includes(failOn as Severity))
    throw new UserError('bad-setting', `fail-on is "${failOn}"; it can be ${SEVERITIES.join(', ')}, never`);
  return {
    format: format as ReportId,
    failOn: failOn as Plan['failOn'],
    strict: settings.get('strict')?.value === true,
    quiet: settings.get('quiet')?.value === true,
    out: textOf(settings, 'out') ?? 'seawall-out',
    color: textOf(settings, 'color') ?? 'auto',
  };
}

function refuseMissing(
  args: readonly string[],
  skipped: readonly Skipped[],
  found: { inputs: readonly Input[]; folder: string },
): void {
  const missing = skipped.find((s) => args.includes(s.name) && s.why.startsWith('cannot be opened'));
  if (missing) throw new UserError('no-such-path', `${missing.name} ${missing.why}`);
  const going = existsSync(join(found.folder, CASE_FILE));
  if (found.inputs.length === 0 && !going)
    throw new UserError('no-evidence', args.length > 0 ? args.join(' ') : 'no path was given');
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

function note(plan: Plan, lines: readonly string[]): void {
  if (plan.quiet) return;
  for (const line of lines) process.stderr.write(`seawall: ${printable(line, 500)}\n`);
}

async function assess(
  settings: Settings,
  work: { inputs: readonly Input[]; plan: Plan; folder: string },
): Promise<Answers> {
  const now = Date.now();
  const asOf = timeOf(settings, 'as-of') ?? now;
  const opened = await Case.open({
    folder: work.folder,
    now: asOf,
    key: openKey(settings),
    content: readContent(),
  });
  const meter = progressMeter(work.plan.quiet);
  try {
    const workers = settings.get('workers')?.value as number;
    const added = await addEvidence(opened, { inputs: work.inputs, workers, progress: meter.update });
    meter.done();
    note(
      work.plan,
      added.gone.map((name) => `${name} is no longer there, so new intelligence was not looked for in it`),
    );
    return await conclude(opened, {
      asOf,
      since: timeOf(settings, 'since'),
      until: timeOf(settings, 'until'),
      jurisdictions: listOf(settings, 'jurisdictions'),
      facts: parseFacts(listOf(settings, 'facts')),
    });
  } finally {
    meter.done();
    await opened.close();
  }
}

function openKey(settings: Settings): Uint8Array {
  try {
    return loadKey(keyPath(settings));
  } catch (error) {
    throw new UserError('bad-key', error instanceof Error ? error.message : String(error));
  }
}

async function writeHtml(answers: Answers, out: string): Promise<string> {
  mkdirSync(out, { recursive: true });
  const path = join(out, 'seawall-report.html');
  const report = await REPORTS.html();
  await pipeline(Readable.from(report.write(answers, { color: false, width: 100 })), createWriteStream(path));
  return path;
}

async function writeStdout(answers: Answers, plan: Plan, reportPath: string): Promise<void> {
  const report = await REPORTS[plan.format]();
  const options = { ...terminalOptions(plan.color), reportPath };
  for (const piece of report.write(answers, options)) {
    if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

function exitCode(answers: Answers, plan: Plan): number {
  const least = plan.failOn === 'never' ? SEVERITIES.length : SEVERITIES.indexOf(plan.failOn);
  const counts = answers.findings.some(
    (f) => f.suppressed === null && SEVERITIES.indexOf(f.severity) >= least,
  );
  if (counts) return EXIT.hit;
  const blind =
    answers.verdicts.some((v) => v.answer === 'cannot-tell') || answers.hit.answer === 'cannot-tell';
  return plan.strict && blind ? EXIT.cannotTell : EXIT.nothing;
}
