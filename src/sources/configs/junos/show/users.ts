import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const USER =
  /^(\S{1,40}) +((?:pts\/|tty|p|u|d|v)\w{0,8}|console|-) +(\S{1,60}) +(\S{1,16}) +(\S{1,16})(?: +.{0,200})?$/;
const KNOWN = /^ ?\d{1,2}:\d\d(?:[AP]M)? +up |^USER +TTY|^(?:fpc|node|re)\d+:|^-{5,}$|^[-\w]+:?$/;

/** Reads `show system users`. */
export class UsersReader implements Show {
  readonly view = 'sessions' as const;

  /** See Show. */
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    if (KNOWN.test(text)) return READ;
    const found = USER.exec(text);
    if (!found) return BROKEN;
    const [, account, terminal, from] = found as unknown as [string, string, string, string];
    stateOf(draft).sessions.push({
      line: entry.line,
      lineEnd: entry.line,
      account,
      from: from === '-' ? null : (canonicalIp(from) ?? from),
      terminal,
    });
    return READ;
  }
}
