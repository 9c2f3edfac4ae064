import { readSlashedRoute } from '../../kit/cisco-routes.ts';
import { RuleBook } from '../../kit/rules.ts';
import { type Line, type Scope } from '../scope.ts';

/** Static routes, at the top and in the block of a VRF. */
export function addVrfs(book: RuleBook<Scope>): void {
  book
    .add('ip route', (line) => readRoute(line, null))
    .add('ipv6 route', (line) => readRoute(line, null))
    .add('vrf context', readContext)
    .aside('static route setting', 'ip route static, ipv6 route static');
}

/** A route that a line takes away is none; what it took away stands in no configuration. */
function readRoute(line: Line, vrf: string | null): void {
  if (line.no) line.statement.read();
  else readSlashedRoute(line, vrf);
}

function readContext({ statement, no, args, to }: Line): void {
  if (no) return;
  const name = args[0] ?? '';
  const book = new RuleBook<Scope>()
    .add('ip route', (line) => readRoute(line, name))
    .add('ipv6 route', (line) => readRoute(line, name))
    .aside('static route setting', 'ip route static, ipv6 route static')
    .aside(
      'VRF setting',
      'rd, vni, address-family, ip domain-name, ip domain-list, ip name-server, ip domain-lookup, ip pim, ip igmp, ' +
        'ip mroute, ip multicast, ip host, ipv6 pim, mdt, shutdown, description, ip auto-discard, ip amt, ip rsvp, ip msdp, ' +
        'ipv6 host, ip arp, route-target, evpn, ip community, ip radius',
    );
  statement.read();
  for (const child of statement.children) book.apply(child, to.tree, to);
}
