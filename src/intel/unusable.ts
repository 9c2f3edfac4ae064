import { type Ip, inNetwork, isExternal, parseIp, parseIp4, parseNetwork } from '../base/ip.ts';
import type { IntelProblemCode } from './problems.ts';
import { type IntelValue, urlParts } from './value.ts';

/** Networks with fewer fixed bits than this match too much of the internet to mean anything. */
const WIDEST = { 4: 8, 6: 20 } as const;

/** One address of each block that carriers use inside: a network around it would match the carrier's own hosts. */
const INSIDE: readonly Ip[] = ['100.64.0.0', '169.254.0.0', '172.16.0.0', '192.168.0.0'].map(
  (text) => parseIp(text) as Ip,
);

/** Quick test for the public IPv4 space below 224, before the full table of special blocks is asked. */
function surelyPublic(address: number): boolean {
  const first = address >>> 24;
  return first > 0 && first < 224 && ![10, 100, 127, 169, 172, 192, 198, 203].includes(first);
}

function reservedAddress(text: string): boolean {
  const v4 = parseIp4(text);
  if (v4 >= 0 && surelyPublic(v4)) return false;
  const ip = parseIp(text);
  return ip !== null && !isExternal(ip);
}

function hostOf(value: IntelValue): string {
  if (value.type === 'email') return value.value.slice(value.value.lastIndexOf('@') + 1);
  return urlParts(value.value)?.host.replaceAll(/[[\]]/g, '') ?? '';
}

/**
 * Why a value must not be looked for: addresses that every network has inside, and networks that are too wide.
 * Null when it may. Documentation addresses may: they stand for public ones in examples.
 */
export function unusable(value: IntelValue): IntelProblemCode | null {
  if (value.type === 'ipv4' || value.type === 'ipv6')
    return reservedAddress(value.value) ? 'reserved-address' : null;
  if (value.type === 'url') return reservedAddress(hostOf(value)) ? 'reserved-address' : null;
  if (value.type !== 'network') return null;
  const network = parseNetwork(value.value);
  if (!network || network.bits < WIDEST[network.base.version]) return 'too-wide';
  if (!isExternal(network.base)) return 'reserved-address';
  return INSIDE.some((address) => inNetwork(address, network)) ? 'too-wide' : null;
}
