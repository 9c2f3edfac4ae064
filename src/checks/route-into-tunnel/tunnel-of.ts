import { canonicalIp } from '../../base/ip.ts';
import type { DeviceFacts, Interface, Route } from '../../model/device-facts.ts';
import { onInterface } from '../kit/addresses.ts';

/** `Tunnel7` for `tu7`, `Tunnel 7` and `Tunnel7`; null when the words name no tunnel. */
export function tunnelName(words: readonly string[]): string | null {
  const [first = '', second = ''] = words;
  if (first[0] !== 't' && first[0] !== 'T') return null;
  const joined = /^tu[a-z]*$/i.test(first) ? first + second : first;
  const found = /^tu(?:n(?:n(?:e(?:l)?)?)?)?(\d{1,10})$/i.exec(joined);
  return found ? `Tunnel${found[1]}` : null;
}

/** The tunnel interface that a static route leads into, by its name or by an address of the tunnel's network. */
export function tunnelOf(facts: DeviceFacts, route: Pick<Route, 'via'>): string | null {
  const words = route.via.split(' ');
  const named = tunnelName(words);
  if (named !== null) return named;
  const tunnels = tunnelsOf(facts);
  // Other makes name tunnels otherwise: `tunnel-ip7`, `gr-0/0/0.1`.
  const same = tunnels.find((face) => words.includes(face.name));
  if (same) return same.name;
  const [hop] = words;
  if (tunnels.length === 0 || hop === undefined || words.some((word) => canonicalIp(word) === null))
    return null;
  return tunnels.find((face) => onInterface(hop, face))?.name ?? null;
}

const TUNNELS = new WeakMap<DeviceFacts, readonly Interface[]>();

/** The tunnel interfaces of a configuration, which is asked about each of its routes. */
function tunnelsOf(facts: DeviceFacts): readonly Interface[] {
  let tunnels = TUNNELS.get(facts);
  if (!tunnels) {
    tunnels = facts.interfaces.filter((face) => face.role === 'tunnel');
    TUNNELS.set(facts, tunnels);
  }
  return tunnels;
}
