import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const CHASSIS = /^Chassis {2,}(?:REV \S+ +)?(?:\d{3}-\d{6} +)?([A-Z0-9]{4,40})(?: +(\S.{0,80}))?$/;

/** Reads `show chassis hardware`: only the chassis names the device; cards and optics wander between devices. */
export class HardwareReader implements Show {
  /** See Show. */
  line(entry: Entry, { draft }: Snapshot): Fate {
    const found = CHASSIS.exec(bodyOf(entry).slice(0, 400));
    if (!found) return ['set-aside', 'cards and optics'];
    addSerial(draft, found[1] as string);
    if (found[2]) draft.model ??= found[2];
    return READ;
  }
}
