import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Reads `show inventory`: only the chassis names the device; cards and optics wander between devices. */
export class InventoryShow implements Show {
  private chassis = false;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const name = /^NAME: +"([^"]*)"/.exec(text);
    if (name) {
      this.chassis = /^chassis$/i.test(name[1] as string);
      return READ;
    }
    const part = /^PID: ?(\S*) *, *VID: ?\S* *, *SN: ?(\S*)/.exec(text);
    if (!part) return BROKEN;
    if (this.chassis) {
      if (part[1]) draft.model = part[1];
      if (part[2]) addSerial(draft, part[2]);
    }
    this.chassis = false;
    return READ;
  }
}
