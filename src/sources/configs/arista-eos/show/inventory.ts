import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import { addSerial } from '../../kit/serials.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const PARTS: Fate = ['set-aside', 'parts of the chassis'];

/** Reads `show inventory`: the first part names the device; modules and optics wander between devices. */
export class InventoryShow implements Show {
  private inSystem = false;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    if (/^System (?:information|has )/.test(text)) {
      this.inSystem = text === 'System information';
      return READ;
    }
    if (!this.inSystem) return PARTS;
    const model = /^((?:DCS|CCS|AWE|vEOS|cEOS)\S{0,50})\b/.exec(text);
    if (model) draft.model ??= model[1] as string;
    const serial = /^\d\d\.\d\d +([A-Z0-9]{6,40})\b/.exec(text);
    if (serial) addSerial(draft, serial[1] as string);
    return model || serial ? READ : PARTS;
  }
}
