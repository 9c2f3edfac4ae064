import { printable } from '../base/printable.ts';
import { formatMinute } from '../base/time.ts';
import type { DevicePlan, FixStep } from '../model/plan.ts';

/** Platforms whose configurations take `#` for the beginning of a comment; all others take `!`. */
const HASH: ReadonlySet<string> = new Set(['junos', 'sr-os', 'vrp', 'fortios', 'pan-os', 'routeros']);

/**
 * The plan of one device as text: everything but the lines to enter is a comment of the platform, so that a person may
 * paste a step as it stands. Nothing is ever applied by Seawall.
 */
export function planText(plan: DevicePlan): string {
  const mark = HASH.has(plan.platform) ? '#' : '!';
  const say = (text: string): string => `${mark} ${printable(text, 400)}`.trimEnd();
  const taken = plan.takenAt === null ? 'at a time that nothing tells' : formatMinute(plan.takenAt);
  const out = [
    say(
      `${plan.device} (${plan.platform}): ${plan.steps.length} changes proposed by Seawall. Nothing was applied.`,
    ),
    say(`Written for the configuration taken ${taken}; SHA-256 of it: ${plan.evidence}.`),
    say('Understand the whole scope before you change anything that an intruder would notice.'),
    say('Save the running configuration first. One step at a time; run the checks after each.'),
  ];
  for (const [i, step] of plan.steps.entries()) out.push('', ...stepLines(step, { number: i + 1, say }));
  if (plan.byHand.length > 0)
    out.push('', say(`To mend by hand, we know no lines for it: ${plan.byHand.join(', ')}.`));
  return `${out.join('\n')}\n`;
}

function stepLines(
  step: FixStep,
  { number, say }: { number: number; say: (text: string) => string },
): string[] {
  const found = step.findings.join(', ');
  const out = [say(`--- ${number}. ${step.check} (${step.severity}); findings: ${found}`)];
  if (step.mayCut) out.push(say('CAREFUL: may end your own session or stop a service that somebody uses.'));
  out.push(...step.first.map((text) => say(`first: ${text}`)));
  out.push(...step.lines.map((line) => printable(line, 400)));
  out.push(...step.afterwards.map((command) => say(`then run: ${command}`)));
  if (step.back.length > 0) out.push(say('way back:'), ...step.back.map((line) => say(`  ${line}`)));
  return out;
}

/** A file name for a device; names of devices come from evidence and may hold anything. */
export function planFile(device: string): string {
  const plain = device
    .replace(/[^A-Za-z0-9._-]/g, '_')
    .replace(/^\.+/, '_')
    .slice(0, 100);
  return `${plain || 'device'}.txt`;
}
