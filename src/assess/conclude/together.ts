import { intersectPeriods, type Period, totalLength } from '../../base/time.ts';
import { coverKind } from '../../coverage/index.ts';
import type { BlindReason, CoverageTrack } from '../../model/coverage.ts';
import type { Device } from '../../model/device.ts';
import type { EvidenceKind } from '../../model/evidence.ts';

/** Where the coverage of all devices comes from. */
export interface TogetherInput {
  readonly devices: readonly Device[];
  readonly tracksOf: (device: Device) => readonly CoverageTrack[];
  readonly period: Period;
}

/** Answers how many devices were silent together; the coverage of a kind is worked out when it is first asked for. */
export function togetherOf(
  input: TogetherInput,
): (kind: EvidenceKind, period: Period) => { readonly silent: number; readonly of: number } {
  const known = new Map<EvidenceKind, readonly (readonly Period[])[]>();
  return (kind, period) => {
    const silences = known.get(kind) ?? silencesOf(kind, input);
    known.set(kind, silences);
    const half = (period.to - period.from) / 2;
    const silent = silences.filter((own) => totalLength(intersectPeriods(own, [period])) >= half).length;
    return { silent, of: silences.length };
  };
}

/** Blind stretches in which a device spoke all the same. */
const PARTIAL: ReadonlySet<BlindReason> = new Set<BlindReason>(['sequence-gap', 'numbers-unclear', 'loss']);

function silencesOf(
  kind: EvidenceKind,
  { devices, tracksOf, period }: TogetherInput,
): readonly (readonly Period[])[] {
  return devices.flatMap((device) => {
    const tracks = device.sort === 'router' ? tracksOf(device).filter((t) => t.kind === kind) : [];
    if (tracks.length === 0) return [];
    return [coverKind(kind, tracks, period).blind.filter((b) => !PARTIAL.has(b.reason))];
  });
}
