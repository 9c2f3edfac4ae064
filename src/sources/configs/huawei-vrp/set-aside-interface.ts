import type { RuleBook } from '../kit/rules.ts';
import type { OpenInterface } from './features/open-interface.ts';

const FAMILIES: Readonly<Record<string, string>> = {
  'port setting':
    'port, portswitch, negotiation, speed, duplex, mtu, jumboframe, flow-control, am, combo, loopback-detect, loopback, mdi, auto, carrier, control-flap, ' +
    'dot1q, qinq, encapsulation, eth-trunk, lacp, mode, max, least, trunkport, load-balance, statistic, device, stp, bpdu, rstp, loop-detect, ' +
    'mac-address, mac-limit, mac, smart-link, broadcast-suppression, multicast-suppression, unicast-suppression, storm-control, voice-vlan, vlan, vlan-type, ' +
    'link-protocol, clock, framing, crc, bandwidth, set, optical, transceiver, poe, energy-saving, wavelength, fec, link-flap, error-down, dfs-group, ' +
    'm-lag, peer-link, e-trunk, l2, bridge-domain, rewrite, reference, transceiver-alarm, training, fec-mode, dampening, dldp, efm, cfm, lldp, virtual-ethernet, ve-group, physical-mode, oam, y1731, ' +
    'port-isolate, port-security, mux-vlan, ethernet, trust, log-threshold, trap-threshold, description-ext, assign, laser, lan-mac, pvc, atm, channel-set, using, controller',
  'quality of service':
    'qos, traffic-policy, traffic-limit, traffic-shape, traffic-statistic, traffic-remark, traffic-redirect, traffic-secure, drr, wrr, port-queue, car, ' +
    'service-policy, user-queue, diffserv, schedule, trust-8021p, shutdown-threshold',
  'routing process setting':
    'ospf, ospfv3, isis, rip, ripng, pim, igmp, mld, mpls, bfd, ip-prefix, rsvp-te, segment-routing, multicast, eigrp, static-rp',
  'interface setting':
    'arp, arp-proxy, ip verify, ip forward-broadcast, ip conflict-detect, ip redirects, ip fast-forwarding, ip urpf, ip load-balance, ip relay, ip mtu, ip icmp, ip unreachables, ip import-rib, ipv6 nd, ipv6 mtu, ipv6 enable, ipv6 ipv6 urpf, ipv6 icmp, ipv6 unreachables, tcp, icmp, icmpv6, nd, vrrp, vrrp6, dhcp, dhcpv6, dhcp-relay, urpf, unicast-reverse-path, set-workmode, service-type, tunnel, ttl, keepalive, ' +
    'ip-mtu, statistics, dns, nat, zone, gateway, service-manage, alias, management-interface, anti-attack, igmp-snooping, dialer, dialer-group, pppoe-client, pppoe-server, ppp, ' +
    'timer, hold-queue, network-slice, reserved-vlan, bas, access-type, default-domain, user-vlan, authentication-profile, authentication, dot1x, mac-authen, web-auth-server, ' +
    'ipsec, ike, nhrp, xconnect, vxlan, arp-suppress, mac-address-flapping, vbdif, anycast-gateway, passive-interface, mtu-spread, spread, gratuitous-arp, trap, link-alarm, tunnel-policy, mtrace, ptp, ntp-service, ntp, lldp-extension, pppoe, route-track, standby, redirect, ct, flow-stat, healthcheck, dpi',
};

/** Adds the families of interface statements; features that know a longer phrase go before them. */
export function addInterfaceAsides(book: RuleBook<OpenInterface>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
