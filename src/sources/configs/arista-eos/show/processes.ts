import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const TOP =
  /^(\d{1,9}) (\S{1,32}) +\S+ +-?\d+ +\S+ +\S+ +\S+ +[RSDTZI]\S? +[\d.]+ +[\d.]+ +[\d:.]+ +(\S.{0,80})$/;
const PLAIN = /^(\d{1,9}) +[\d.]+ +[\d.]+ +\S+ +\S+ +[\d:.-]+ +[\d:.-]+ +(\S.{0,200})$/;
const TITLE = /^(?:top - |Tasks:|%?Cpu|(?:[KMG]i?B )?(?:Mem|Swap)|PID |\d\d:\d\d:\d\d up|load average)/;

/** Reads `show processes` and `show processes top once`. */
export class ProcessesShow implements Show {
  readonly view = 'processes';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    const at = { line: entry.line, lineEnd: entry.line };
    const top = TOP.exec(text);
    const found = top ?? PLAIN.exec(text);
    if (!found) return TITLE.test(text) ? READ : BROKEN;
    const [, pid = '', second = '', third = ''] = found;
    const [name, user] = top ? [third, second] : [second, null];
    stateOf(draft).processes.push({ ...at, name: name.split(' ')[0] as string, pid: Number(pid), user });
    return READ;
  }
}
