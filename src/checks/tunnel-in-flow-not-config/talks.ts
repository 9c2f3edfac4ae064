import { MINUTE } from '../../base/time.ts';
import type { Conversation } from '../../model/flow.ts';
import type { DeviceView } from '../../model/view.ts';
import { ownEnd } from '../kit/own.ts';

/** IP protocols that carry tunnels: IP in IP, IPv6 in IP, GRE, ESP, AH. */
const PROTOCOLS: Readonly<Record<number, string>> = {
  4: 'IP in IP',
  41: 'IPv6 in IP',
  47: 'GRE',
  50: 'IPsec (ESP)',
  51: 'IPsec (AH)',
};
const UDP = 17;
const IKE: ReadonlySet<number> = new Set([500, 4500]);
/** Fewer packets than this from one side are a scan, not a tunnel. */
const LEAST_PACKETS = 50;
/** A tunnel in use lasts; a scan does not. */
const LEAST_TIME = 10 * MINUTE;

/** The tunnel traffic of the device with one peer. */
export interface TunnelTalk {
  readonly own: string;
  readonly peer: string;
  /** `GRE`, `IPsec (ESP)`, `IKE` …, sorted. */
  readonly ways: readonly string[];
  readonly talks: readonly Conversation[];
  readonly first: number;
  readonly last: number;
}

/** What kind of tunnel a conversation carries; null for other traffic. */
export function wayOf(talk: Conversation): string | null {
  if (talk.protocol === UDP)
    return IKE.has(talk.dstPort) || IKE.has(talk.srcPort) ? 'IKE or IPsec over UDP' : null;
  return PROTOCOLS[talk.protocol] ?? null;
}

function sustained(talks: readonly Conversation[], view: DeviceView): boolean {
  const sends = talks.some((t) => ownEnd(view, t) === 'src');
  const receives = talks.some((t) => ownEnd(view, t) === 'dst');
  const packets = talks.reduce((sum, t) => sum + t.packets, 0);
  const lasting = Math.max(...talks.slice(0, 1000).map((t) => t.last - t.first)) >= LEAST_TIME;
  return (sends && receives) || (packets >= LEAST_PACKETS && lasting) || (sends && packets >= LEAST_PACKETS);
}

/**
 * Tunnel traffic that begins or ends at the device itself, by own address and peer. Traffic that only passes through is
 * no tunnel of the device, and a few packets from one side are a scan.
 */
export function tunnelTalks(view: DeviceView): readonly TunnelTalk[] {
  const mine = view.conversations.filter((t) => wayOf(t) !== null && ownEnd(view, t) !== null);
  const groups = Map.groupBy(mine, (t) =>
    ownEnd(view, t) === 'src' ? `${t.src} ${t.dst}` : `${t.dst} ${t.src}`,
  );
  return [...groups]
    .filter(([, talks]) => sustained(talks, view))
    .map(([key, talks]) => {
      const [mineOf = '', peer = ''] = key.split(' ');
      const ways = [...new Set(talks.map(wayOf).filter((w) => w !== null))].sort();
      const first = talks.reduce((least, t) => Math.min(least, t.first), Number.POSITIVE_INFINITY);
      const last = talks.reduce((most, t) => Math.max(most, t.last), 0);
      return { own: mineOf, peer, ways, talks, first, last };
    })
    .sort((a, b) => (a.peer < b.peer ? -1 : a.peer > b.peer ? 1 : a.own < b.own ? -1 : 1));
}
