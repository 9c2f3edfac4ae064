import type { RuleBook } from '../kit/rules.ts';
import type { Scope } from './scope.ts';

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  banner: 'banner',
  'terminal setting': 'terminal, pager, prompt, console, quota, command-alias, alias',
  'name resolution': 'domain-name, dns, dns-group, names, dns-guard',
  'address translation': 'nat, global, static, xlate, nat-control, pat-session',
  'inspection and policy':
    'class-map, policy-map, service-policy, threat-detection, dynamic-filter, regex, tcp-map, url-server, url-block, url-cache, filter, scansafe, established, virtual, shun',
  'platform setting':
    'mtu, failover, monitor-interface, timeout, arp, arp-inspection, sysopt, mac-address, mac-address-table, mac-learn, firewall, ' +
    'asdm, cluster, context, admin-context, allocate-interface, config-url, license, hw-module, asp, jumbo-frame, ' +
    'fragment, checkheaps, same-security-traffic, zone, zonelabs-integrity, mode, mp-svc-flow-offload, flow-offload, app-agent, ' +
    'vpdn, group, prefix-list, as-path, community-list, coredump, crashinfo, resource, cpu, hpm, memory, track, sla, ' +
    'tls-proxy, phone-proxy, ctl-provider, ctl-file, media-termination, tcp, bridge, vxlan, nve, app, snort, passive-interface, ' +
    'dynamic-access-policy-record, dap, ddns, eool, mroute, multicast-routing, pim, igmp, ip, ipv6, icmp, unified, cxsc, ips, csd, mdm-proxy, ' +
    'object-group-search, cts, lacp, port-channel, vtep, redundant, dhcp-client, auto-update, wccp, ucm, cloud, config-register',
  'remote access setting':
    'group-policy, webvpn, anyconnect, vpn-addr-assign, vpn-sessiondb, vpn, vpn-simultaneous-logins, vpnsetup, default-group-policy, saml, tunnel-group-list, tunnel-group-map, l2tp, vpn-load-balancing, hostscan, keepout, username-from-certificate, smart-tunnel, kcd-server',
  'routing policy': 'route-map, policy-route, distribute-list, key chain, router-id',
};

/** Adds the families; features that know a longer phrase go before them. */
export function addSetAside(book: RuleBook<Scope>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
