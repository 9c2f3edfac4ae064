import type { RuleBook } from '../kit/rules.ts';

/** Families of statements below an interface that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'physical interface setting':
    'speed, duplex, negotiation, media-type, bandwidth, delay, mtu, load-interval, carrier-delay, keepalive, mac-address, ' +
    'encapsulation, clock, clockrate, cablelength, framing, linecode, channel-group, channel-protocol, port-channel, lacp, pagp, udld, mdix, ' +
    'power, fair-queue, hold-queue, tx-ring-limit, rx-ring-limit, dampening, snmp, logging, loopback, crc, scramble, hssi, ' +
    'serial, physical-layer, async, peer, ppp, pppoe, pppoe-client, dialer, dialer-group, isdn, fdl, invert, ignore-dcd, idle-character, ' +
    'transmit-interface, early-token-release, ring-speed, pos, sonet, atm, pvc, frame-relay, map-group, cdp, lldp, mop, arp, ' +
    'ethernet, cfm, dot1q, lan-name, service, plim, hw-module, macsec, mka, cts, esmc, synchronous, macro, eee, ' +
    'backup, down-when-looped, half-duplex, full-duplex, full-duplex-flow, flowcontrol, ntp, h323-gateway, trust, no-keepalive, ' +
    'pulse-time, medium, script, cellular, modem, platform, nmsp, device-tracking, beacon, no-shutdown, speed-duplex, load-balancing, aggregate, ' +
    'group-range, transceiver, virtual-template, physical, fallback, member,hdlc, nrzi-encoding, source, itu, ima',
  'layer 2 interface setting':
    'switchport, spanning-tree, storm-control, authentication, dot1x, mab, access-session, l2protocol-tunnel, l2protocol, vlan-id, ' +
    'bridge-group, bridge-domain, private-vlan, vtp, auto, priority-queue, mls, qos, wrr-queue, srr-queue, queue-set, queue, ' +
    'priority, ip dhcp, ip arp, ip device, ipv6 nd, ipv6 snooping, ip source, rep, network-policy, identity, subscriber, wrr, rcv-queue, vlan-range, vlan,mac, port',
  'interface routing setting':
    'ip ospf, ip eigrp, ip rip, ip router, isis, clns, mpls, ip pim, ip igmp, ip summary-address, ip hello-interval, ' +
    'ip hold-time, ip split-horizon, ip bandwidth-percent, ip authentication, ip dampening-change, ip policy, ip cgmp, ip mroute-cache, ip multicast, ip mrm, ' +
    'ip rsvp, ip bandwidth, ip next-hop-self, ipv6 ospf, ipv6 eigrp, ipv6 rip, ipv6 router, ipv6 pim, ipv6 mld, ospfv3, bfd, ' +
    'standby, vrrp, glbp, hsrp, fhrp, track, ip vrf, vrf, ip route-cache, ipv6 policy, ip sap, ip sdr, ip dvmrp, ip mfib, bgp-policy, ip flowspec, ipv6 flowspec, ipv6 mfib, ipv6 multicast, eigrp, segment-routing, bgp, lisp, ip lisp, ipv6 lisp, ip vrf sitemap',
  'interface forwarding setting':
    'ip unnumbered, ip redirects, ip unreachables, ip proxy-arp, ip directed-broadcast, ip mask-reply, ip mtu, ip tcp, ip helper-address, ' +
    'ip nat, ip nbar, ip virtual-reassembly, ip verify, ip accounting, ip load-sharing, ip cef, ip local-proxy-arp, ip irdp, ip mobile, ip broadcast-address, ip security, ip wccp, ' +
    'ip flow, flow, ip inspect, ip ips, ip admission, ip port, ip forwarding, ip tcp adjust-mss, ip route, ip policy-map, ip rtp, ip probe, ip options, ip idle-group, ip gratuitous-arps, ip cache, ip icmp, ' +
    'ipv6 enable, ipv6 unnumbered, ipv6 redirects, ipv6 unreachables, ipv6 mtu, ipv6 tcp, ipv6 verify, ipv6 dhcp, ipv6 flow, ipv6 nat, ipv6 cef, ipv6 virtual-reassembly, ipv6 inspect, ' +
    'nat64, nat66, zone-member,crypto, rate-limit, service-policy, service-instance, random-detect, traffic-shape, autodetect, max-reserved-bandwidth, hold, performance, mediatrace, ' +
    'fair, autoconfig, ip link-local, nve, pbr, tx-queue, appletalk, ipx, decnet, dlsw, ip default-gateway, vpdn, pw-class, tag-switching, autostate, exit, end, default-gateway',
};

/** Adds the families of an interface. */
export function addInterfaceAsides<T>(book: RuleBook<T>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
