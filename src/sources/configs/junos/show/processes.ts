import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const KNOWN =
  /^(?:last pid: |top - |Tasks: |Threads: |%?Cpu|CPU[: ]|Mem: |[KMG]iB |Swap: |ARC: |\d+ (?:processes|threads): |node: |-{5,}$|(?:fpc|node|re|member)\d+:?$)/;
const MOST = 100_000;

/** Reads `show system processes` in all its forms: the heading tells which column is which. */
export class ProcessesReader implements Show {
  readonly view = 'processes' as const;
  private header: readonly string[] = [];

  /** See Show. */
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 1000);
    if (KNOWN.test(text)) return READ;
    const words = text.split(' ').filter((word) => word !== '');
    if (words.includes('PID') && words.at(-1) === 'COMMAND') {
      this.header = words;
      return READ;
    }
    const pid = words[this.header.indexOf('PID')];
    if (this.header.length === 0 || words.length < this.header.length || !/^\d{1,8}$/.test(pid ?? ''))
      return BROKEN;
    const user = this.header.findIndex((word) => word.startsWith('USER'));
    const { processes } = stateOf(draft);
    if (processes.length < MOST)
      processes.push({
        line: entry.line,
        lineEnd: entry.line,
        name: words
          .slice(this.header.length - 1)
          .join(' ')
          .slice(0, 200),
        pid: Number(pid),
        user: user < 0 ? null : (words[user] as string),
      });
    return READ;
  }
}
