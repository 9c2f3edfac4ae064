import { printable } from '../../../base/printable.ts';
import { scrub } from '../../kit/scrub.ts';
import { stateOf } from './draft.ts';
import { bodyOf, type Entry } from './entry.ts';
import { BROKEN, type Fate, READ } from './fate.ts';
import type { Show } from './platform.ts';
import type { Snapshot } from './snapshot.ts';

const MOST = 100_000;

/** Processes as `ps` of Linux prints them; its heading tells in which columns name, number and user stand. */
export class LinuxProcesses implements Show {
  readonly view = 'processes';
  private columns: { readonly pid: number; readonly user: number; readonly name: number } | null = null;

  line(entry: Entry, to: Snapshot): Fate {
    const words = bodyOf(entry).slice(0, 2000).split(/\s+/);
    const pid = words.indexOf('PID');
    if (pid >= 0) {
      const user = words.findIndex((word) => word === 'USER' || word === 'UID');
      this.columns = { pid, user, name: words.length - 1 };
      return READ;
    }
    if (!this.columns || words.length <= this.columns.name) return BROKEN;
    const { processes } = stateOf(to.draft);
    const number = Number(words[this.columns.pid]);
    const name = printable(scrub(words.slice(this.columns.name).join(' ')), 200);
    const user = words[this.columns.user] ?? null;
    if (processes.length < MOST)
      processes.push({
        line: entry.line,
        lineEnd: entry.line,
        name,
        pid: Number.isInteger(number) ? number : null,
        user,
      });
    return READ;
  }
}
