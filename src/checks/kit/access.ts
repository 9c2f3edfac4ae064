import { DAY, HOUR, type Instant } from '../../base/time.ts';
import type { AccessRecord, SystemClass } from '../../model/record.ts';
import type { DeviceView } from '../../model/view.ts';

/** Fewer days than this say nothing of what is usual (facts 9.1). */
export const LEAST_DAYS = 7;
/** What happens on this many days is routine. */
const ROUTINE_DAYS = 5;

/** The access events of systems of these classes that have a time. */
export function accessOf(
  view: DeviceView,
  classes: readonly SystemClass[],
): readonly (AccessRecord & { at: Instant })[] {
  const wanted = new Set(classes);
  return view
    .records('access')
    .filter((r): r is AccessRecord & { at: Instant } => r.at !== null && wanted.has(r.systemClass));
}

/**
 * True for systems of these classes, and for those of which there is no access event to tell their class. What only files
 * stand under (a list of hashes) is no system that people work on.
 */
export function mayBeOf(view: DeviceView, classes: readonly SystemClass[]): boolean {
  const records = view.records('access');
  if (records.length === 0) return view.records('file').length === 0;
  return records.some((r) => classes.includes(r.systemClass));
}

/** Where somebody came from: the host where it has a name, otherwise the address. */
export function hostOf({ from, fromHost }: AccessRecord): string | null {
  return fromHost ?? from;
}

/** Host and address for people: `jump-02 (10.250.0.22)`. */
export function whereFrom({ from, fromHost }: AccessRecord): string {
  if (fromHost !== null && from !== null && fromHost !== from) return `${fromHost} (${from})`;
  return fromHost ?? from ?? 'an unknown host';
}

/** The day (UTC) on which something happened, counted from 1970. */
export function dayOf(at: Instant): number {
  return Math.floor(at / DAY);
}

/** On how many days something happened. */
export function daysOf(records: readonly { readonly at: Instant }[]): number {
  return new Set(records.map((r) => dayOf(r.at))).size;
}

/** True for what happens on so many days that it belongs to the work of the account. */
export function isRoutine(records: readonly { readonly at: Instant }[]): boolean {
  return daysOf(records) >= ROUTINE_DAYS;
}

/** True when an hour of the day lies more than an hour from all hours of usual work. */
export function isOffSchedule(at: Instant, usual: readonly { readonly at: Instant }[]): boolean {
  const hours = new Set(usual.map((r) => hourOf(r.at)));
  if (hours.size === 0) return false;
  const hour = hourOf(at);
  return ![hour - 1, hour, hour + 1].some((h) => hours.has((h + 24) % 24));
}

function hourOf(at: Instant): number {
  return Math.floor((at % DAY) / HOUR);
}
