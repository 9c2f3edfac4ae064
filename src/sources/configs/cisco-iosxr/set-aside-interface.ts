import type { RuleBook } from '../kit/rules.ts';

/** Families of statements below an interface that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'physical interface setting':
    'bandwidth, speed, duplex, negotiation, mtu, load-interval, carrier-delay, keepalive, mac-address, mac-accounting, ' +
    'encapsulation, bundle, lacp, dampening, transceiver, fec, loopback, flow-control, pos, ppp, mlp, crc, ' +
    'frequency, synchronous, ptp, optics, transmit-mode, priority-flow-control, logging, link, ' +
    'cdp, lldp, ethernet, hw-module, media-type, wanphy, port-mode, nv, signalling',
  'layer 2 interface setting':
    'l2transport, rewrite, l2protocol, spanning-tree, mvrp, storm-control, split-horizon, mac, cfm, host-routing, anycast-gateway, ' +
    'evpn, dot1q, switchport',
  'interface routing setting':
    'bfd, ospf, isis, mpls, vrrp, hsrp, igmp, mld, pim, rsvp, router, segment-routing, autoroute, affinity, path-option, ' +
    'path-selection, priority, fast-reroute, record-route, signalled-name, signalled-bandwidth, policy-class, auto-bw, ' +
    'forward-class, backup-bw, soft-preemption, named-tunnel, exclude, backup-source, backup, pathprotection',
  'interface forwarding setting':
    'ipv4, ipv6, arp, proxy-arp, local-proxy-arp, service-policy, qos, tcp, dhcp, helper-address, snmp, ' +
    'point-to-point, pw-class, generic-interface-list, load-balancing, telemetry, subscriber, ipsubscriber, pppoe, unnumbered, ' +
    'ucmp, cgn, performance-measurement, forwarding-adjacency, service, ingress, overlay-encapsulation, aps',
};

/** Adds the families of an interface. */
export function addInterfaceAsides<T>(book: RuleBook<T>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
