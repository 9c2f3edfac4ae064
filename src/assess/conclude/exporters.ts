import type { CoverageTrack } from '../../model/coverage.ts';
import type { DeviceFacts, Interface } from '../../model/device-facts.ts';

/** A router with no more input interfaces in all its flows than this is seen through a keyhole. */
const FEW_INPUTS = 2;

/** Interfaces through which somebody could reach the device; an out-of-band port cannot make flow records. */
function reachable({ interfaces }: DeviceFacts): Interface[] {
  return interfaces.filter((face) => face.role === 'other' && !face.shutdown && face.addresses.length > 0);
}

function list(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
}

/**
 * Why the flow records that a device makes itself do not show all that came to it, as one sentence: its configuration has
 * them made on some interfaces only, or all of them came in by one or two while it has more. Null where nothing says so.
 */
export function coversSome(
  exports: readonly CoverageTrack[],
  snapshots: readonly DeviceFacts[],
): string | null {
  const inputs = new Set(exports.flatMap((t) => t.inputs ?? []));
  const whole = snapshots.filter((s) => s.hasConfig && s.complete && s.areas.includes('interfaces'));
  for (const facts of whole) {
    const faces = reachable(facts);
    const without = faces.filter((face) => face.flowIn === undefined).map((face) => face.name);
    if (without.length > 0 && without.length < faces.length)
      return `The device makes flow records on ${faces.length - without.length} of ${faces.length} interfaces; not on ${list(without)}.`;
  }
  if (inputs.size === 0 || inputs.size > FEW_INPUTS) return null;
  const most = Math.max(0, ...whole.map((facts) => reachable(facts).length));
  const told = inputs.size === 1 ? 'one interface' : `${inputs.size} interfaces`;
  if (most > inputs.size)
    return `All flow records of the device came in by ${told}, and it has ${most} with an address.`;
  return null;
}

/** True where a configuration has flow records made of a sample, whether or not the exporter says so. */
export function isSampled(snapshots: readonly DeviceFacts[]): boolean {
  return snapshots.some((s) => s.interfaces.some((face) => !face.shutdown && face.flowIn === 'sampled'));
}
