import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const LISTED = /^(\S{1,100}) +(\S{1,60}) +(A|NA|B|F|I|A, \S{1,10}|NA, \S{1,10}|A, I|NA, I|A, NI|NA, NI) +\d+/;
const NOTE =
  /^(?:Name +Version|-{3,}|A: |NA: |I: |NI: |F: |B: |S: |No extensions|Installed|\w+: [a-z].{0,100})/;

/** Reads `show extensions`: packages of others that are installed beside the system. */
export class ExtensionsShow implements Show {
  readonly view = 'containers';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const found = LISTED.exec(text);
    if (!found) return NOTE.test(text) ? READ : BROKEN;
    const state = (found[3] as string).includes(', I') ? 'installed' : 'available';
    stateOf(draft).containers.push({
      line: entry.line,
      lineEnd: entry.line,
      name: found[1] as string,
      state,
    });
    return READ;
  }
}
