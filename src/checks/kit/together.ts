import type { Period } from '../../base/time.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { DeviceView } from '../../model/view.ts';

/** With fewer devices nobody can tell a broken collector from one silent device. */
const ENOUGH = 3;

/** True when at least half of the devices fell silent at once: the collector or a file is missing, not one device. */
export function allSilent(view: DeviceView, kind: EvidenceKind, period: Period): boolean {
  const { silent, of } = view.fleet.silentTogether(kind, period);
  return of >= ENOUGH && silent * 2 >= of;
}

/** A note on other devices that were silent at the same time; empty when there were none. */
export function togetherNotes(view: DeviceView, kind: EvidenceKind, period: Period): readonly string[] {
  const others = view.fleet.silentTogether(kind, period).silent - 1;
  if (others < 1) return [];
  return [`${others} other ${others === 1 ? 'device was' : 'devices were'} silent at the same time.`];
}
