import { packageVersion } from '../../base/package-root.ts';
import type { Instant } from '../../base/time.ts';
import { CHECKS } from '../../checks/index.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { gatherIncidents, parseCampaigns } from '../../incidents/index.ts';
import type { Answers } from '../../model/answers.ts';
import type { Tlp } from '../../model/evidence.ts';
import type { Incident } from '../../model/incident.ts';
import type { AccessRecord } from '../../model/record.ts';
import type { Scope } from '../../model/scope.ts';
import type { Finding } from '../../model/verdict.ts';
import type { Facts } from '../../notify/index.ts';
import { beginScope } from '../../scope/index.ts';
import type { Case } from '../case.ts';
import type { Evaluation } from './cells.ts';
import { dutiesOf } from './duties.ts';
import { findAll } from './found.ts';
import { answerHit, answerSince } from './hit.ts';
import { limitsOf, unreadOf } from './limits.ts';
import type { Material } from './material.ts';
import { plansOf } from './plans.ts';
import { depthSentence, tellSentence, whoSentence } from './sentences.ts';
import { summariseChecks, summariseCoverage, summariseEvidence } from './summary.ts';

/** What shapes the answers besides the evidence. */
export interface ConcludeOptions {
  readonly asOf: Instant;
  readonly since: Instant | null;
  readonly until: Instant | null;
  readonly jurisdictions: readonly string[];
  /** Facts that only a person knows, as answered. */
  readonly facts: Facts;
  /** Checks to run; all when left out. */
  readonly checks?: readonly Check[];
}

/** Works out the five answers from everything that the case holds; only what changed is worked out anew. */
export async function conclude(opened: Case, options: ConcludeOptions): Promise<Answers> {
  const checks = options.checks ?? CHECKS;
  const { asOf, since, until } = options;
  const { material, evaluation, findings } = await findAll(opened, { checks, asOf, since, until });
  const incidents = incidentsOf(opened, material, { findings, evaluation });
  const scope = await scopeFor(opened, material, { findings, incidents });
  const answers = await assemble(opened, {
    options,
    checks,
    material,
    evaluation,
    findings,
    incidents,
    scope,
  });
  await opened.store.saveAnswers(JSON.stringify(answers));
  return answers;
}

function incidentsOf(
  opened: Case,
  material: Material,
  found: { findings: readonly Finding[]; evaluation: Evaluation },
): Incident[] {
  const files = [...opened.options.content]
    .filter(([path]) => path.startsWith('campaigns/'))
    .map(([name, text]) => ({ name, text }));
  return gatherIncidents({
    findings: found.findings,
    verdicts: found.evaluation.verdicts,
    campaigns: parseCampaigns(files).campaigns,
    deviceAddresses: new Map(material.devices.map((d) => [d.id, d.addresses])),
    evidence: material.evidence,
  });
}

async function scopeFor(
  opened: Case,
  material: Material,
  found: { findings: readonly Finding[]; incidents: readonly Incident[] },
): Promise<Scope> {
  const systems = material.devices.filter((d) => d.sort === 'system');
  const coverage = new Map(
    summariseCoverage({ ...material, devices: systems }).map((c) => [
      c.device,
      c.kinds.find((k) => k.kind === 'access'),
    ]),
  );
  const sources = await opened.store.recordSources();
  const run = beginScope({
    ...found,
    devices: material.devices,
    snapshots: new Map(material.devices.map((d) => [d.id, material.snapshotsOf(d.id)])),
    systems: sources.filter((s) => s.kind === 'access').map((s) => s.origin),
    accessCoverage: new Map(
      [...coverage].flatMap(([id, c]) => (c ? [[id.replace(/^system:/, ''), c] as const] : [])),
    ),
    register: material.register,
    period: material.period,
  });
  for await (const batch of opened.store.eachRecord(['access']))
    for (const access of batch) run.take(access as AccessRecord);
  return run.end();
}

interface Parts {
  readonly options: ConcludeOptions;
  readonly checks: readonly Check[];
  readonly material: Material;
  readonly evaluation: Evaluation;
  readonly findings: readonly Finding[];
  readonly incidents: readonly Incident[];
  readonly scope: Scope;
}

