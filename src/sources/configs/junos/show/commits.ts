import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';
import { readTime } from '../header.ts';

const COMMIT = /^(\d{1,3}|rescue) +(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S{1,8}) by (\S{1,64}) via (\S{1,40})/;

/** Reads `show system commit`: the newest entry tells when the configuration was changed last, and by whom. */
export class CommitsReader implements Show {
  /** See Show. */
  line(entry: Entry, to: Snapshot): Fate {
    const found = COMMIT.exec(bodyOf(entry).slice(0, 300));
    const time = found && readTime(found[2] as string);
    if (!found || !time) return ['set-aside', 'comment of a commit'];
    if (found[1] === '0') {
      to.changed ??= time;
      to.draft.changedBy ??= found[3] as string;
    }
    return READ;
  }
}
