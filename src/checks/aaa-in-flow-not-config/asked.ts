import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { ownEnd } from '../kit/own.ts';

const TCP = 6;
const UDP = 17;
const TACACS = 49;
const RADIUS: ReadonlySet<number> = new Set([1645, 1646, 1812, 1813]);
/** Clients use ports from here on; 0 stands for a client port that the flow store folded. */
const LEAST_CLIENT_PORT = 1024;
/** Fewer packets back than this may be the answer to a forged address. */
const LEAST_ANSWERS = 3;

/** A conversation in which the device is the client of an AAA server. */
export interface Asked {
  readonly server: string;
  readonly talk: Conversation;
}

function isServerPort(protocol: number, port: number): boolean {
  return (protocol === TCP && port === TACACS) || (protocol === UDP && RADIUS.has(port));
}

const isClientPort = (port: number): boolean => port === 0 || port >= LEAST_CLIENT_PORT;

/** The conversations in which the device asks, seen from either direction; somebody who asks the device is left out. */
export function asked(view: DeviceView): readonly Asked[] {
  return view.conversations.flatMap((talk) => {
    const { src, dst, protocol, srcPort, dstPort, packets } = talk;
    const own = ownEnd(view, talk);
    if (own === null) return [];
    if (own === 'src')
      return isServerPort(protocol, dstPort) && isClientPort(srcPort) ? [{ server: dst, talk }] : [];
    const answers = isServerPort(protocol, srcPort) && isClientPort(dstPort) && packets >= LEAST_ANSWERS;
    return answers ? [{ server: src, talk }] : [];
  });
}
