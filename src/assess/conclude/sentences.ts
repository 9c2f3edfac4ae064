import { formatMinute } from '../../base/time.ts';
import type { HitAnswer } from '../../model/answers.ts';
import type { DutyAssessment } from '../../model/duty.ts';
import type { Bounds, DataClass, Scope } from '../../model/scope.ts';

const CLASS_NAMES: Readonly<Record<DataClass, string>> = {
  identity: 'customer records',
  'call-metadata': 'call records',
  location: 'locations',
  'sms-content': 'text messages',
  'sms-metadata': 'message records',
  'data-session-metadata': 'data session records',
  'intercept-target': 'intercept requests',
  'intercept-content': 'intercepted content',
  credentials: 'credentials',
  'network-config': 'device configurations',
};

function count(n: number): string {
  return n.toLocaleString('en-US');
}

function bounds({ lower, upper }: Bounds): string {
  if (upper === null) return `${count(lower)} seen, no upper bound can be given`;
  return upper === lower ? `${count(lower)} seen` : `${count(lower)} seen, up to ${count(upper)} possible`;
}

/** How deep? Hit devices, what shares their secrets, accounts. */
export function depthSentence({ blast }: Scope, hit: HitAnswer): string {
  if (hit.answer !== 'yes') return 'Nothing was found, so there is no depth to tell.';
  const most = blast.edges
    .filter((e) => e.group !== null)
    .sort((a, b) => b.count - a.count || (a.to < b.to ? -1 : 1))[0];
  const shared = most ? `; ${count(blast.exposedDevices.length)} more share their secrets` : '';
  const unseen =
    blast.unseenDevices.length > 0 ? `; ${blast.unseenDevices.length} without a configuration` : '';
  return `${hit.devices.slice(0, 4).join(', ')}${hit.devices.length > 4 ? ` and ${hit.devices.length - 4} more` : ''}${shared}${unseen}.`;
}

/** Who is affected? Classes of data with bounds. */
export function whoSentence(scope: Scope): string {
  const told = scope.data.filter((d) => !['credentials', 'network-config', 'location'].includes(d.dataClass));
  if (told.length === 0) return 'No access to records of subscribers or intercepts was seen.';
  return `${told.map((d) => `${CLASS_NAMES[d.dataClass]}: ${bounds(d.records)}`).join('; ')}.`;
}

/** Tell whom? The most pressing duty that applies or waits for an answer. */
export function tellSentence(duties: readonly DutyAssessment[], hit: HitAnswer): string {
  if (hit.answer === 'no') return 'No duty follows from what was seen; check with counsel.';
  const pressing =
    duties.find((d) => d.state === 'applies') ??
    duties.find((d) => d.state === 'needs-answer') ??
    duties.find((d) => d.state === 'may-apply');
  if (!pressing) return 'No duty in the chosen jurisdictions; check with counsel.';
  const clock = pressing.clocks.find((c) => c.dueAt !== null);
  const due = clock?.dueAt ? `due ${formatMinute(clock.dueAt)}` : (pressing.clocks[0]?.statement ?? '');
  const state = pressing.state === 'applies' ? '' : ` (${pressing.questions.length} answers needed first)`;
  return `${pressing.whom.join(' and ')}: ${due}${state} (${pressing.source.citation}, checked ${pressing.verifiedOn}; ask counsel).`;
}
