import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Reads `show inventory`: only the chassis names the device; cards and optics wander between devices. */
export class InventoryReader implements Show {
  private chassis = false;
  private seen = false;

  line(entry: Entry, to: Snapshot): Fate {
    return this.known(entry, to) ? READ : BROKEN;
  }

  private known(entry: Entry, { draft }: Snapshot): boolean {
    const text = bodyOf(entry).slice(0, 400);
    const name = /^NAME: "([^"]*)"/.exec(text);
    if (name) {
      this.chassis = /chassis|^switch (?:1|system)$|^1$/i.test(name[1] as string) || !this.seen;
      this.seen = true;
      return true;
    }
    const part = /^PID: ?(\S*) *, *VID: ?\S* *, *SN: ?(\S*)/.exec(text);
    if (!part) return false;
    if (this.chassis) {
      if (part[1]) draft.model ??= part[1];
      if (part[2]) addSerial(draft, part[2]);
    }
    this.chassis = false;
    return true;
  }
}
