import { shortLabel } from '../base/hash.ts';
import type { Instant } from '../base/time.ts';
import type { Incident } from '../model/incident.ts';
import type { Finding, Verdict } from '../model/verdict.ts';
import { because } from './because.ts';
import type { Campaign } from './campaign.ts';
import { contextOf } from './context.ts';
import { type DeviceAddresses, type Gathering, gather, ownersOf } from './gather.ts';
import { type Look, looksOf } from './looks.ts';
import type { EvidencePlane } from './planes.ts';
import { fitPlaybooks } from './playbook.ts';
import { confidenceOf, isStrong, rankOf, starts, worstOf } from './strength.ts';
import { addressesOf } from './ties.ts';
import { timelineOf } from './timeline.ts';
import { counted } from './wording.ts';

export type { Campaign } from './campaign.ts';
export { CAMPAIGN_LIMITS, parseCampaigns } from './parse-campaigns.ts';
export type { EvidencePlane } from './planes.ts';

/** What incidents are gathered from; the order of the lists does not matter. */
export interface IncidentsInput {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Verdict[];
  readonly campaigns: readonly Campaign[];
  /** Own addresses of each device in canonical form, by the id that findings use as their subject. */
  readonly deviceAddresses: DeviceAddresses;
  /** Ids and kinds of the evidence, which tell whether signs confirm each other independently. */
  readonly evidence: readonly EvidencePlane[];
}

/** Gathers findings into incidents, worst first. What is no more than low everywhere stays a finding. */
export function gatherIncidents(input: IncidentsInput): Incident[] {
  const findings = [...input.findings].sort((a, b) => (a.id < b.id ? -1 : 1));
  const looks = looksOf(input.verdicts, findings);
  const sorted = { ...input, findings, looks, owners: ownersOf(input.deviceAddresses) };
  return gather(findings.filter(starts), input.deviceAddresses)
    .filter((members) => rankOf(worstOf(members)) > rankOf('low'))
    .map((members) => describe(members, sorted))
    .sort(
      (a, b) =>
        rankOf(b.severity) - rankOf(a.severity) ||
        b.findings.length - a.findings.length ||
        (a.id < b.id ? -1 : 1),
    );
}

function describe(
  members: Gathering,
  input: IncidentsInput & {
    readonly owners: ReadonlyMap<string, string>;
    readonly looks: ReadonlyMap<string, Look>;
  },
): Incident {
  const context = contextOf(members, input.findings);
  const times = members.flatMap((f) => [f.first, f.last]).filter((t): t is Instant => t !== null);
  return {
    id: `I-${shortLabel(`incident|${namesake(members).id}`, 6)}`,
    title: titleOf(members),
    severity: worstOf(members),
    confidence: confidenceOf(members, input.evidence),
    findings: [...members, ...context].map((f) => f.id).sort(),
    subjects: sortedSet(members.map((f) => f.subject)),
    accounts: sortedSet(members.filter((f) => f.class !== 'indicator').flatMap((f) => f.accounts)),
    addresses: sortedSet(members.flatMap(addressesOf)),
    first: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
    last: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null,
    timeline: timelineOf(members),
    playbooks: fitPlaybooks(input.campaigns, { ...input, members }),
    because: because(members, input.owners),
  };
}

/** The earliest finding, of the strong ones where there are any: what joins later does not rename the incident. */
function namesake(members: Gathering): Finding {
  const strong = members.filter(isStrong);
  const from = strong.length > 0 ? strong : members;
  const at = (f: Finding): number => f.first ?? f.last ?? Number.MAX_SAFE_INTEGER;
  return from.reduce((a, b) => (at(b) < at(a) || (at(b) === at(a) && b.id < a.id) ? b : a));
}

function titleOf(members: Gathering): string {
  const sure = ['low', 'medium', 'high'];
  const rank = (f: Finding): number =>
    rankOf(f.severity) * 100 + sure.indexOf(f.confidence) * 10 + Number(f.class !== 'indicator');
  const at = (f: Finding): number => f.first ?? f.last ?? Number.MAX_SAFE_INTEGER;
  const strongest = members.reduce((a, b) =>
    (rank(b) - rank(a) || at(a) - at(b) || (b.id < a.id ? 1 : -1)) > 0 ? b : a,
  );
  const others = members.length - 1;
  if (others === 0) return strongest.title;
  const subjects = new Set(members.map((f) => f.subject)).size;
  const where = subjects === 1 ? '' : ` on ${subjects} devices and systems`;
  return `${strongest.title} (and ${counted(others, 'more finding')}${where})`;
}

function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
