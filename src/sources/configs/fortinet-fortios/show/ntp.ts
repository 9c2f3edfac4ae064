import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const SERVER = /^ipv[46] server\(([^)]{1,120})\) (\S{2,60}) -- (\w{1,20})/;

/** Reads `diagnose sys ntp status`: `ipv4 server(ntp.example) 192.0.2.50 -- reachable(0xff) S:6 T:220`. */
export class NtpReader implements Show {
  readonly view = 'ntp';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const found = SERVER.exec(bodyOf(entry).slice(0, 300));
    if (!found) return ['set-aside', 'detail of the time servers'];
    const address = canonicalIp(found[2] as string) ?? (found[1] as string);
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(draft).ntpPeers.push({ ...place, address, synchronised: found[3] === 'reachable' });
    return READ;
  }
}
