import type { Instant } from '../../base/time.ts';
import { HOUR } from '../../base/time.ts';
import type { AccessRecord } from '../../model/record.ts';

/** An access event with a time. */
export type Event = AccessRecord & { readonly at: Instant };

/** What was done that an intruder would do. */
export type Deed = 'list' | 'details' | 'destination' | 'deactivate' | 'export';

/** So many targets looked at, or intercepts ended, within an hour are bulk. */
const BULK = 3;

/** True when the event names a warrant or an approval. */
export function isCovered({ warrantRef, caseRef }: AccessRecord): boolean {
  return warrantRef !== null || caseRef !== null;
}

/** True for an event about everything at once: no object, or one that stands for all. */
function isAboutAll({ object, person, rows }: AccessRecord): boolean {
  return !person && (object === null || /^(?:all|\*|any)$/i.test(object) || (rows ?? 0) >= BULK);
}

function deedOf(event: AccessRecord): Deed | null {
  switch (event.action) {
    case 'list_all':
      return 'list';
    case 'export':
    case 'print':
      return 'export';
    case 'view':
    case 'search':
      return 'details';
    case 'destination_create':
      return 'destination';
    case 'deactivate':
    case 'delete':
      return 'deactivate';
    default:
      return null;
  }
}

function hasBulk(events: readonly Event[]): boolean {
  return events.some((event, i) => {
    const later = events[i + BULK - 1];
    return later !== undefined && later.at - event.at <= HOUR;
  });
}

/**
 * The sensitive deeds among the events of one account from one host that no warrant and no approval covers (facts 34, 4.3):
 * reading the list of targets, looking at several targets, a new destination, ending many intercepts, exports.
 */
export function sensitiveDeeds(events: readonly Event[]): ReadonlyMap<Deed, readonly Event[]> {
  const bare = events.filter((e) => !isCovered(e) && deedOf(e) !== null);
  const byDeed = Map.groupBy(bare, (e) => deedOf(e) as Deed);
  for (const deed of ['details', 'deactivate'] as const) {
    const list = byDeed.get(deed);
    if (list && !hasBulk(list) && !list.some(isAboutAll)) byDeed.delete(deed);
  }
  return byDeed;
}
