import type { StepFit } from '../model/incident.ts';
import type { Finding } from '../model/verdict.ts';
import type { CampaignStep } from './campaign.ts';
import type { Look } from './looks.ts';
import { counted, listed } from './wording.ts';

/** What a step is held against. */
export interface StepEvidence {
  /** Findings of the incident. */
  readonly members: readonly Finding[];
  /** What each check could see in the whole case. */
  readonly looks: ReadonlyMap<string, Look>;
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
  const looks = step.checks.flatMap((check) => evidence.looks.get(check) ?? []);
  if (looks.length === 0) return { state: 'cannot-tell', note: 'No device or system could be asked.' };
  const sorted = [...looks].sort(
    (a, b) => a.blind + a.open - b.blind - b.open || (a.check < b.check ? -1 : 1),
  );
  const best = sorted[0] as Look;
  const elsewhere = looks.reduce((sum, look) => sum + look.hits, 0);
  const tail =
    elsewhere > 0
      ? ` Hits on ${counted(elsewhere, 'device or system', 'devices or systems')} do not belong to this incident.`
      : '';
  if (best.blind + best.open === 0) return { state: 'not-seen', note: `${clearNote(sorted)}${tail}` };
  return { state: 'cannot-tell', note: `${blindNote(best)}${tail}` };
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
