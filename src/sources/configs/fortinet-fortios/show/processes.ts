import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const PROCESS = /^(\S{1,60})\s{1,40}(\d{1,8})\s{1,12}[A-Z<N+]{1,3}\s{1,12}[<N]?\s{0,8}\d{1,3}\.\d\s/;
const HEAD = /^(?:Run Time:|\d{1,3}U, )/;

/** Reads `diagnose sys top`, which lists the busiest processes: what it leaves out may run all the same. */
export class ProcessesReader implements Show {
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = `${bodyOf(entry).slice(0, 300)} `;
    if (HEAD.test(text)) return READ;
    const found = PROCESS.exec(text);
    if (!found) return BROKEN;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(draft).processes.push({ ...place, name: found[1] as string, pid: Number(found[2]), user: null });
    return READ;
  }
}
