import type { StepFit } from '../model/incident.ts';
import type { Finding, Verdict } from '../model/verdict.ts';
import type { CampaignStep } from './campaign.ts';
import { counted, listed } from './wording.ts';

/** What a step is held against. */
export interface StepEvidence {
  /** Findings of the incident. */
  readonly members: readonly Finding[];
  /** Ids of checks that look for open doors only. */
  readonly doors: ReadonlySet<string>;
  readonly verdicts: ReadonlyMap<string, readonly Verdict[]>;
}

/** How one step of a playbook stands. A step is never `seen` by a weakness: an open door is not an intruder. */
export function fitStep(step: CampaignStep, evidence: StepEvidence): StepFit {
  const head = { step: step.id, title: step.title, attack: step.attack };
  const seen = evidence.members.filter((f) => step.checks.includes(f.check) && f.class !== 'weakness');
  if (seen.length > 0) {
    const times = seen.map((f) => f.first).filter((t) => t !== null);
    return {
      ...head,
      state: 'seen',
      findings: seen.map((f) => f.id).sort(),
      first: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
      note: `Seen on ${listed([...new Set(seen.map((f) => f.subject))].sort())}.`,
    };
  }
  const { state, note } = unseen(step, evidence);
  return { ...head, state, findings: [], first: null, note };
}

function unseen(
  step: CampaignStep,
  evidence: StepEvidence,
): { readonly state: 'not-seen' | 'cannot-tell'; readonly note: string } {
  if (step.checks.length === 0) return { state: 'cannot-tell', note: 'No check yet.' };
  const looks = step.checks.map((check) => lookOf(check, evidence)).filter((look) => look.asked > 0);
  if (looks.length === 0) return { state: 'cannot-tell', note: 'No device or system could be asked.' };
  const sorted = [...looks].sort(
    (a, b) => a.blind + a.open - b.blind - b.open || (a.check < b.check ? -1 : 1),
  );
  const best = sorted[0] as Look;
  const elsewhere = looks.reduce((sum, look) => sum + look.elsewhere, 0);
  const tail =
    elsewhere > 0
      ? ` Hits on ${counted(elsewhere, 'device or system', 'devices or systems')} do not belong to this incident.`
      : '';
  if (best.blind + best.open === 0) return { state: 'not-seen', note: `${clearNote(sorted)}${tail}` };
  return { state: 'cannot-tell', note: `${blindNote(best)}${tail}` };
}

interface Look {
  readonly check: string;
  readonly asked: number;
  readonly blind: number;
  /** Subjects where the door is open; whether somebody came through it, the check cannot see. */
  readonly open: number;
  /** Hits that are not part of this incident. */
  readonly elsewhere: number;
  readonly reason: string;
}

function lookOf(check: string, evidence: StepEvidence): Look {
  const verdicts = evidence.verdicts.get(check) ?? [];
  const blind = verdicts.filter((v) => v.answer === 'cannot-tell');
  const hits = verdicts.filter((v) => v.answer === 'hit').length;
  const door = evidence.doors.has(check);
  return {
    check,
    asked: verdicts.length,
    blind: blind.length,
    open: door ? hits : 0,
    elsewhere: door ? 0 : hits,
    reason: mainReason(blind),
  };
}

function clearNote(looks: readonly Look[]): string {
  const clear = looks.filter((l) => l.blind + l.open === 0);
  const others = looks.filter((l) => l.blind + l.open > 0);
  const by = clear.map((l) => `${l.check} on all ${l.asked}`).join(', ');
  const rest = others.map((l) => ` ${l.check} could not tell on ${l.blind + l.open} of ${l.asked}.`).join('');
  return `Looked for by ${by}.${rest}`;
}

function blindNote({ check, asked, blind, open, reason }: Look): string {
  if (open > 0)
    return `The way is open on ${open} of ${asked} (${check}); whether anybody used it, this check cannot see.`;
  return `${check} could not tell on ${blind} of ${asked}${reason === '' ? '.' : `; mostly: ${reason}`}`;
}

/** The reason that most verdicts give, by its code; of equally frequent ones the first by name. */
function mainReason(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, { count: number; text: string }>();
  for (const { code, text } of verdicts.flatMap((v) => v.reasons)) {
    const known = counts.get(code);
    if (!known) counts.set(code, { count: 1, text });
    else counts.set(code, { count: known.count + 1, text: known.text < text ? known.text : text });
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  return sorted[0]?.[1].text ?? '';
}
