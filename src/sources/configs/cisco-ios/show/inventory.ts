import type { Draft } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../entry.ts';
import { addSerial } from '../serials.ts';

/** Reads `show inventory`: only the chassis names the device; cards and optics wander between devices. */
export class InventoryReader {
  private chassis = false;
  private seen = false;

  /** Reads one line; false when it is none of an inventory. */
  line(entry: Entry, draft: Draft): boolean {
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
