import type { KindCoverage } from '../model/coverage.ts';
import type { AccessRecord, SystemClass } from '../model/record.ts';
import type { DataScope } from '../model/scope.ts';
import { countSystem, unknownOf } from './bounds.ts';
import { HOLDINGS } from './data-classes.ts';
import type { ScopeInput } from './input.ts';
import { type Accesses, isChange, sortAccesses } from './reads.ts';
import { lowerSentence, tightenSentence, upperSentence } from './sentences.ts';
import { storeSize } from './store-size.ts';
import { canonical, plainName, type Suspicion } from './suspicion.ts';
import { counted } from './wording.ts';

interface System {
  readonly name: string;
  readonly systemClass: SystemClass;
  readonly accesses: Accesses;
  readonly findings: readonly string[];
}

/** What was taken from each crown-jewel system that the intruder touched or may have touched. */
export function systemScopes(input: ScopeInput, suspicion: Suspicion): DataScope[] {
  return systemsOf(input.accesses).flatMap(({ name, systemClass, all }) => {
    const accesses = sortAccesses(all, suspicion);
    const findings = findingsOn(name, accesses.possible, suspicion);
    if (findings.length === 0 && accesses.possible.length === 0) return [];
    return scopesOf({ name, systemClass, accesses, findings }, input);
  });
}

function scopesOf(system: System, input: ScopeInput): DataScope[] {
  const { name, systemClass, accesses, findings } = system;
  const store = storeSize(name, input.register);
  const unknown = unknownOf(coverageOf(name, input), input.period);
  const scopes = HOLDINGS[systemClass].map((holding): DataScope => {
    const count = countSystem({ ...accesses, holding, store, unknown });
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
  return [...scopes, ...deliveries(system, scopes[0])];
}

/** Logs write the name of one system in several ways; a name that is not found would make its whole log blind. */
function coverageOf(name: string, { accessCoverage }: ScopeInput): KindCoverage | undefined {
  return [...accessCoverage].find(([system]) => plainName(system) === plainName(name))?.[1];
}

/** An intruder who set an intercept up may have had calls delivered; how many, the access log does not say. */
function deliveries({ name, systemClass, accesses, findings }: System, like?: DataScope): DataScope[] {
  const changes = systemClass === 'li' ? accesses.proven.filter(isChange) : [];
  if (changes.length === 0) return [];
  return [
    {
      system: name,
      dataClass: 'intercept-content',
      records: { lower: 0, upper: null },
      persons: { lower: 0, upper: null },
      lowerBecause: 'Nothing here shows that content was delivered.',
      upperBecause: `Findings prove ${counted(changes.length, 'change')} to intercepts or destinations; what was delivered after them, the access log does not say.`,
      tighten: `Delivery records of the mediation function behind ${name}.`,
      unknown: like?.unknown ?? [],
      findings,
    },
  ];
}

/** Findings on the system; where there are none, those that name who was seen there. */
function findingsOn(name: string, seen: readonly AccessRecord[], { findings }: Suspicion): string[] {
  const on = findings.filter((f) => plainName(f.subject) === plainName(name));
  if (on.length > 0) return on.map((f) => f.id);
  const actors = new Set(seen.map((a) => a.actor.toLowerCase()));
  const ends = new Set(seen.flatMap((a) => [a.from, a.destination]).map((a) => canonical(a ?? '')));
  return findings
    .filter(
      (f) =>
        f.accounts.some((a) => actors.has(a.toLowerCase())) ||
        f.addresses.some((a) => ends.has(canonical(a))),
    )
    .map((f) => f.id);
}

function systemsOf(
  accesses: readonly AccessRecord[],
): { name: string; systemClass: SystemClass; all: AccessRecord[] }[] {
  const out = new Map<string, { name: string; systemClass: SystemClass; all: AccessRecord[] }>();
  for (const access of accesses) {
    const key = `${access.system}|${access.systemClass}`;
    const known = out.get(key);
    if (known) known.all.push(access);
    else out.set(key, { name: access.system, systemClass: access.systemClass, all: [access] });
  }
  return [...out].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, system]) => system);
}
