import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { isExternalText } from '../kit/addresses.ts';
import { ownEnd } from '../kit/own.ts';
import { farEnd } from '../kit/sighted.ts';

/** Files that went between the device and one address outside. */
export interface FileTalk {
  readonly host: string;
  readonly protocol: 'TFTP' | 'FTP';
  readonly talks: readonly Conversation[];
  /** Bytes from the device. */
  readonly sent: number;
}

function protocolOf({ protocol, srcPort, dstPort }: Conversation): FileTalk['protocol'] | null {
  if (protocol === 17 && (srcPort === 69 || dstPort === 69)) return 'TFTP';
  const ftp = [20, 21].some((port) => srcPort === port || dstPort === port);
  return protocol === 6 && ftp ? 'FTP' : null;
}

/** The talks of the device itself in protocols that move files in the clear, by the other end. */
export function fileTalks(view: DeviceView): ReadonlyMap<string, readonly Conversation[]> {
  const out = new Map<string, Conversation[]>();
  for (const talk of view.conversations) {
    const host = protocolOf(talk) === null ? null : farEnd(view, talk);
    if (host === null) continue;
    const list = out.get(host);
    if (list) list.push(talk);
    else out.set(host, [talk]);
  }
  return out;
}

/** Talks by TFTP or FTP with addresses outside that the device took part in; unanswered knocking from outside is none. */
export function talksOut(view: DeviceView): readonly FileTalk[] {
  const groups = new Map<string, { host: string; protocol: FileTalk['protocol']; talks: Conversation[] }>();
  for (const talk of view.conversations) {
    const host = farEnd(view, talk);
    const protocol = protocolOf(talk);
    if (!host || !protocol || !isExternalText(host)) continue;
    const key = `${host} ${protocol}`;
    const group = groups.get(key);
    if (group) group.talks.push(talk);
    else groups.set(key, { host, protocol, talks: [talk] });
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => {
      const sent = group.talks.filter((t) => ownEnd(view, t) === 'src').reduce((sum, t) => sum + t.bytes, 0);
      return { ...group, sent };
    })
    .filter(({ sent }) => sent > 0);
}
