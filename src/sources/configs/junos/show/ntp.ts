import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import type { Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const PEER = /^([*+#ox .-]?)(\S{2,60}) +\S+ +\d{1,2} +[ulmbs-] +/;

/** Reads `show ntp associations`. */
export class NtpReader implements Show {
  readonly view = 'ntp' as const;

  /** See Show. */
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = entry.text.slice(0, 200);
    if (/^ +remote +refid|^=+$|^(?:fpc|node|re)\d+:|^-{3,}/.test(text)) return READ;
    const found = PEER.exec(text);
    if (!found) return BROKEN;
    const address = canonicalIp(found[2] as string) ?? (found[2] as string);
    const at = { line: entry.line, lineEnd: entry.line };
    const synchronised = found[1] === '*' || found[1] === 'o';
    stateOf(draft).ntpPeers.push({ ...at, address, synchronised });
    return READ;
  }
}
