import type { CoverageTrack } from '../../model/coverage.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Tie } from '../../model/digest.ts';
import type { Origin } from '../../model/record.ts';

/** Kinds of evidence that each come by a way of their own; an address in two of them was not made up by one sender. */
const WITNESSES: ReadonlySet<string> = new Set(['syslog', 'accounting', 'flow', 'state', 'access']);

/**
 * The addresses that belong to devices of ours beyond what one sender can claim: those of configurations, of inventory
 * rows, and those by which two kinds of evidence speak. Syslog and flow records come by UDP from whatever address their
 * sender writes, and an address that counts as ours turns hits off.
 */
export function ownAddresses(given: {
  readonly facts: readonly DeviceFacts[];
  readonly ties: readonly Tie[];
  readonly tracks: readonly CoverageTrack[];
}): ReadonlySet<Origin> {
  const own = new Set<Origin>();
  const add = (origins: readonly Origin[]): void => {
    for (const origin of origins) if (origin.startsWith('addr:')) own.add(origin);
  };
  for (const facts of given.facts) add(facts.aliases);
  for (const tie of given.ties) if (tie.inventoried) add(tie.origins);
  const kinds = new Map<Origin, Set<string>>();
  for (const { origin, kind, count } of given.tracks)
    if (WITNESSES.has(kind) && count > 0) kinds.set(origin, (kinds.get(origin) ?? new Set()).add(kind));
  for (const [origin, of] of kinds) if (of.size > 1) add([origin]);
  return own;
}
