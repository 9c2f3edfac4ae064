import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const CPU = /^(\d{1,9}) +\d+ +\d+ +\d+ +[\d.]+%(?: +[\d.]+% +[\d.]+%)? +(?:\S+ +)?(\S{1,64})$/;
const PLAIN = /^(\d{1,9}|-) +[A-Z]{1,3} +\S+ +\d+ +\S+ +(?:\S+ +)?(\S{1,64})$/;
const TITLE = /^(?:CPU util|PID +|-{3,}|Load average|State:|Process|Type:|R=|S=|D=|Z=|\w+ : |[A-Z][a-z]* = )/;

/** Reads `show processes` and `show processes cpu`. */
export class ProcessesShow implements Show {
  readonly view = 'processes';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const found = CPU.exec(text) ?? PLAIN.exec(text);
    if (!found) return TITLE.test(text) ? READ : BROKEN;
    const pid = found[1] === '-' ? null : Number(found[1]);
    const name = found[2] as string;
    stateOf(draft).processes.push({ line: entry.line, lineEnd: entry.line, name, pid, user: null });
    return READ;
  }
}
