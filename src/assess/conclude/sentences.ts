import type { HitAnswer } from '../../model/answers.ts';
import type { DutyAssessment } from '../../model/duty.ts';
import type { Bounds, DataClass, Scope } from '../../model/scope.ts';
import type { Finding } from '../../model/verdict.ts';

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

/** How deep? Hit devices, worst first, what shares their secrets, accounts. */
export function depthSentence({ blast }: Scope, hit: HitAnswer, findings: readonly Finding[]): string {
  if (hit.answer !== 'yes') return 'Nothing was found, so there is no depth to tell.';
  const most = blast.edges
    .filter((e) => e.group !== null)
    .sort((a, b) => b.count - a.count || (a.to < b.to ? -1 : 1))[0];
  const shared = most ? `; ${count(blast.exposedDevices.length)} more share their secrets` : '';
  const unseen =
    blast.unseenDevices.length > 0 ? `; ${blast.unseenDevices.length} without a configuration` : '';
  const worst = [...new Set(findings.map((f) => f.subject))].filter((d) => hit.devices.includes(d));
  const rest = worst.length > 4 ? ` and ${worst.length - 4} more` : '';
  return `${worst.slice(0, 4).join(', ')}${rest}${shared}${unseen}.`;
}

/** Who is affected? Classes of data with bounds. */
export function whoSentence(scope: Scope): string {
  const told = scope.data.filter((d) => !['credentials', 'network-config', 'location'].includes(d.dataClass));
  if (told.length === 0) return 'No access to records of subscribers or intercepts was seen.';
  return `${told.map((d) => `${CLASS_NAMES[d.dataClass]}: ${bounds(d.records)}`).join('; ')}.`;
}

const NUMBER = /\d+ (?:full )?(?:business |calendar )?(?:hours|days)/;

/** Most pressing first: a clock that runs, then one that would run for a stated number of days, then the rest. */
function pressing(duties: readonly DutyAssessment[]): DutyAssessment | undefined {
  const rank = ({ clocks }: DutyAssessment): number =>
    clocks.some((c) => c.dueAt !== null) ? 0 : clocks.some((c) => NUMBER.test(c.statement)) ? 1 : 2;
  const byState = (['applies', 'needs-answer', 'may-apply'] as const).map((s) =>
    duties.filter((d) => d.state === s),
  );
  const group = byState.find((list) => list.length > 0) ?? [];
  return [...group].sort((a, b) => rank(a) - rank(b))[0];
}

function clockWords({ clocks, questions }: DutyAssessment): string {
  const running = clocks.find((c) => c.dueAt !== null);
  if (running?.remaining)
    return `${running.remaining.value} ${running.remaining.unit.replaceAll('-', ' ')} left`;
  const limit = clocks.map((c) => NUMBER.exec(c.statement)?.[0]).find((t) => t !== undefined);
  const wait =
    questions.length > 0
      ? `, ${questions.length} ${questions.length === 1 ? 'answer' : 'answers'} needed first`
      : '';
  return `${limit ?? 'no number of days'}, clock not started${wait}`;
}

/** Tell whom? The most pressing duty that applies or waits for an answer, and how many more. */
export function tellSentence(duties: readonly DutyAssessment[], hit: HitAnswer): string {
  if (hit.answer === 'no') return 'No duty follows from what was seen; check with counsel.';
  const first = pressing(duties);
  if (!first) return 'No duty in the chosen jurisdictions; check with counsel.';
  const more = duties.filter((d) => d.state === 'applies' && d.id !== first.id).length;
  const whom = first.whom[0]?.split(',')[0] ?? first.title;
  const others = more > 0 ? `; ${more} more ${more === 1 ? 'duty applies' : 'duties apply'}` : '';
  return `${whom}: ${clockWords(first)} (${first.source.citation}, checked ${first.verifiedOn}; ask counsel)${others}.`;
}
