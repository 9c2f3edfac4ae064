import type { PathBook } from '../kit/path-book.ts';
import type { FortiScope } from './scope.ts';

/** Tables that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'text of a page for users':
    'system replacemsg, system replacemsg-group, system replacemsg-image, system custom-language, system ' +
    'alertemail, alertemail',
  'profile of content inspection':
    'ips, antivirus, webfilter, dnsfilter, application, dlp, emailfilter, spamfilter, file-filter, voip, ' +
    'waf, icap, ' +
    'wanopt, cifs, videofilter, ssh-filter, sctp-filter, virtual-patch, casb, ztna, gtp, ' +
    'endpoint-control, imp2p, ' +
    'antivirus profile, firewall profile-protocol-options, firewall ssl-ssh-profile, firewall gtp, ' +
    'firewall profile-group, firewall mms-profile, web-proxy, ftp-proxy, telemetry-controller, ' +
    'automation, rule, extension-controller',
  'firewall object':
    'firewall service, firewall schedule, firewall vip, firewall vip6, firewall vipgrp, firewall vipgrp6, ' +
    'firewall ippool, firewall ippool6, firewall ippool_grp, ' +
    'firewall multicast-address, firewall multicast-address6, firewall wildcard-fqdn, firewall ' +
    'internet-service-name, ' +
    'firewall internet-service-custom, firewall internet-service-group, firewall internet-service-addition, ' +
    'firewall internet-service-extension, firewall internet-service-definition, firewall ' +
    'internet-service-append, ' +
    'firewall internet-service, firewall internet-service-custom-group, firewall internet-service-subapp, ' +
    'firewall ldb-monitor, firewall city, firewall region, firewall country, firewall proxy-address, ' +
    'firewall proxy-addrgrp, ' +
    'firewall address6-template, firewall traffic-class, firewall vendor-mac, firewall vip46, firewall ' +
    'vip64, ' +
    'firewall network-service-dynamic, firewall identity-based-route, firewall access-proxy, firewall ' +
    'access-proxy6, firewall access-proxy-virtual-host, firewall access-proxy-ssh-client-cert, firewall ' +
    'acl, firewall acl6',
  'policy for traffic through the device':
    'firewall policy, firewall policy6, firewall policy46, firewall policy64, firewall consolidated, ' +
    'firewall security-policy, firewall multicast-policy, firewall multicast-policy6, firewall ' +
    'proxy-policy, ' +
    'firewall central-snat-map, firewall DoS-policy, firewall DoS-policy6, firewall interface-policy, ' +
    'firewall interface-policy6, firewall ttl-policy, firewall shaping-policy, firewall shaping-profile, ' +
    'firewall explicit-proxy-policy, firewall explicit-proxy-address, firewall auth-portal, firewall ' +
    'ip-translation, firewall ipv6-eh-filter, ' +
    'firewall ipmacbinding, firewall dnstranslation, firewall global, firewall ssh, firewall ssl, ' +
    'firewall ssl-server, system session-helper, system session-ttl, ' +
    'system zone, system virtual-wire-pair, system proxy-arp, system nat64, authentication, firewall ' +
    'carrier-endpoint-bwl',
  'quality of service':
    'firewall shaper, system sdwan, system virtual-wan-link, system traffic-control, system link-monitor, ' +
    'system physical-switch',
  'wireless and switch controller':
    'wireless-controller, switch-controller, system wireless, system wccp, user quarantine, user nac-policy',
  'user interface':
    'system admin * gui-dashboard, system sso-admin * gui-dashboard, system modem, system lte-modem, ' +
    'system tos-based-priority, system dscp-based-priority, system status',
  'routing setting':
    'router access-list, router access-list6, router aspath-list, router community-list, router ' +
    'extcommunity-list, router prefix-list, ' +
    'router prefix-list6, router route-map, router auth-path, router bfd, router bfd6, router multicast, ' +
    'router multicast6, ' +
    'router multicast-flow, router setting, router ripng, router ospf6, router rip, router ospf, router ' +
    'isis, ' +
    'router bgp redistribute, router bgp redistribute6, router bgp network, router bgp network6, router ' +
    'bgp aggregate-address, ' +
    'router bgp aggregate-address6, router bgp neighbor-range, router bgp neighbor-range6, router bgp ' +
    'admin-distance, router bgp vrf-leak, router bgp vrf, router bgp vrf6, ' +
    'router bgp neighbor * conditional-advertise, router bgp neighbor-group * conditional-advertise',
  'name resolution':
    'system dns, system dns-database, system dns64, system ddns, system dhcp, system dhcp6, system ipam',
  'platform setting':
    'dpdk, system storage, system auto-scale, system cluster-sync, system standalone-cluster, system ' +
    'fortiguard, system email-server, system object-tagging, system npu, ' +
    'system resource-limits, system vdom-property, system vdom-dns, system vdom-exception, system ' +
    'vdom-link, system vdom-radius-server, system probe-response, ' +
    'system arp-table, system mac-address-table, system ipv6-neighbor-cache, system ips, system ' +
    'ips-urlfilter-dns, system ips-urlfilter-dns6, system fortimanager, ' +
    'system fortisandbox, system fips-cc, system fm, system fortiai, system fortindr, system fortindr, ' +
    'system geoip-override, system geoip-country, system np6, system np6xlite, system npu-vlink, ' +
    'system pppoe-interface, system password-policy-guest-admin, system stp, system smc-ntp, system ' +
    'sms-server, system speed-test-server, system speed-test-schedule, ' +
    'system sdn-connector, system sdn-proxy, system saml, system ike, system isf-queue-profile, system ' +
    'isf-lldp, system lldp, system federated-upgrade, system external-resource, system dedicated-mgmt, ' +
    'system ptp, ' +
    'system alarm, system affinity-interrupt, system affinity-packet-redistribution, system acme, system ' +
    '3g-modem, system aggregate, system bypass, system device-upgrade, system evpn, system mobile-tunnel, ' +
    'system netflow exclusion-filters, system ns-proxy, system vne-tunnel, system vne-interface, system ' +
    'vin-alarm, system ssh-config, system tls-active-probe, system ipsec-aggregate, system ztp, system ' +
    'fctems, system health-check-fortiguard, system security-rating, system sensors',
  'user setting':
    'user setting, user fsso, user fsso-polling, user adgrp, user device, user device-category, user ' +
    'device-group, user device-access-list, user domain-controller, user exchange, user ' +
    'external-identity-provider, user fortitoken, ' +
    'user krb-keytab, user password-policy, user peer, user peergrp, user pop3, user saml, user scim, ' +
    'user security-exempt-list, user ban, user certificate',
  'VPN portal':
    'vpn ssl web, vpn ssl client, vpn ocvpn, vpn ipsec fec, vpn ipsec concentrator, vpn ipsec ' +
    'forticlient, vpn kmip-server, vpn qkd, vpn ssl settings authentication-rule',
  certificate:
    'vpn certificate ca, vpn certificate crl, vpn certificate ocsp-server, vpn certificate remote, vpn ' +
    'certificate setting, vpn certificate hsm-local, certificate',
  'logging setting':
    'log threat-weight, log custom-field, log gui-display, report, log syslogd override-filter, log ' +
    'memory global-setting, log eventfilter-vdom, log fortianalyzer-cloud override-filter, log webtrends ' +
    'setting, log syslogd filter free-style, log memory filter free-style, log disk filter free-style, ' +
    'log fortianalyzer filter free-style',
  'list of virtual domains': 'vdom',
  'interface setting':
    'system interface * tagging, system interface * vrrp, system interface * client-options, system ' +
    'interface * egress-queues, ' +
    'system interface * ipv6 ip6-prefix-list, system interface * ipv6 ip6-delegated-prefix-list, system ' +
    'interface * ipv6 vrrp6, ' +
    'system interface * ipv6 dhcp6-iapd-list, system interface * ipv6 client-options, system interface * ' +
    'l2tp-client-settings, system interface * dhcp-snooping-server-list, ' +
    'system virtual-switch * port, system interface * phy-setting',
  'setting of a virtual domain': 'system settings dyn-addr-session-check',
  'high availability setting':
    'system ha ha-mgmt-interfaces, system ha secondary-vcluster, system ha unicast-peers, system ha ' +
    'vcluster, system ha-monitor, system fortindr, system lldp network-policy',
  'security fabric setting': 'system csf trusted-list, system csf fabric-device, system csf fabric-connector',
  'central management setting': 'system central-management server-list',
  'setting of an automation':
    'system automation-trigger * fields, system automation-destination, system automation-condition, ' +
    'system automation-action * http-headers',
  'SNMP setting': 'system snmp rmon-stat',
};

/** Adds the families; tables that are read go before them, since their patterns are longer. */
export function addSetAside(book: PathBook<FortiScope>): void {
  for (const [reason, patterns] of Object.entries(FAMILIES)) book.aside(reason, patterns);
}
