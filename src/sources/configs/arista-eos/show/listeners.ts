import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const NETSTAT =
  /^(tcp|udp)6? +\d+ +\d+ +(\S{1,60}):(\d{1,5}) +\S+(?: +(LISTEN|[A-Z_]{4,12}))?(?: +(?:(?:\d+|-)\/?(\S{0,40})))?/;
const TITLE = /^(?:Active |Proto |State |Netid )/;

/** Reads `bash netstat -tulpn`: the sockets of Linux on which the device listens. */
export class ListenersShow implements Show {
  readonly view = 'listeners';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const found = NETSTAT.exec(text);
    if (!found) return TITLE.test(text) ? READ : BROKEN;
    const [, protocol, address = '', port, state, process] = found;
    if (protocol === 'tcp' && state !== 'LISTEN') return READ;
    const ip = canonicalIp(address);
    stateOf(draft).listeners.push({
      line: entry.line,
      lineEnd: entry.line,
      protocol: protocol === 'tcp' ? 'tcp' : 'udp',
      address: ip === '0.0.0.0' || ip === '::' ? null : ip,
      port: Number(port),
      process: process === undefined || process === '' ? null : process,
      vrf: null,
    });
    return READ;
  }
}
