import { totalLength } from '../../base/time.ts';
import type { Answers, CheckSummary } from '../../model/answers.ts';
import { type CannotTellCode, SEVERITIES, type Verdict } from '../../model/verdict.ts';

/** Devices of one check that cannot be judged for the same reason. */
export interface CannotTellGroup {
  readonly code: CannotTellCode;
  /** What one of the reasons says; they differ in names and periods only. */
  readonly text: string;
  readonly cheapest: string;
  readonly subjects: readonly string[];
}

/** How one check stands over all devices. */
export interface CheckStanding {
  readonly check: CheckSummary;
  readonly hit: readonly string[];
  readonly clear: readonly string[];
  /** Median of the lengths of time that clear verdicts hold for, in milliseconds; 0 where they are snapshots. */
  readonly clearLength: number;
  /** Largest group first. */
  readonly cannotTell: readonly CannotTellGroup[];
}

const CLASS_ORDER = ['compromise', 'contradiction', 'indicator', 'supply-chain', 'weakness'] as const;

/** Order of checks in reports: signs of compromise first, worst first, then by id. */
export function compareChecks(a: CheckSummary, b: CheckSummary): number {
  return (
    CLASS_ORDER.indexOf(a.class) - CLASS_ORDER.indexOf(b.class) ||
    SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
    (a.id < b.id ? -1 : 1)
  );
}

function groupsOf(verdicts: readonly Verdict[]): CannotTellGroup[] {
  const groups = new Map<
    string,
    { code: CannotTellCode; text: string; cheapest: string; subjects: string[] }
  >();
  for (const verdict of verdicts) {
    const reason = verdict.reasons[0];
    const { code, text, cheapest } = reason ?? {
      code: 'no-evidence',
      text: 'No reason was given.',
      cheapest: 'Report this as a bug.',
    };
    const key = `${code} ${cheapest}`;
    const group = groups.get(key) ?? { code, text, cheapest, subjects: [] };
    group.subjects.push(verdict.subject);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => b.subjects.length - a.subjects.length || (a.cheapest < b.cheapest ? -1 : 1),
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Gathers the verdicts by check; subjects stand in alphabetical order. */
export function standings(answers: Pick<Answers, 'checks' | 'verdicts'>): CheckStanding[] {
  const byCheck = Map.groupBy(answers.verdicts, (verdict) => verdict.check);
  return answers.checks.toSorted(compareChecks).map((check) => {
    const verdicts = (byCheck.get(check.id) ?? []).toSorted((a, b) => (a.subject < b.subject ? -1 : 1));
    const of = (answer: Verdict['answer']): Verdict[] => verdicts.filter((v) => v.answer === answer);
    const clear = of('clear');
    return {
      check,
      hit: of('hit').map((v) => v.subject),
      clear: clear.map((v) => v.subject),
      clearLength: median(clear.map((v) => totalLength(v.clear))),
      cannotTell: groupsOf(of('cannot-tell')),
    };
  });
}

/** One way of finding out more, and what it would settle. */
export interface CheapestWay {
  readonly cheapest: string;
  /** Titles of the checks, worst first. */
  readonly checks: readonly string[];
  readonly subjects: readonly string[];
}

/** What cannot be told over all checks, by the cheapest way to find out: one way often settles many checks. */
export function cheapestWays(list: readonly CheckStanding[]): CheapestWay[] {
  const ways = new Map<string, { checks: Set<string>; subjects: Set<string> }>();
  for (const { check, cannotTell } of list)
    for (const group of cannotTell) {
      const way = ways.get(group.cheapest) ?? { checks: new Set(), subjects: new Set() };
      way.checks.add(check.title);
      for (const subject of group.subjects) way.subjects.add(subject);
      ways.set(group.cheapest, way);
    }
  return [...ways].map(([cheapest, way]) => ({
    cheapest,
    checks: [...way.checks],
    subjects: [...way.subjects],
  }));
}
