import type { RuleBook } from '../kit/rules.ts';
import type { Scope } from './scope.ts';

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'boot marker':
    'boot-start-marker, boot-end-marker, boot startup-options, boot enable-break, config-register',
  banner: 'banner',
  'platform setting':
    'platform, hw-module, diagnostic, redundancy, memory, memory-size, process, process-max-time, scheduler allocate, ' +
    'scheduler interval, buffers, exception, parser config, parser cache, parser command, card, slot, module, subslot, power, ' +
    'environment, facility-alarm, upgrade, warm-reboot, mmi, cpu, system, transceiver, hardware, fabric, control-plane-host, ' +
    'service-module, bootldr, boot bootldr, boot auto-copy-sw, stack-power, switch, stack-mac, errdisable, udld, vtp, sdm, mls, ' +
    'fips, epm, energywise, license, smart, software, install, feature, nmsp, profile, ' +
    'utilization, ignition, usb-token, mediatrace, monitor event-trace, monitor platform, frequency, esmc, rep, ' +
    'wireless, ap, capwap, device-tracking, device-sensor, access-session, authentication, dot1x, identity, mab, ' +
    'nac, template, service-template, autonomic, avc, coap, pnp, crash, table-map, lacp, port-channel, ' +
    'rmi, vlan, spanning-tree, port-security, private-vlan, mac, mac-address-table, bridge, ' +
    'bridge-domain, ethernet, cfm, l2, l2protocol, l2protocol-tunnel, multilink, ppp, pppoe, bba-group, subscriber, ' +
    'controller, isdn, dialer, dialer-list, frame-relay, atm, vpdn, vpdn-template, virtual-template, async-bootp, chat-script, modemcap, cellular, ' +
    'gps, voice, voice-card, voice-port, dial-peer, sip-ua, mgcp, gatekeeper, gateway, ccm-manager, call-manager-fallback, ' +
    'telephony-service, ephone, ephone-dn, dspfarm, sccp, translation-rule, num-exp, codec, ssp, stcapp, credentials',
  'name resolution':
    'ip domain, ip domain-name, ip domain-list, ip name-server, ip host, ipv6 host, ip hostname',
  'routing policy':
    'ip prefix-list, ipv6 prefix-list, ip as-path, ip community-list, ip extcommunity-list, ip large-community-list, ' +
    'ip policy-list, ip local policy, ipv6 local, rpl, route-tag, ip bgp-community, ip explicit-path, ip explicit-path-name, bfd, bfd-template, track',
  'forwarding setting':
    'ip routing, ipv6 unicast-routing, ip cef, ipv6 cef, cef, ip classless, ip subnet-zero, ip forward-protocol, ip icmp, ' +
    'ip tcp, ip mtu, ip multicast, ip multicast-routing, ipv6 multicast, ip pim, ip igmp, ip mroute, ipv6 pim, ipv6 mld, ' +
    'ip arp, arp, ip verify, ip local, ip load-sharing, ip rsvp, ip spd, ip fragment, ip accounting-threshold, ' +
    'ip accounting-list, ip device, ip dhcp, ipv6 dhcp, ip radius, ip tacacs, ip wccp, ip unreachables, ip redirects, ipv6 nd, ipv6 neighbor, ipv6 icmp, ' +
    'ipv6 hop-limit, ipv6 address, ipv6 mfib, ipv6 flowset, ip virtual-reassembly, ip admission, ip auth-proxy, ip inspect, ip ips, ' +
    'ip urlfilter, ip nbar, ip telnet, ip rip, ip ospf, ip eigrp, ip nhrp, ip mobile, ip udp, ip vrf, vrf, ip sticky-arp, ' +
    'ip cache, ip hardware, ip dvmrp, ip sap, ip sdr, ip msdp, ip slb, ip tftp, ip audit, ip as, ip rtcp, ip scp, ip bgp, ip reflexive-list, ip kerberos, ' +
    'ip sla, ip flow-aggregation, ip gratuitous-arp, ip source, ip bootp, ipv6 mobile, ipv6 general-prefix, ipv6 routing, ipv6 spd, ipv6 source-guard, ipv6 snooping, ipv6 ospf, ipv6 inspect, ' +
    'l2vpn, pseudowire-class, l2tp-class, connect, xconnect, l2, evpn, nve, vxlan, lisp, performance-routing, oer, pfr, pfr-map, fhrp, glbp, standby, vrrp, ' +
    'key, mka, macsec, cts, ipc, x25, x29, clns, appletalk, ipx, decnet, dlsw, source-bridge, locaddr-priority-list, priority-list, queue-list, lane, netbios, tag-switching, rlogin',
  'quality of service':
    'policy-map, class, random-detect, qos, priority, map-class, wrr-queue, auto, rate-limit',
  'firewall and zones': 'parameter-map, zone, zone-pair, object, content-scan, cws, utd, webvpn, regex',
  'control plane': 'control-plane',
  'service setting':
    'service compress-config, service counters, service nagle, service disable-ip-fast-frag, service exec-callback, ' +
    'service exec-wait, service hide-telnet-addresses, service old-slip-prompts, service prompt, service pt-vty-logging, ' +
    'service slave-log, service telnet-zeroidle, service unsupported-transceiver, service alignment, service decimal-tty, ' +
    'service heartbeat, service slave-coredump, service nat, service sequence, service rotate, service template, ' +
    'call-home, call, cdp, lldp, login, security, secure, macro, hidekeys, file prompt, file verify, ' +
    'parser, aqm-register-fnf, busy-message, prompt, downward-compatible-config, rmon, onep, dampening, help, ' +
    'refuse-message, md-list, sctp, rtr, exit, no, netconf max-sessions, netconf lock-time, netconf format, mop, ' +
    'default-value, remote-management, national, resource',
};

/** Adds the families; features that know a longer phrase go before them. */
export function addSetAside(book: RuleBook<Scope>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
