import { canonicalIp } from '../../base/ip.ts';
import type { Conversation } from '../../model/flow.ts';
import type { SightingRecord } from '../../model/record.ts';
import type { Severity } from '../../model/verdict.ts';
import type { DeviceView } from '../../model/view.ts';
import { ownEnd } from './own.ts';

/** How a device took part in a talk with a suspect address. */
export type Direction = 'tunnel' | 'outbound' | 'managed' | 'inbound' | 'probe' | 'through';

const TUNNEL_PROTOCOLS: ReadonlySet<number> = new Set([4, 41, 47, 50, 51]);
/** Ports by which devices are managed, read or written: somebody there talks to the device itself. */
const MANAGEMENT: ReadonlySet<number> = new Set([
  20, 21, 22, 23, 49, 69, 80, 161, 443, 500, 830, 1812, 1813, 4500, 4786, 8080, 8443, 57_722,
]);

function isManagementPort(port: number): boolean {
  return MANAGEMENT.has(port) || (port >= 18_000 && port <= 18_999) || (port > 9999 && port % 100 === 22);
}

/** The end of a talk that is not the device's own; null when neither end is (the device only passed it on). */
export function farEnd(view: DeviceView, talk: Conversation): string | null {
  const own = ownEnd(view, talk) ?? (view.owns(talk.src) ? 'src' : null);
  if (own === null) return null;
  const far = own === 'src' ? talk.dst : talk.src;
  return canonicalIp(far) ?? far;
}

/** True when a talk in the other direction between the same ends is among the talks. */
function isAnswered(talk: Conversation, talks: readonly Conversation[]): boolean {
  return talks.some((t) => t.src === talk.dst && t.dst === talk.src && t.protocol === talk.protocol);
}

/** How the device took part; `talks` are all talks with the same address, to see whether it answered. */
export function directionOf(view: DeviceView, talk: Conversation, talks: readonly Conversation[]): Direction {
  if (farEnd(view, talk) === null) return 'through';
  if (TUNNEL_PROTOCOLS.has(talk.protocol)) return 'tunnel';
  const outward = ownEnd(view, talk) !== 'dst' && view.owns(talk.src);
  const [own, far] = outward ? [talk.srcPort, talk.dstPort] : [talk.dstPort, talk.srcPort];
  // The store writes 0 for the many ports of a client; of two ports the lower one is the service.
  const listens = far === 0 || (own !== 0 && own < far);
  if (!listens) return 'outbound';
  if (!outward && !isAnswered(talk, talks)) return 'probe';
  return isManagementPort(own) ? 'managed' : 'inbound';
}

/** Weight of a talk by its direction: what the device does itself weighs most, passing on least. */
export const DIRECTION_SEVERITY: Readonly<Record<Direction, Severity>> = {
  tunnel: 'high',
  outbound: 'high',
  managed: 'high',
  inbound: 'medium',
  probe: 'low',
  through: 'low',
};

/** What a talk shows, in a few words. */
export const DIRECTION_SAYS: Readonly<Record<Direction, string>> = {
  tunnel: 'tunnel with the device itself',
  outbound: 'the device is the client',
  managed: 'talks to a management port of the device, with an answer',
  inbound: 'talks to the device, with an answer',
  probe: 'packets to the device, no answer seen',
  through: 'passes through the device',
};

const REFUSED =
  /LOGIN_FAILED|authentication fail|Failed password|invalid user|denied|IPACCESSLOG|Refused|BADAUTH/i;

/** Weight of a line in which a suspect value stands, by what kind of evidence it is. */
export function lineSeverity({ where, text, valueType }: SightingRecord): Severity {
  if (valueType === 'filename') return 'low';
  if (where === 'inventory') return 'low';
  if (where === 'config' || where === 'accounting' || where === 'access') return 'high';
  if (where === 'state' || where === 'http') return 'medium';
  if (where === 'file') return valueType === 'hash' ? 'high' : 'medium';
  return REFUSED.test(text) ? 'low' : 'medium';
}
