import { formatMinute, type Instant } from '../../base/time.ts';
import type { HitAnswer, SinceAnswer } from '../../model/answers.ts';
import type { Device } from '../../model/device.ts';
import type { Incident } from '../../model/incident.ts';
import { type Finding, SEVERITIES, type Verdict } from '../../model/verdict.ts';

function ofCompromise(finding: Finding): boolean {
  return finding.class === 'compromise' || finding.class === 'contradiction' || finding.class === 'indicator';
}

/** Findings that speak of compromise, not of mere weakness, and weigh enough to say yes. */
export function speaksOfCompromise(finding: Finding): boolean {
  if (finding.suppressed) return false;
  const weight = SEVERITIES.indexOf(finding.severity);
  if (finding.class === 'compromise' || finding.class === 'contradiction')
    return weight >= SEVERITIES.indexOf('medium');
  return finding.class === 'indicator' && weight >= SEVERITIES.indexOf('high');
}

/** Subjects that stand for files of unknown hosts, not for systems of the carrier. */
const OF_FILES: ReadonlySet<string> = new Set(['system:files', 'system:evidence']);

/** What the first answer is made from. */
export interface HitInput {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly incidents: readonly Incident[];
  readonly devices: readonly Device[];
  /** Ids of checks of compromise and contradiction, and of shared indicators. */
  readonly telling: ReadonlySet<string>;
  /** What of the evidence nobody could look at, one sentence each. */
  readonly unread: readonly string[];
}

/**
 * Are we hit? `no` only where every such check was clear on every router, no weaker sign is left and all evidence could
 * be read; anything less is `cannot-tell`.
 */
export function answerHit(input: HitInput): HitAnswer {
  const telling = input.verdicts.filter((v) => input.telling.has(v.check));
  const cells = {
    hit: telling.filter((v) => v.answer === 'hit').length,
    clear: telling.filter((v) => v.answer === 'clear').length,
    cannotTell: telling.filter((v) => v.answer === 'cannot-tell').length,
  };
  const speaking = input.findings.filter(speaksOfCompromise);
  const subjects = [...new Set(speaking.map((f) => f.subject))].sort();
  const devices = subjects.filter((s) => !s.startsWith('system:'));
  const systems = subjects.filter((s) => s.startsWith('system:') && !OF_FILES.has(s)).map((s) => s.slice(7));
  const incident = input.incidents[0];
  const playbook = incident?.playbooks[0] ?? null;
  const base = { devices, systems, cells, playbook: speaking.length > 0 ? playbook : null };
  if (speaking.length > 0) {
    const confidence = incident?.confidence ?? 'medium';
    return { ...base, answer: 'yes', confidence, sentence: yesSentence(devices, systems) };
  }
  const open = openEnd(input, telling);
  if (open !== null) return { ...base, answer: 'cannot-tell', confidence: null, sentence: open };
  const aside = input.findings.filter((f) => f.suppressed).length;
  const but = aside > 0 ? ` ${count(aside, 'finding')} set aside by hand not counted.` : '';
  const sentence = `No sign of compromise; every question could be answered on all ${input.devices.length} devices.${but}`;
  return { ...base, answer: 'no', confidence: null, sentence };
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}

/** Why nobody may say no, as one sentence; null where everything could be seen. */
function openEnd(input: HitInput, telling: readonly Verdict[]): string | null {
  const { devices, findings, unread } = input;
  if (telling.length === 0) return 'There is no evidence of any device.';
  const open = telling.filter((v) => v.answer === 'cannot-tell').length;
  if (open > 0) return `No sign seen, but ${open} of ${telling.length} questions could not be answered.`;
  const weak = findings.filter((f) => !f.suppressed && ofCompromise(f)).length;
  if (weak > 0) return `No strong sign seen, but ${count(weak, 'weak sign')} that nobody explained.`;
  const asked = new Set(telling.map((v) => v.subject));
  const routers = devices.filter((d) => d.sort === 'router');
  if (routers.length === 0) return 'No sign seen, but there is no evidence of any router.';
  const unasked = devices.filter((d) => (d.sort === 'router' || d.sort === 'unknown') && !asked.has(d.id));
  if (unasked.length > 0)
    return `No sign seen, but nothing could be asked of ${count(unasked.length, 'device')}.`;
  return unread[0] === undefined ? null : `No sign seen, but not all evidence could be read: ${unread[0]}`;
}

function yesSentence(devices: readonly string[], systems: readonly string[]): string {
  const parts = [];
  if (devices.length > 0) parts.push(`${devices.length} ${devices.length === 1 ? 'device' : 'devices'}`);
  if (systems.length > 0) parts.push(`${systems.length} ${systems.length === 1 ? 'system' : 'systems'}`);
  return `Signs of compromise on ${parts.length > 0 ? parts.join(' and ') : 'files of unknown hosts'}.`;
}

/** What the second answer is made from. */
export interface SinceInput {
  readonly findings: readonly Finding[];
  readonly incidents: readonly Incident[];
  /** When the streams of the hit devices begin; null when they have none. */
  readonly logsBegin: Instant | null;
}

/** Since when? The earliest sign is the latest possible start; what came before the logs cannot be excluded. */
export function answerSince({ findings, incidents, logsBegin }: SinceInput): SinceAnswer {
  const members = new Set(incidents[0]?.findings ?? []);
  const speaking = findings.filter(speaksOfCompromise).filter((f) => members.size === 0 || members.has(f.id));
  const dated = speaking
    .filter((f) => f.first !== null)
    .sort((a, b) => (a.first as number) - (b.first as number));
  const first = dated[0];
  if (!first)
    return {
      atTheLatest: null,
      earliestPossible: logsBegin,
      sentence: 'There is no dated sign.',
      finding: null,
    };
  const at = first.first as number;
  const before =
    logsBegin === null
      ? 'nothing shows the time before'
      : `earlier than ${formatMinute(logsBegin)} (logs begin) nobody can tell`;
  return {
    atTheLatest: at,
    earliestPossible: logsBegin,
    sentence: `${formatMinute(at)} at the latest; ${before}.`,
    finding: first.id,
  };
}
