import { isAbsolute, relative, resolve } from 'node:path';
import type { Instant } from '../base/time.ts';
import type { Answers } from '../model/answers.ts';
import { SEVERITIES, type Severity } from '../model/verdict.ts';
import { REPORT_IDS, type ReportId } from '../reports/index.ts';
import { EXIT, UserError } from './errors.ts';
import { caseFolder, keyPath } from './opening.ts';
import { type Settings, textOf, timeOf } from './settings/resolve.ts';

/** What `seawall assess` is to do, once every setting is known to be usable. */
export interface Plan {
  readonly format: ReportId;
  /** `never`: hits do not change the exit code. */
  readonly failOn: Severity | 'never';
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly out: string;
  readonly color: string;
  /** Folder of the case. */
  readonly folder: string;
  readonly since: Instant | null;
  readonly until: Instant | null;
  readonly asOf: Instant | null;
}

function oneOf<T extends string>(settings: Settings, name: string, choices: readonly T[]): T {
  const value = textOf(settings, name) ?? '';
  if (!choices.includes(value as T))
    throw new UserError('bad-setting', `${name} is "${value}"; it can be ${choices.join(', ')}`);
  return value as T;
}

/** Reads the plan from the settings; throws a UserError for the first that cannot be used. */
export function planOf(settings: Settings): Plan {
  const since = timeOf(settings, 'since');
  const until = timeOf(settings, 'until');
  if (since !== null && until !== null && since >= until)
    throw new UserError('bad-time', 'since is not before until, so there is no time to judge');
  const folder = caseFolder(settings);
  const inside = relative(resolve(folder), resolve(keyPath(settings)));
  if (!inside.startsWith('..') && !isAbsolute(inside))
    throw new UserError('bad-key', `${keyPath(settings)} lies inside the case`);
  return {
    format: oneOf(settings, 'format', REPORT_IDS),
    failOn: oneOf(settings, 'fail-on', [...SEVERITIES, 'never']),
    color: oneOf(settings, 'color', ['auto', 'always', 'never']),
    strict: settings.get('strict')?.value === true,
    quiet: settings.get('quiet')?.value === true,
    out: textOf(settings, 'out') ?? 'seawall-out',
    folder,
    since,
    until,
    asOf: timeOf(settings, 'as-of'),
  };
}

/** The exit code that answers call for; findings that a person set aside do not count. */
export function exitCode(answers: Answers, plan: Pick<Plan, 'failOn' | 'strict'>): number {
  const least = plan.failOn === 'never' ? SEVERITIES.length : SEVERITIES.indexOf(plan.failOn);
  const counts = answers.findings.some(
    (f) => f.suppressed === null && SEVERITIES.indexOf(f.severity) >= least,
  );
  if (counts) return EXIT.hit;
  const blind =
    answers.verdicts.some((v) => v.answer === 'cannot-tell') || answers.hit.answer === 'cannot-tell';
  return plan.strict && blind ? EXIT.cannotTell : EXIT.nothing;
}
