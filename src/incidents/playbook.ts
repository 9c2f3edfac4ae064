import type { PlaybookFit, StepFit } from '../model/incident.ts';
import type { Finding } from '../model/verdict.ts';
import type { Campaign } from './campaign.ts';
import type { Look } from './looks.ts';
import { type EvidencePlane, planesOf } from './planes.ts';
import { fitStep } from './step-fit.ts';
import { counted } from './wording.ts';

/** What playbooks are held against. */
export interface PlaybookEvidence {
  /** Findings of the incident. */
  readonly members: readonly Finding[];
  /** What each check could see in the whole case. */
  readonly looks: ReadonlyMap<string, Look>;
  readonly evidence: readonly EvidencePlane[];
}

/** How the incident fits each campaign of which at least one step is seen; best fit first. */
export function fitPlaybooks(campaigns: readonly Campaign[], evidence: PlaybookEvidence): PlaybookFit[] {
  const fits = campaigns
    .map((campaign) => {
      const steps = campaign.steps.map((s) => fitStep(s, evidence));
      const seen = steps.filter((s) => s.state === 'seen');
      const findings = new Set(seen.flatMap((s) => s.findings));
      return { campaign, steps, seen, findings, short: shortfalls({ campaign, seen }, evidence) };
    })
    .filter((fit) => fit.seen.length > 0);
  return fits
    .map((fit) => conclude(fit, fits))
    .sort(
      (a, b) =>
        Number(b.aligned) - Number(a.aligned) || b.seen - a.seen || (a.campaign < b.campaign ? -1 : 1),
    );
}

interface Seen {
  readonly campaign: Campaign;
  readonly seen: readonly StepFit[];
}

interface Fit extends Seen {
  readonly steps: readonly StepFit[];
  readonly findings: ReadonlySet<string>;
  /** What is missing before `aligned` may be said, one sentence each. */
  readonly short: readonly string[];
}

/** A fit is not called aligned where another campaign that meets its own bar explains all of it and more. */
function conclude(fit: Fit, all: readonly Fit[]): PlaybookFit {
  const { campaign, steps, seen, short, findings } = fit;
  const notSeen = steps.filter((s) => s.state === 'not-seen');
  const rivals = all.filter((r) => r !== fit && [...findings].every((id) => r.findings.has(id)));
  const better = rivals.filter((r) => r.short.length === 0 && r.findings.size > findings.size);
  return {
    campaign: campaign.id,
    title: campaign.title,
    steps,
    seen: seen.length,
    notSeen: notSeen.length,
    cannotTell: steps.length - seen.length - notSeen.length,
    aligned: short.length === 0 && better.length === 0,
    against: [
      ...short,
      ...rivals.map((rival) => rivalSentence(rival, better.includes(rival))).sort(),
      ...notSeen.map((s) => `Looked for and not seen: ${s.title}.`),
    ],
  };
}

function rivalSentence({ campaign }: Fit, better: boolean): string {
  const more = better ? ', which explains more of this incident' : '';
  return `Every finding that fits here fits ${campaign.title} as well${more}.`;
}

/** What is missing before `aligned` may be said (facts 9.1); only findings that are more than a guess count. */
function shortfalls({ campaign, seen }: Seen, { members, evidence }: PlaybookEvidence): string[] {
  const sure = new Map(members.filter((f) => f.confidence !== 'low').map((f) => [f.id, f]));
  const solid = seen.filter((s) => s.findings.some((id) => sure.has(id)));
  const proof = solid.flatMap((s) => s.findings).flatMap((id) => sure.get(id) ?? []);
  const planes = planesOf(proof, evidence);
  const telling = new Set(campaign.steps.filter((s) => s.telling).map((s) => s.id));
  const { steps, planes: least } = campaign.alignment;
  const out: string[] = [];
  if (solid.length < steps)
    out.push(`${counted(solid.length, 'step is', 'steps are')} seen with some confidence; ${steps} must be.`);
  if (planes.length < least) {
    const kinds = planes.length === 0 ? '' : ` (${planes.join(', ')})`;
    out.push(
      `The signs stand in ${counted(planes.length, 'kind', 'kinds')} of evidence${kinds}; ${least} must agree.`,
    );
  }
  if (!solid.some((s) => telling.has(s.step)))
    out.push('None of the steps seen is one that few other causes explain.');
  return out;
}
