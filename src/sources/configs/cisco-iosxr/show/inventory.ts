import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const NAME = /^NAME: "([^"]{0,200})"|^Name: (\S.{0,60}?) +Descr: /;
const PART = /^PID: *([^\s,]*) *,? *VID: *[^\s,]* *,? *SN: *([^\s,]*)/;

/** Reads `show inventory` in both of its forms: only the chassis names the device, since cards wander. */
export class InventoryShow implements Show {
  private chassis = false;

  line(entry: Entry, to: Snapshot): Fate {
    return this.known(bodyOf(entry).slice(0, 400), to) ? READ : BROKEN;
  }

  private known(text: string, { draft }: Snapshot): boolean {
    const name = NAME.exec(text);
    if (name) {
      this.chassis = /^(?:chassis|rack 0|chassis .{0,40})$/i.test(name[1] ?? name[2] ?? '');
      return true;
    }
    const part = PART.exec(text);
    if (!part) return false;
    if (this.chassis) {
      if (part[1] && part[1] !== 'N/A') draft.model = part[1];
      if (part[2] && part[2] !== 'N/A') addSerial(draft, part[2]);
    }
    this.chassis = false;
    return true;
  }
}
