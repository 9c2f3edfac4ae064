import type { RuleBook } from '../kit/rules.ts';
import type { Scope } from './scope.ts';

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  banner: 'banner',
  'platform setting':
    'power, hardware, slot, module, poweroff, platform, system, fex, fabric, install, license, errdisable, udld, vtp, ' +
    'vlan, spanning-tree, port-profile, port-channel, lacp, mac, mac-address-table, l2, cfs, rmon, no-shutdown, vpc, ' +
    'install all, diagnostic, callhome, config-profile, configure, apply, interface breakout, layer3, snapshot, snmp mib, ' +
    'device-alias, vsan, zone, zoneset, fcdomain, fcroute, fspf, fcns, fcip, fcanalyzer, fcs, iscsi, in-order-guarantee, ' +
    'fips, logflash, clis, switchto, limit-resource, allocate, resource, vmtracker, svs, svs-domain, track, switch, ' +
    'monitor-counter, eee, beacon, locator-led, environment, redundancy, bfd, nv, evpn, itd, service, ' +
    'ngoam, oam, ethernet, lldp, cdp, fabricpath, otv, dce, priority-flow-control, wrr-queue, cts, dot1x, macsec, smart, ' +
    'class, ptp, catena, plb, nbm, analytics, hw-module, port, bulkstat, icam, encapsulation, bridge-domain, ' +
    'nxsdk, feature-group, save, section, ha-policy, sdwan, xml, logdrop, transceiver, container-tracker, ' +
    'key-chain, tunnel-encryption, cli var, line-card, unified, profile, session-limit, aclog, acllog, role distribute',
  'quality of service': 'policy-map, qos, table-map, queuing, network-qos',
  'name resolution': 'ip domain-name, ip domain-list, ip name-server, ip host, ipv6 host, ip dns',
  'routing policy':
    'ip prefix-list, ipv6 prefix-list, ip as-path, ip community-list, ip extcommunity-list, ip large-community-list, ' +
    'mac-list, ip policy-list, ipv6 nd',
  'forwarding setting':
    'ip routing, ip icmp-errors, ip multicast, ip pim, ip igmp, ip mroute, ipv6 pim, ipv6 mld, ip msdp, ip arp, ip adjacency, ip icmp, ' +
    'ip tcp, ip udp, ip dhcp, ipv6 dhcp, ip sla, ip verify, ip load-sharing, ip source, ip wccp, ip nat, ip classless, ip forward, ' +
    'ip prefix-delegation, ip rip, ip ospf, ip lisp, ip internal, ip amt, ipv6 switch-packets, ipv6 multicast, ipv6 icmp, ipv6 adjacency, ' +
    'ipv6 routing, ip directed-broadcast, ip subnet-zero, ip default-gateway, ip redirects, nat, vrf, hsrp, vrrp, glbp, l2vpn, nve, pim, ' +
    'forwarding, urpf, ip access-list match, ip auto-discard, ip rsvp, ip mfwd, ip radius, ip tacacs',
  'flow record and monitor':
    'flow timeout, flow export, sampler, sflow counter-poll-interval, sflow counter, sflow max-datagram-size, sflow max-sampled-size, ' +
    'sflow sampling-rate, sflow data-source, sflow agent-ip, sflow extended, flow cache',
  'control plane': 'copp',
};

/** Adds the families; features that know a longer phrase go before them. */
export function addSetAside(book: RuleBook<Scope>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
