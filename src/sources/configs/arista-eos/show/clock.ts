import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import { readDate } from '../../kit/local-date.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Reads `show clock`: the time, then the zone in a line of its own. */
export class ClockShow implements Show {
  line(entry: Entry, to: Snapshot): Fate {
    const text = bodyOf(entry);
    const time = readDate(text);
    if (time) {
      to.addClock(time);
      return READ;
    }
    const zone = /^Timezone(?: is|:) (\S{1,40})/.exec(text);
    // Only a zone that is UTC tells its offset; a place does not.
    if (zone && /^(?:UTC|GMT|Etc\/UTC)$/i.test(zone[1] as string)) to.draft.zoneOffsetMinutes ??= 0;
    return zone || text.startsWith('Clock source') ? READ : BROKEN;
  }
}
