import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Reads `show ip access-lists`: names of the lists with the number of their entries. */
export class AclsShow implements Show {
  readonly view = 'acls';
  private open = false;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const { acls } = stateOf(draft);
    const list = /^(?:Standard )?IP(?:v6)? Access List (\S{1,64})/i.exec(text);
    if (list) {
      this.open = true;
      acls.push({ line: entry.line, lineEnd: entry.line, name: list[1] as string, entries: 0 });
      return READ;
    }
    const last = acls.at(-1);
    if (!this.open || !last || !/^(?:\d+ |statistics|counters|Total|Configured|Active|remark)/.test(text))
      return BROKEN;
    const counts = /^\d+ (?:permit|deny)\b/.test(text) ? 1 : 0;
    acls[acls.length - 1] = { ...last, entries: last.entries + counts, lineEnd: entry.line };
    return READ;
  }
}
