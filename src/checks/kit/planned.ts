import type { Period } from '../../base/time.ts';
import type { RegisterRecord } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';

/**
 * The planned change of the register that may explain something on this device: its words hold the topic (`acl 20`,
 * `tunnel`) and its window meets the time in question. A change for the whole network counts too.
 */
export function plannedChange(
  view: DeviceView,
  topics: readonly string[],
  when: Period,
): RegisterRecord | null {
  const wanted = topics.map((topic) => topic.toLowerCase());
  const fits = (entry: RegisterRecord): boolean => {
    const words = `${entry.value} ${entry.note ?? ''}`.toLowerCase();
    const mine = entry.device === null || entry.device.toLowerCase() === view.device.id;
    const early = entry.from !== null && when.to < entry.from;
    const late = entry.until !== null && when.from > entry.until;
    return mine && !early && !late && wanted.some((topic) => words.includes(topic));
  };
  return view.fleet.register('change').find(fits) ?? null;
}

/** The sentence that names a planned change. */
export function plannedNote(entry: RegisterRecord): string {
  const ticket = entry.ticket ? ` (${entry.ticket})` : '';
  return `The register plans "${entry.value}"${ticket} on this device at that time.`;
}
