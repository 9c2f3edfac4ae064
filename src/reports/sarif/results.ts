import { sha256 } from '../../base/hash.ts';
import { printable } from '../../base/printable.ts';
import { formatInstant } from '../../base/time.ts';
import type { Answers } from '../../model/answers.ts';
import type { Finding, Proof, Severity } from '../../model/verdict.ts';
import { type CannotTellGroup, type CheckStanding, standings } from '../kit/verdict-groups.ts';
import { counted } from '../kit/words.ts';
import { indexOf, physical } from './artifacts.ts';
import { message } from './message.ts';

type Json = Readonly<Record<string, unknown>>;

/** The level of a severity: critical and high are errors, medium a warning, the rest notes. */
export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}

interface Places {
  readonly files: Answers['files'];
  readonly index: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, number>;
}

function logical(subject: string): Json {
  return { name: printable(subject, 200), kind: subject.startsWith('system:') ? 'system' : 'device' };
}

function location(proof: Proof, places: Places): Json | null {
  const physicalLocation = physical(proof.ref, proof.text, places);
  return physicalLocation === null ? null : { physicalLocation, message: message(proof.shows) };
}

function ruleOf(check: string, places: Places): Json {
  const ruleIndex = places.rules.get(check);
  return ruleIndex === undefined ? { ruleId: printable(check, 200) } : { ruleId: check, ruleIndex };
}

function details(finding: Finding): Json {
  const { subject, confidence, first, last, attack, accounts, addresses } = finding;
  const lists = { accounts, addresses, notes: finding.notes, next: finding.next };
  const clean = Object.entries({ ...lists, otherExplanations: finding.otherExplanations }).map(
    ([name, list]) => [name, list.map((text) => printable(text, 1000))] as const,
  );
  return {
    ...Object.fromEntries(clean),
    class: finding.class,
    severity: finding.severity,
    subject: printable(subject, 200),
    confidence,
    attack,
    firstSeen: first === null ? null : formatInstant(first),
    lastSeen: last === null ? null : formatInstant(last),
  };
}

function failed(finding: Finding, places: Places): Json {
  const found = finding.proof.map((p) => location(p, places)).filter((l) => l !== null);
  const logicalLocations = [logical(finding.subject)];
  const [first, ...others] = found;
  return {
    ...ruleOf(finding.check, places),
    kind: 'fail',
    level: levelOf(finding.severity),
    message: message(finding.title),
    locations: [{ ...first, logicalLocations }],
    ...(others.length > 0 ? { relatedLocations: others.map((l, id) => ({ id, ...l })) } : {}),
    partialFingerprints: { 'seawallFinding/v1': finding.id },
    ...(finding.count > 0 ? { occurrenceCount: finding.count } : {}),
    suppressions: suppressions(finding),
    properties: details(finding),
  };
}

// An empty list says that suppression was looked at and there is none (SARIF 2.1.0, 3.27.23).
function suppressions({ suppressed }: Finding): Json[] {
  if (suppressed === null) return [];
  const until = suppressed.until === null ? '' : ` Until ${formatInstant(suppressed.until)}.`;
  const justification = `${printable(suppressed.why, 500)} (${printable(suppressed.by, 100)})${until}`;
  return [{ kind: 'external', status: 'accepted', justification }];
}

function open({ check }: CheckStanding, group: CannotTellGroup, places: Places): Json {
  const count = counted(group.subjects.length, 'device');
  return {
    ...ruleOf(check.id, places),
    kind: 'open',
    level: 'none',
    message: message(`Cannot tell on ${count}: ${group.text} Cheapest way to find out: ${group.cheapest}`),
    locations: [{ logicalLocations: group.subjects.map((subject) => logical(subject)) }],
    partialFingerprints: {
      'seawallOpen/v1': sha256(`${check.id}\n${group.code}\n${group.cheapest}`).slice(0, 32),
    },
    properties: { reason: group.code },
  };
}

function passed({ check, clear }: CheckStanding, places: Places): Json {
  return {
    ...ruleOf(check.id, places),
    kind: 'pass',
    level: 'none',
    message: message(`Clear on ${counted(clear.length, 'device')}: ${check.title}`),
    locations: [{ logicalLocations: clear.map((subject) => logical(subject)) }],
    partialFingerprints: { 'seawallClear/v1': sha256(check.id).slice(0, 32) },
  };
}

/**
 * Results one by one: `fail` for each finding, `open` for each check and way in which it cannot tell, and `pass` for
 * each check that is clear somewhere, where they are asked for.
 */
export function* results(answers: Answers, includeClear: boolean): Generator<Json> {
  const { files } = answers;
  const rules = new Map(answers.checks.map((check, i) => [check.id, i]));
  const places = { files, index: indexOf(files), rules };
  for (const finding of answers.findings) yield failed(finding, places);
  for (const standing of standings(answers)) {
    for (const group of standing.cannotTell) yield open(standing, group, places);
    if (includeClear && standing.clear.length > 0) yield passed(standing, places);
  }
}
