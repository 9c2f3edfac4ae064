import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const TUNNEL = /^'([^']{1,80})' (\S{2,60}):\d{1,5} {1,4}selectors\(total,up\): \d{1,6}\/(\d{1,6})/;

/** Reads `get vpn ipsec tunnel summary`: `'to-dc' 198.51.100.9:0  selectors(total,up): 1/1  rx(pkt,err): …`. */
export class TunnelsReader implements Show {
  readonly view = 'tunnels';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const found = TUNNEL.exec(bodyOf(entry).slice(0, 400));
    if (!found) return BROKEN;
    const [, name = '', peer = '', up] = found;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(draft).tunnels.push({
      ...place,
      name,
      source: null,
      destination: canonicalIp(peer),
      up: up !== '0',
    });
    return READ;
  }
}
