import type { DataScope, Scope } from '../model/scope.ts';
import { blastRadius } from './blast.ts';
import { configurationScopes } from './configurations.ts';
import type { ScopeInput } from './input.ts';
import { suspicionOf } from './suspicion.ts';
import { systemScopes } from './systems.ts';

export type { ScopeInput } from './input.ts';

/**
 * How deep it goes and who is affected: what falls with the hit devices, and how much of each class of data was taken
 * at the least and at the most.
 */
export function scopeOf(input: ScopeInput): Scope {
  const suspicion = suspicionOf(input);
  return {
    blast: blastRadius(input, suspicion),
    data: [...systemScopes(input, suspicion), ...configurationScopes(input, suspicion)].sort(bySystem),
    window: {
      from: suspicion.window?.from ?? null,
      earliest: suspicion.earliest,
      to: suspicion.window?.to ?? null,
    },
  };
}

function bySystem(a: DataScope, b: DataScope): number {
  const [x, y] = [`${a.system}|${a.dataClass}`, `${b.system}|${b.dataClass}`];
  return x < y ? -1 : x > y ? 1 : 0;
}
