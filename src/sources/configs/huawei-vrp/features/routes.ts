import { canonicalIp, parseNetwork } from '../../../../base/ip.ts';
import { maskBits } from '../../kit/mask.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Static routes of both families. */
export function addRoutes(book: RuleBook<Scope>): void {
  book
    .add('ip route-static', readRoute)
    .add('ipv6 route-static', readRoute)
    .aside(
      'setting of a route',
      'ip route-static default-preference, ip route-static frr, ip route-static selection-rule, ip route-static bfd, ip route-static recursive-lookup, ipv6 route-static default-preference, ip route-static default-bfd, ip route-static arp',
    );
}

const END = new Set(
  'preference tag track description permanent public inherit-cost bfd no-advertise no-install dhcp recursive'.split(
    ' ',
  ),
);

/** `ip route-static vpn-instance V 192.0.2.0 24 GigabitEthernet0/0/1 198.51.100.1 preference 80`. */
function readRoute({ statement, no, args, to }: Line): void {
  const named = args[0] === 'vpn-instance';
  const vrf = named ? (args[1] ?? null) : null;
  const rest = named ? args.slice(2) : args;
  const [address = '', mask = ''] = rest;
  const bits = /^\d{1,3}$/.test(mask) ? Number(mask) : maskBits(mask);
  const network = parseNetwork(`${address}/${bits}`);
  if (no || !network) return;
  const hops: string[] = [];
  for (let i = 2; i < rest.length && !END.has(rest[i] as string); i += 1) {
    const word = rest[i] as string;
    if (word === 'vpn-instance') i += 1;
    else hops.push(canonicalIp(word) ?? word);
  }
  if (hops.length === 0) return;
  const prefix = `${canonicalIp(address) ?? address}/${network.bits}`;
  to.draft.routes.push({ ...at(statement.read()), prefix, via: hops.join(' '), vrf });
}
