import { canonicalIp } from '../../../../base/ip.ts';
import type { Listener } from '../../../../model/device-state.ts';
import { stateOf } from '../../kit/draft.ts';
import { bodyOf, type Entry } from '../../kit/entry.ts';
import { BROKEN, type Fate, READ } from '../../kit/fate.ts';
import type { Show } from '../../kit/platform.ts';
import type { Snapshot } from '../../kit/snapshot.ts';

/** Names that the device prints for ports when it resolves them. */
const PORTS: ReadonlyMap<string, number> = new Map([
  ['ftp', 21],
  ['ssh', 22],
  ['telnet', 23],
  ['tacacs', 49],
  ['domain', 53],
  ['bootps', 67],
  ['bootpc', 68],
  ['tftp', 69],
  ['finger', 79],
  ['http', 80],
  ['sunrpc', 111],
  ['ntp', 123],
  ['snmp', 161],
  ['snmptrap', 162],
  ['bgp', 179],
  ['https', 443],
  ['isakmp', 500],
  ['syslog', 514],
  ['router', 520],
  ['ldp', 646],
  ['netconf-ssh', 830],
  ['radius', 1812],
]);
const SOCKET = /^(tcp|udp|sctp|div|icm|ip)(?:\d{1,2})?6? +\d+ +\d+ +(\S{1,80}) +(\S{1,80})(?: +(.{0,80}))?$/;
const KNOWN = /^(?:Active |Proto |-{3,}|(?:fpc|node|re|member)\d+:?)|^netstat: /;

/** Reads `show system connections`: the sockets of the device that wait for somebody. */
export class ListenersReader implements Show {
  readonly view = 'listeners' as const;
  private unix = false;

  /** See Show. */
  line(entry: Entry, { draft }: Snapshot): Fate {
    const text = bodyOf(entry).slice(0, 400);
    if (text.startsWith('Active ')) this.unix = !text.includes('Internet');
    if (KNOWN.test(text)) return READ;
    if (this.unix) return ['set-aside', 'sockets inside the device'];
    const found = SOCKET.exec(text);
    if (!found) return BROKEN;
    const [, protocol, local, remote, rest] = found as unknown as [
      string,
      string,
      string,
      string,
      string | undefined,
    ];
    if (protocol === 'icm' || protocol === 'ip' || protocol === 'div') return READ;
    const waits = protocol === 'tcp' ? /\bLISTEN\b/.test(rest ?? '') : /^(?:\*\.\*|.*:\*)$/.test(remote);
    if (!waits) return READ;
    const listener = socketOf(local);
    if (!listener) return protocol === 'udp' && /[.:]\*$/.test(local) ? READ : BROKEN;
    const process = /(?:^| )\d{1,8}\/(\S{1,60})/.exec(rest ?? '')?.[1] ?? null;
    const at = { line: entry.line, lineEnd: entry.line };
    const place = { ...at, protocol: protocol as Listener['protocol'], process, vrf: null };
    stateOf(draft).listeners.push({ ...place, ...listener });
    return READ;
  }
}

function socketOf(text: string): Pick<Listener, 'address' | 'port'> | null {
  const cut = Math.max(text.lastIndexOf('.'), text.lastIndexOf(':'));
  const word = text.slice(cut + 1);
  const port = /^\d{1,5}$/.test(word) ? Number(word) : PORTS.get(word);
  if (cut < 1 || port === undefined || port > 65_535) return null;
  const host = text.slice(0, cut).replace(/%.*$/, '');
  if (/^(?:\*|0\.0\.0\.0|::|\[::\])$/.test(host)) return { address: null, port };
  return { address: canonicalIp(host.replace(/^\[|\]$/g, '')) ?? host, port };
}
