import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevicePlan } from '../../model/plan.ts';
import { planFile, planText } from '../../plan/index.ts';
import { EXIT, UserError } from '../errors.ts';
import { readAnswers } from '../opening.ts';
import { say } from '../output.ts';
import { resolveSettings, usualSources } from '../settings/resolve.ts';

const DEVICES = 30;

/** Writes what to change on each device, with the way back, or prints it for one device. */
export async function run(
  args: readonly string[],
  flags: Readonly<Record<string, unknown>>,
): Promise<number> {
  // `--out` is where the plans go; the case lies where it always lies.
  const { out, ...others } = flags;
  const answers = await readAnswers(await resolveSettings(usualSources(others)));
  const wanted = args[0]?.toLowerCase();
  const plans = answers.plans.filter((p) => wanted === undefined || p.device.toLowerCase() === wanted);
  if (wanted !== undefined) {
    const known = answers.devices.some((device) => device.id.toLowerCase() === wanted);
    if (!known) throw new UserError('unknown-device', args[0] as string);
    say(
      plans.length > 0
        ? plans.map(planText).join('\n').trimEnd().split('\n')
        : ['Nothing to mend by lines that we know.'],
    );
    return EXIT.nothing;
  }
  const folder = typeof out === 'string' ? out : join('seawall-out', 'fix');
  if (plans.length > 0) mkdirSync(folder, { recursive: true });
  for (const plan of plans) writeFileSync(join(folder, planFile(plan.device)), planText(plan));
  say(summary(plans, folder));
  return EXIT.nothing;
}

function summary(plans: readonly DevicePlan[], folder: string): string[] {
  if (plans.length === 0) return ['No check found anything that we know lines for.'];
  const steps = plans.reduce((sum, plan) => sum + plan.steps.length, 0);
  const shown = plans.slice(0, DEVICES).map((plan) => {
    const careful = plan.steps.filter((step) => step.mayCut).length;
    const note = careful === 0 ? '' : `, ${careful} that may cut a session`;
    const worst = plan.steps[0]?.check ?? '';
    return `  ${plan.device.padEnd(20)} ${plan.steps.length} changes${note}; first ${worst}`;
  });
  const more = plans.length - shown.length;
  return [
    `${steps} changes on ${plans.length} devices, most risk cut per change first. Nothing was applied.`,
    ...shown,
    ...(more > 0 ? [`  and ${more} devices more`] : []),
    '',
    `  files: ${folder}    one device: seawall fix ${plans[0]?.device ?? 'NAME'}`,
  ];
}