async function assemble(opened: Case, parts: Parts): Promise<Answers> {
  const { options, checks, material, evaluation, findings, incidents, scope } = parts;
  const { verdicts } = evaluation;
  const { store } = opened;
  const { ledger } = material;
  const evidence = summariseEvidence(material.evidence, ledger, await store.duplicates());
  const coverage = summariseCoverage(material);
  const telling = new Set(checks.filter(isTelling).map((c) => c.id));
  const { devicesCut, neverRead } = material;
  const unread = unreadOf({ evidence, ledger, devicesCut, neverRead });
  const hit = answerHit({ findings, verdicts, incidents, devices: material.devices, telling, unread });
  const since = answerSince({
    findings,
    incidents,
    logsBegin: logsBegin(coverage, hit.devices, material.period.from),
  });
  const { content } = opened.options;
  const duties = dutiesOf({
    content,
    asOf: options.asOf,
    jurisdictions: options.jurisdictions,
    answered: options.facts,
    hit,
    scope,
  });
  const intelligence = await describeIntel(opened, material, findings);
  return {
    schema: 'seawall.answers/1',
    version: packageVersion(),
    caseId: store.settings.id,
    asOf: options.asOf,
    period: material.period,
    marking: strictest([
      ...intelligence.packs.map((p) => p.marking),
      ...material.evidence.map((e) => e.marking),
    ]),
    intelligence,
    evidence,
    files: material.evidence.map(publicEvidence),
    ledger,
    devices: material.devices,
    ambiguous: material.identity.ambiguous,
    coverage,
    checks: summariseChecks(checks, verdicts),
    verdicts: withFindings(verdicts, findings),
    findings,
    incidents,
    plans: plansOf(evaluation.offers, findings),
    scope,
    duties,
    hit,
    since,
    depthSentence: depthSentence(scope, hit, findings),
    whoSentence: whoSentence(scope),
    tellSentence: tellSentence(duties, hit),
    limits: limitsOf({ evidence, material, verdicts, coverage }),
    settings: { since: options.since, until: options.until, jurisdictions: options.jurisdictions },
  };
}

/** Checks whose cannot-tell keeps anybody from saying no. Lists of files by hash are few, and answer for no period. */
function isTelling(check: Check): boolean {
  if (check.class === 'compromise' || check.class === 'contradiction') return true;
  return check.class === 'indicator' && check.severity === 'high' && check.needs.every(overStreams);
}

function overStreams(way: Check['needs'][number]): boolean {
  return !way.kinds.includes('file');
}

function publicEvidence(stored: Material['evidence'][number]): Answers['files'][number] {
  const { id, name, size, hashed, containers, source, sourceVersion } = stored;
  const { kinds, first, last, marking, magic } = stored;
  return { id, name, size, hashed, containers, source, sourceVersion, kinds, first, last, marking, magic };
}

function withFindings(verdicts: Evaluation['verdicts'], findings: readonly Finding[]): Answers['verdicts'] {
  const byCell = new Map<string, string[]>();
  for (const { check, subject, id } of findings) {
    const key = `${check} ${subject}`;
    byCell.set(key, [...(byCell.get(key) ?? []), id]);
  }
  return verdicts.map((v) => ({ ...v, findings: (byCell.get(`${v.check} ${v.subject}`) ?? []).sort() }));
}

function logsBegin(coverage: Answers['coverage'], devices: readonly string[], from: Instant): Instant | null {
  const hit = new Set(devices);
  const own = coverage.filter((c) => hit.has(c.device)).flatMap((c) => c.kinds);
  // Lines of a clock that was never set may be older than the period; they do not show the time before it.
  const firsts = own
    .filter((k) => k.rhythm !== null || k.kind === 'syslog')
    .map((k) => (k.first === null ? null : Math.max(k.first, from)));
  return firsts.reduce<Instant | null>((a, b) => (a === null ? b : b === null ? a : Math.min(a, b)), null);
}

const STRICTNESS: readonly Tlp[] = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'];

function strictest(markings: readonly (Tlp | null)[]): Tlp | null {
  const known = markings.filter((m): m is Tlp => m !== null);
  return known.sort((a, b) => STRICTNESS.indexOf(b) - STRICTNESS.indexOf(a))[0] ?? null;
}

async function describeIntel(
  opened: Case,
  material: Material,
  findings: readonly Finding[],
): Promise<Answers['intelligence']> {
  const packs = await opened.packs();
  const matched = new Set(findings.flatMap((f) => f.indicators));
  const used = packs.filter((p) => p.indicators.some((i) => matched.has(i.id)));
  return {
    items: material.index.size,
    latest: material.index.latest,
    packs: packs.map((p) => ({
      id: p.id,
      name: p.name,
      items: p.indicators.length,
      marking: p.marking,
      problems: p.problems,
    })),
    carried: Object.fromEntries(used.flatMap((p) => Object.entries(p.carried))),
    matched: used
      .flatMap((p) => p.indicators)
      .filter((i) => matched.has(i.id))
      .map(({ id, type, value, title, marking, markingRefs }) => ({
        id,
        type,
        value,
        title,
        marking,
        markingRefs,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
