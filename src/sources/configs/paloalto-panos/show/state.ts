import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Reads `show admins`: `admin  198.51.100.7  CLI  10/16 02:12:24  00:00:00s`. */
export class AdminsReader implements Show {
  readonly view = 'sessions';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    if (/^(?:Admin\s+From|-{8,}$)/.test(text)) return READ;
    const [account, from, type, ...rest] = text.split(/\s+/);
    if (account === undefined || from === undefined || type === undefined || rest.length < 2) return BROKEN;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(draft).sessions.push({ ...place, account, from: canonicalIp(from), terminal: type });
    return READ;
  }
}

const SOCKET =
  /^(tcp|udp)6? +\d+ +\d+ +(\S{1,60}):(\d{1,5}|\*) +\S{1,66} *([A-Z]{0,12})(?: +(?:\d{1,8}\/(\S{1,40})|-))?/;

/** Reads `show netstat … listening yes`, the table that `netstat` of Linux prints. */
export class ListenersReader implements Show {
  readonly view = 'listeners';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    if (/^(?:Active Internet|Proto )/.test(text)) return READ;
    const found = SOCKET.exec(text);
    if (!found)
      return /^(?:Active UNIX|unix |Proto RefCnt)/.test(text)
        ? ['set-aside', 'socket within the device']
        : BROKEN;
    const [, protocol, host = '', port, state, process = null] = found;
    if (state !== 'LISTEN' && protocol === 'tcp') return ['set-aside', 'socket that does not listen'];
    const address = /^(?:0\.0\.0\.0|\*|::|\[::\])$/.test(host) ? null : host;
    const place = { line: entry.line, lineEnd: entry.line };
    stateOf(draft).listeners.push({
      ...place,
      protocol: protocol as 'tcp' | 'udp',
      address,
      port: Number(port) || 0,
      process,
      vrf: null,
    });
    return READ;
  }
}

/** Reads `show ntp`: a block for each server with its status. */
export class NtpReader implements Show {
  readonly view = 'ntp';
  private server: string | null = null;

  line(entry: Entry, { draft }: Snapshot): Fate {
    const found = /^(?:NTP server: ?|name: ?|status: ?)(.{0,100})$/.exec(bodyOf(entry).slice(0, 200));
    if (!found) return ['set-aside', 'detail of the time servers'];
    const said = (found[1] as string).trim();
    if (!bodyOf(entry).startsWith('status')) this.server = said;
    else if (this.server !== null) {
      const place = { line: entry.line, lineEnd: entry.line };
      stateOf(draft).ntpPeers.push({
        ...place,
        address: canonicalIp(this.server) ?? this.server,
        synchronised: said === 'synched',
      });
    }
    return READ;
  }
}
