import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const LOGIN =
  /^(?:\* +)?\d+ (con|vty|ssh|telnet) (\S{1,10}) +(\S{1,64}) +(?:\S+ +){0,3}?(\d\S*) +(\S{1,64})$/;

/** Reads `show users`: who is logged in, where and from which address. */
export class SessionsShow implements Show {
  readonly view = 'sessions';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    if (/^Line +User/.test(text)) return READ;
    const found = LOGIN.exec(text);
    if (!found) return BROKEN;
    const [, kind = '', number = '', account = '', , location = ''] = found;
    const terminal = `${kind} ${number}`;
    const from = canonicalIp(location);
    stateOf(draft).sessions.push({ line: entry.line, lineEnd: entry.line, account, from, terminal });
    return READ;
  }
}
