import type { RuleBook } from '../kit/rules.ts';
import type { Scope } from './scope.ts';

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  banner: 'header',
  'mark of a view': 'quit, commit, system-view, end',
  'platform setting':
    'board, slot, device, cpu-usage, memory-usage, temperature, power, fan, license, patch, stack, css, switch, set device, set factory-configuration, assign, startup, as, uni-mng, as-auth, ' +
    'drop-profile, diffserv, error-down, loopback-detect, energy-saving, language-mode, configuration, autoconfig, autosave, fib, hash, hardware, ecc, alarm, ' +
    'easy-operation, zero-touch, vcmp, capwap, wlan, ap, authentication-profile, dot1x-access-profile, mac-access-profile, portal-access-profile, free-rule-template, ' +
    'web-auth-server, portal, dot1x, mac-authen, authentication, access-user, access, service-scheme, url-template, domain, value-added-service, license-server, ' +
    'performance, pm, kpi, nqa, nqa-jitter, efm, cfm, y1731, oam, ptp, synchronization, clock-source, efm-trigger, cfg-mgr, device-control, module, subcard, transceiver, fei, ' +
    'bulk-stat, mac-address, mac, loop-detection, loop-detect, health, heartbeat, multicast-ecmp, esn, vm, forward, ecmp, mode, port, recycle, redundancy, ' +
    'command-privilege, mmi-mode, workmode, user-bind, factory-configuration, upgrade, cli, lossless, dcb, smartkpi, ai, screen-length, ifindex, cops',
  'link layer':
    'vlan, stp, rstp, mstp, lacp, eth-trunk, smart-link, monitor-link, erps, sep, rrpp, dldp, voice-vlan, mac-vlan, vlan-switch, qinq, gvrp, m-lag, dfs-group, e-trunk, evpn, bridge-domain, port-group, storm-control, port-security, mux-vlan, hvrp, ucmp, l2protocol-tunnel, bpdu, lbdt, observing-vlan, protocol-vlan, cluster-manage, trunk, gmac, arp-miss, pw-template, static-lsp, lag',
  'quality of service':
    'qos, traffic, traffic-policy, car, schedule-profile, flow-wred, flow-queue, port-queue, port-wred, user-queue, slot-id, ip-pool, queue-profile, flow-mapping, qos-profile, slice, behavior, wred',
  'name resolution': 'dns, ip host, dns-list, ipv6 host',
  'routing policy':
    'route-policy, ip ip-prefix, ip ipv6-prefix, ip as-path-filter, ip community-filter, ip extcommunity-filter, ip rd-filter, ip large-community-filter, tunnel-policy, tunnel-selector, xpl, route-filter, filter-policy, ip-prefix, community-filter, as-path-filter, ip extcommunity-list, large-community-filter, apply, if-match, explicit-path, route, ip soo-filter, ip policy-based-route',
  'forwarding setting':
    'ip vpn-instance, ipv6 nd, ipv6 mtu, ipv6 enable, ipv6 icmp, ipv6 urpf, ipv6 fib, ipv6 pathmtu, ip load-balance, ip urpf, ip fib, ip frr, ip icmp, ip verify, ip ttl-expires, ip relay, ip import-rib, ip soft-forward, ip conflict-detect, ip prefix-limit, ip forward, ip tcp, arp, icmp, icmpv6, tcp, udp, multicast, igmp, igmp-snooping, mld, pim, msdp, bfd, vrrp, urpf, attack-defense, anti-attack, ' +
    'mpls l2vpn, mpls te, mpls rsvp-te, mpls l2vc, segment-routing, router, nd, dhcp-snooping, dhcpv6-server, ipv4, load-balance, nhrp, vrrp6, mroute, static-frr, ip-fast-reroute, ' +
    'bfd-session, gtsm, ttl, sbfd, srv6, te, pcep, pce-client, flowspec, ifit, iproute, vxlan, nve, mpls switch-l2vc, ccc, rsvp, l2vpn',
  'control plane protection':
    'cpu-defend, cpu-defend-policy, host-defend, auto-defend, car-defend, anti-ddos, cpcar',
  'firewall and zones':
    'firewall, zone, security, nat, nat-policy, security-policy, ip address-set, ip service-set, object-group, profile, policy, detect, isp, slb, interzone, nat-server, traffic-secure, hrp, ip-link, healthcheck, location, app, region, dataflow, av, ips, url, sandbox, decryption-policy, agile-network, right-manager, user-manage, proxy-policy, quota-policy, auth-policy, audit-policy, api, sa, update, bandwidth',
  'subscriber management':
    'bas, ppp, pppoe, pppoe-server, dialer, dialer-rule, l2tp-user, user, ipoe, bras, web, access-group, ip pool, ipv6 pool, ip user, license-active, cellular, apn, sms, atm, isdn, voice, fr',
};

/** Adds the families; features that know a longer phrase go before them. */
export function addSetAside(book: RuleBook<Scope>): void {
  book.add('ipv6', ({ statement, args }) => {
    if (args.length === 0) statement.aside('forwarding setting');
  });
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
