import type { RuleBook } from '../kit/rules.ts';

/** Families of statements below an interface that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'physical interface setting':
    'speed, duplex, mtu, bandwidth, load-interval, mac-address, link-debounce, logging, snmp, encapsulation, channel-group, lacp, port-channel, ' +
    'flowcontrol, error-correction, transceiver, lldp, priority-flow-control, qos, shape, tx-queue, uc-tx-queue, mc-tx-queue, service-policy, service-profile, ' +
    'sflow, poe, phy, forwarding, hardware, ptp, sync-e, link, errdisable, default, exit, interface, l1, no-shutdown, random-detect, ' +
    'traffic-policy, tcp, unidirectional, xcvr, comment, monitor, mac, agent, fallback, loopback, traffic-loopback, tap, ecn, metadata, address, dot1x, storm-control, cfm, ethernet, description-alias, tool',
  'layer 2 interface setting':
    'switchport, spanning-tree, mlag, vlan, l2-protocol, l2, private-vlan, pvlan, port-security, evpn, autostate, multicast, dcbx, ip igmp snooping, vmtracer',
  'interface routing setting':
    'ip ospf, ipv6 ospf, ospfv3, isis, ip pim, ipv6 pim, pim, ip igmp, ip rip, ip bfd, bfd, mpls, vrrp, ip virtual-router, ipv6 virtual-router, ip attached-host, ' +
    'ipv6 mld, ip multicast, bgp, node-segment, traffic-engineering, ip router, ip msdp, segment-routing, eos',
  'interface forwarding setting':
    'ip unnumbered, ip address unnumbered, ip proxy-arp, ip local-proxy-arp, ip helper-address, ip directed-broadcast, ip icmp, ip verify, ip arp, ip nat, ip dhcp, ip attached-hosts, ip load-sharing, ' +
    'ip routing, ip mfib, ip redirects, ip mtu, ipv6 enable, ipv6 nd, ipv6 dhcp, ipv6 verify, ipv6 attached-host, ipv6 helper-address, arp, pbr, nat, dhcp server, dhcp relay, dps, ntp',
  'tunnel setting':
    'vxlan udp-port, vxlan multicast-group, vxlan flood, vxlan virtual-router, vxlan vtep, vxlan learn-restrict, vxlan arp, vxlan controller-client, ' +
    'vxlan encapsulation, vxlan decapsulation, vxlan bridging, vxlan mlag, vxlan multicast, vxlan qos, vxlan, tunnel underlay, tunnel ipsec, tunnel dont-fragment, tunnel vrf, tunnel, encapsulation dot1q',
};

/** Adds the families of an interface. */
export function addInterfaceAsides<T>(book: RuleBook<T>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
