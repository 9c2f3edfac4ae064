import type { AccessRecord } from '../model/record.ts';
import type { DataScope, Scope } from '../model/scope.ts';
import { blastRadius } from './blast.ts';
import { configurationScopes } from './configurations.ts';
import type { ScopeInput } from './input.ts';
import { belongingBy } from './reads.ts';
import { suspicionOf } from './suspicion.ts';
import { systemScopes } from './systems.ts';
import { SystemTally } from './tally.ts';

export { exposureOf } from './exposure.ts';
export type { ScopeInput } from './input.ts';

/** Works out a scope from access records that come one by one, in any order, and are not kept. */
export interface ScopeRun {
  /** Takes one access record; each must come once. */
  take(access: AccessRecord): void;
  /** The scope, when all access records were taken. */
  end(): Scope;
}

/**
 * How deep it goes and who is affected: what falls with the hit devices, and how much of each class of data was taken
 * at the least and at the most.
 */
export function beginScope(input: ScopeInput): ScopeRun {
  const suspicion = suspicionOf(input);
  const belonging = belongingBy(suspicion);
  const tallies = new Map<string, SystemTally>();
  return {
    take: (access) => {
      const key = `${access.system}|${access.systemClass}`;
      let tally = tallies.get(key);
      if (!tally) tallies.set(key, (tally = new SystemTally(access.system, access.systemClass)));
      const whose = belonging(access);
      if (whose !== 'no') tally.take(access, whose);
    },
    end: () => {
      const sorted = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tally]) => tally);
      const systems = systemScopes(sorted, input, suspicion);
      return {
        blast: blastRadius(input, suspicion),
        data: [...systems, ...configurationScopes(input, suspicion)].sort(bySystem),
        window: {
          from: suspicion.window?.from ?? null,
          earliest: suspicion.earliest,
          to: suspicion.window?.to ?? null,
        },
      };
    },
  };
}

function bySystem(a: DataScope, b: DataScope): number {
  const [x, y] = [`${a.system}|${a.dataClass}`, `${b.system}|${b.dataClass}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
