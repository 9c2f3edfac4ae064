import { canonicalIp } from '../../../../base/ip.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

const SOCKET = /^\[(\w+)\]: ([a-z]+)6?(?:\([46/]{1,3}\))? +(\S+) +\d+ +(\S*?)\((\S{1,8})\)/;
/** The foreign side of a socket stands on a line of its own, with the VRF or `Wildcard` in front. */
const FOREIGN = /^\S+ +\d+ +\S*\(\S{1,8}\)$/;
const NETSTAT = /^(tcp|udp|sctp)6? +\d+ +\d+ +(\S+):(\d{1,5}) +\S+(?: +(\S+))?(?: +(?:\d+\/)?(\S+))?/;
const WORDS =
  /^(?:Total number|Active|Protocol |State|Context |Local Address|Foreign|\[host\]: |\[netstack\]: |Netstack|Kernel|Proto )/;

/** Reads `show sockets connection`: the sockets on which the device listens. */
export class SocketsShow implements Show {
  readonly view = 'listeners';

  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 300);
    const at = { line: entry.line, lineEnd: entry.line };
    const found = SOCKET.exec(text);
    if (found) {
      const [, , protocol = '', state = '', address = '', port = ''] = found;
      if (!/^(?:LISTEN|Wildcard)/i.test(state)) return READ;
      push(draft, { ...at, protocol, address, port });
      return READ;
    }
    const plain = NETSTAT.exec(text);
    if (plain) {
      const [, protocol = '', address = '', port = '', state = '', process] = plain;
      if (protocol === 'tcp' && state !== 'LISTEN') return READ;
      push(draft, { ...at, protocol, address, port, process: process ?? null });
      return READ;
    }
    return WORDS.test(text) || FOREIGN.test(text) ? READ : BROKEN;
  }
}

function push(
  draft: Snapshot['draft'],
  {
    protocol,
    address,
    port,
    process,
    ...at
  }: {
    line: number;
    lineEnd: number;
    protocol: string;
    address: string;
    port: string;
    process?: string | null;
  },
): void {
  const number = PORTS.get(port) ?? Number(port);
  const kind = protocol.replace(/6$/, '');
  if (!Number.isInteger(number) || (kind !== 'tcp' && kind !== 'udp' && kind !== 'sctp' && kind !== 'raw'))
    return;
  const ip = canonicalIp(address);
  const any = ip === null || ip === '0.0.0.0' || ip === '::';
  stateOf(draft).listeners.push({
    ...at,
    protocol: kind,
    address: any ? null : ip,
    port: number,
    process: process ?? null,
    vrf: null,
  });
}

/** Names that NX-OS prints for well-known ports (RFC 6335 registry). */
const PORTS: ReadonlyMap<string, number> = new Map([
  ['ssh', 22],
  ['telnet', 23],
  ['http', 80],
  ['https', 443],
  ['bgp', 179],
  ['snmp', 161],
  ['ntp', 123],
  ['ftp', 21],
  ['tftp', 69],
  ['sunrpc', 111],
]);
