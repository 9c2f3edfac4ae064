import type { RuleBook } from '../kit/rules.ts';

/** Families of statements below an interface that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'physical interface setting':
    'speed, duplex, negotiate, negotiation, bandwidth, delay, mtu, load-interval, carrier-delay, mac-address, link, logging, snmp, ' +
    'encapsulation, channel-group, lacp, udld, mdix, beacon, flowcontrol, priority-flow-control, medium, rate-mode, layer2, fec, ' +
    'hardware, transceiver, cdp, lldp, power, inherit, fex, port, storm-control, fabric, vmtracker, service-policy, dampening, ' +
    'macsec, cts, dot1x, system, priority-queue, queue-limit, ntp, ptp, ethernet, ecn, packet, vmtracker, beacon, breakout, eee, ' +
    'itu, cable, errdisable, hardware-speed, negotiation-auto, lane, led, port-mode, fcoe, vfc, bind, rxlos, ha, no-shutdown, default, interface',
  'layer 2 interface setting':
    'switchport, spanning-tree, vpc, vlan, l2protocol, l2, private-vlan, ip dhcp, ip arp, ip verify, ip source, mac, vtp, bpdufilter, ' +
    'service, evpn, auto-recovery, peer-link, vn-segment, mvrp, port-channel, dhcp',
  'interface routing setting':
    'ip ospf, ip eigrp, ip rip, ip router, ipv6 router, ip pim, ip igmp, ip distribute-list, ip summary-address, ip hello-interval, ' +
    'ip hold-time, ip split-horizon, ip passive-interface, ip offset-list, ip bandwidth, ip delay, ip mtu, ip authentication, ip next-hop-self, ' +
    'ipv6 ospfv3, ipv6 eigrp, ipv6 rip, ipv6 pim, ipv6 mld, ipv6 next-hop-self, ospfv3, isis, mpls, hsrp, vrrp, vrrpv3, glbp, bfd, ip bfd, ipv6 bfd, ' +
    'ip lisp, bgp, segment-routing, track, ip msdp, ip wccp, ip sla, ip nat',
  'interface forwarding setting':
    'ip unnumbered, ip redirects, ip unreachables, ip port-unreachable, ip proxy-arp, ip local-proxy-arp, ip directed-broadcast, ip forward, ip tcp, ' +
    'ip helper-address, ip load-sharing, ip icmp, ip multicast, ip mroute, ip rsvp, ip flow, ip port, ip drop-glean, ip vrf, ip policy, ip access-list, ip broadcast-address, ' +
    'ipv6 redirects, ipv6 unreachables, ipv6 nd, ipv6 link-local, ipv6 enable, ipv6 dhcp, ipv6 verify, ipv6 forward, ipv6 flow, ipv6 policy, ipv6 address use-link-local-only, ' +
    'autostate, no-switchport, management, nv, vrf, urpf, arp, fabric forwarding, fhrp, nat, default-gateway, pim, exit, end',
  'tunnel setting':
    'host-reachability, global, member, mcast-group, ingress-replication, suppress-arp, advertise, multisite, multi-site, overlay-encapsulation, ' +
    'source-interface hold-down-time, virtual-rmac, otv, config, vxlan',
};

/** Adds the families of an interface. */
export function addInterfaceAsides<T>(book: RuleBook<T>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
