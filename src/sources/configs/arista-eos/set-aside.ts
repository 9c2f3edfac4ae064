import type { RuleBook } from '../kit/rules.ts';
import type { Scope } from './scope.ts';

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  banner: 'banner',
  'platform setting':
    'transceiver, hardware, platform, tcam, errdisable, spanning-tree, vlan, mlag, lacp, port-channel, vtp, l2-protocol, link, ' +
    'queue-monitor, redundancy, environment, load-interval, power, switchport, monitor layer1, monitor loop-protection, system, ' +
    'service routing, service interface, service configuration, service sequence, service running-config, interfaces, cpu, mac, port, locator-led, ' +
    'prompt, patch, poe, ethernet, default, rib, maintenance, rail, trident, sand, storm-control, vmtracer, cfm, dcbx, phone, ' +
    'priority-flow-control, qos random, address, fabric, forwarding, config, configuration, lldp, traffic-policies, ' +
    'traffic-loopback, ip virtual-router, ip address virtual, ipv6 virtual-router, ipv6 address virtual, speed, aaa unresponsive, asu, boot, no, ' +
    'hostname-in-prompt, unsupported, license, group, replication, ip fhrp, tunnel, profile, stp, exit, management tech-support, ' +
    'management api models, management api external-services, management api provider, management provision, sync, zerotouch, ' +
    'multi-agent, event-trace, watchdog, trace, logger, dynamic, mpls label, monitor telemetry, monitor connectivity, monitor twamp, monitor server, metadata, dps, application, match-list, ' +
    'peer-filter, l1, inventory',
  'quality of service': 'policy-map, qos, class, shape, random-detect, mls',
  'name resolution':
    'ip name-server, ip domain-name, ip domain-list, dns domain, ip host, ipv6 host, ip domain lookup, ip domain proxy, dns',
  'routing policy':
    'ip prefix-list, ipv6 prefix-list, ip as-path, ip community-list, ip extcommunity-list, ip large-community-list, ' +
    'ip ext-community-list, dynamic prefix-list, bfd, track, ip community, ip as-path-list, route-target',
  'forwarding setting':
    'ip routing, ipv6 unicast-routing, ipv6 routing, ip multicast-routing, ip multicast, ip pim, ip igmp, ipv6 mld, ipv6 pim, ip arp, arp, ip icmp, ipv6 icmp, ip tcp, ' +
    'ip dhcp, ipv6 dhcp, dhcp relay, ip verify, ip load-sharing, ip nexthop-group, nexthop-group, ip hardware, ipv6 hardware, ip directed-broadcast, vrf, ipv6 nd, ipv6 neighbor, ip mroute, ' +
    'ip proxy-arp, ip helper-address, ip local-proxy-arp, ip fib, ipv6 fib, ip redirects, ipv6 redirects, vrrp, ip attached-host, ip mfib, ip rib, l2vpn, evpn, nat',
  'management setting': 'management',
};

/** Adds the families; features that know a longer phrase go before them. */
export function addSetAside(book: RuleBook<Scope>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
