import type { KindCoverage } from '../model/coverage.ts';
import type { DataScope } from '../model/scope.ts';
import { countSystem, unknownOf } from './bounds.ts';
import type { ScopeInput } from './input.ts';
import { lowerSentence, tightenSentence, upperSentence } from './sentences.ts';
import { storeSize } from './store-size.ts';
import { canonical, plainName, type Suspicion } from './suspicion.ts';
import type { SystemTally } from './tally.ts';
import { counted } from './wording.ts';

/** What was taken from each crown-jewel system that the intruder touched or may have touched. */
export function systemScopes(
  tallies: readonly SystemTally[],
  input: ScopeInput,
  suspicion: Suspicion,
): DataScope[] {
  return tallies.flatMap((system) => {
    const findings = findingsOn(system, suspicion);
    if (findings.length === 0 && system.possible === 0) return [];
    return scopesOf(system, findings, input);
  });
}

function scopesOf(system: SystemTally, findings: readonly string[], input: ScopeInput): DataScope[] {
  const { name } = system;
  const store = storeSize(name, input.register);
  const unknown = unknownOf(coverageOf(name, input), input.period);
  const scopes = system.classes().map(({ holding, giving }): DataScope => {
    const count = countSystem({ system, holding, giving, store, unknown });
    const said = { system: name, count, store, unknown };
    return {
      system: name,
      dataClass: holding.dataClass,
      records: count.records,
      persons: count.persons,
      lowerBecause: lowerSentence(said),
      upperBecause: upperSentence(said),
      tighten: tightenSentence(said),
      unknown,
      findings,
    };
  });
  return [...scopes, ...deliveries(system, findings, scopes[0])];
}

/** Logs write the name of one system in several ways; a name that is not found would make its whole log blind. */
function coverageOf(name: string, { accessCoverage }: ScopeInput): KindCoverage | undefined {
  return [...accessCoverage].find(([system]) => plainName(system) === plainName(name))?.[1];
}

/** An intruder who set an intercept up may have had calls delivered; how many, the access log does not say. */
function deliveries(
  { name, systemClass, changes }: SystemTally,
  findings: readonly string[],
  like?: DataScope,
): DataScope[] {
  if (systemClass !== 'li' || changes === 0) return [];
  return [
    {
      system: name,
      dataClass: 'intercept-content',
      records: { lower: 0, upper: null },
      persons: { lower: 0, upper: null },
      lowerBecause: 'Nothing here shows that content was delivered.',
      upperBecause: `Findings prove ${counted(changes, 'change')} to intercepts or destinations; what was delivered after them, the access log does not say.`,
      tighten: `Delivery records of the mediation function behind ${name}.`,
      unknown: like?.unknown ?? [],
      findings,
    },
  ];
}

/** Findings on the system; where there are none, those that name who was seen there. */
function findingsOn({ name, actors, ends }: SystemTally, { findings }: Suspicion): string[] {
  const on = findings.filter((f) => plainName(f.subject) === plainName(name));
  if (on.length > 0) return on.map((f) => f.id);
  return findings
    .filter(
      (f) =>
        f.accounts.some((a) => actors.has(a.toLowerCase())) ||
        f.addresses.some((a) => ends.has(canonical(a))),
    )
    .map((f) => f.id);
}
