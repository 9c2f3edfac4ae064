import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';
import { readTime } from '../header.ts';

const LINE =
  /^(Current time|System booted|Last configured): (\d{4}-.{1,40}?)(?: \(.{1,40} ago\))?(?: by (\S{1,64}))?$/;

/** Reads `show system uptime`: the clock, and who changed the configuration last. */
export class UptimeReader implements Show {
  private now: number | null = null;

  /** See Show. */
  line(entry: Entry, to: Snapshot): Fate {
    const found = LINE.exec(bodyOf(entry).slice(0, 200));
    const time = found && readTime(found[2] as string);
    if (!found || !time) return ['set-aside', 'detail of show system uptime'];
    if (found[1] === 'Current time') {
      this.now ??= time.local;
      to.addClock(time);
    } else if (found[1] === 'System booted') {
      if (this.now !== null)
        to.draft.uptimeSeconds ??= Math.max(0, Math.round((this.now - time.local) / 1000));
    } else {
      to.changed ??= time;
      to.draft.changedBy ??= found[3] ?? null;
    }
    return READ;
  }
}
