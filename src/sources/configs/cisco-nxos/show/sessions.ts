import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const LOGIN = /^(\S{1,64}) +((?:pts|tty|con|ttyS)\S{0,16}) +(.{1,80})$/;

/** Reads `show users`: who is logged in, where and from which address. */
export class SessionsShow implements Show {
  readonly view = 'sessions';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry);
    if (/^NAME +LINE +TIME/.test(text)) return READ;
    const found = LOGIN.exec(text);
    if (!found) return BROKEN;
    const [, account = '', terminal = '', rest = ''] = found;
    const from = /\(([0-9A-Fa-f.:]{3,45})\)/.exec(rest)?.[1] ?? null;
    stateOf(draft).sessions.push({ line: entry.line, lineEnd: entry.line, account, from, terminal });
    return READ;
  }
}
