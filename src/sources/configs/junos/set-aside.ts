import type { PathBook } from '../kit/path-book.ts';
import type { Scope } from './scope.ts';

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'macro data for scripts': 'apply-macro, system apply-macro, interfaces apply-macro, protocols apply-macro',
  'name resolution':
    'system domain-name, system domain-search, system name-server, system static-host-mapping, system no-resolve',
  'platform setting':
    'chassis, virtual-chassis, system saved-core-files, system saved-core-context, system dump-device, system compress-configuration-files, ' +
    'system auto-snapshot, system processes, system location, system services-location, system backup-router, system inet6-backup-router, ' +
    'system kernel-replication, system nd-maxmcast-solicit, system debugger-on-panic, system debugger-on-break, ' +
    'system watchdog, system alarm, system configuration-database, system max-configurations-on-flash, system max-configuration-rollbacks, ' +
    'system max-cli-sessions, system switchover-on-routing-crash, system usb, system partition, system proxy, system mirror-flash-on-disk, system node-health, ' +
    'system extensions, multi-chassis, poe, satellite-management, redundant-power-system, fabric, vmhost, system security-profile, ' +
    'system boot-loader-security, system health-monitor, system monitoring, system packet-forwarding-options, system persist-groups-inheritance, ' +
    'system regex-additive-logic, system commit, system default-router, system dump-on-panic, system export-format, system ssd, system disk-encryption',
  licence: 'system license',
  'host stack setting':
    'system internet-options, system arp, system no-redirects, system no-redirects-ipv6, system no-ping-record-route, system no-ping-time-stamp, ' +
    'system no-multicast-echo, system no-neighbor-learn, system allow-v4mapped-packets, system icmpv4-rate-limit, system tcp-mss, ' +
    'system no-compress-configuration-files, system donot-disable-ip6op-ondad, system no-hidden-commands, system encrypt-configuration-files',
  'control plane': 'system ddos-protection',
  'routing policy':
    'policy-options policy-statement, policy-options community, policy-options as-path, policy-options as-path-group, policy-options condition, ' +
    'policy-options damping, policy-options route-filter-list, policy-options rtf-prefix-list, policy-options large-community, policy-options extended-community, ' +
    'policy-options route-distinguisher, policy-options route-distinguisher-list, policy-options application-maps, policy-options vrf-group, ' +
    'policy-options resolution-map, policy-options tunnel-attribute, policy-options redundancy-policy, policy-options defaults, policy-options mac-list, ' +
    'policy-options as-list, policy-options as-list-group, policy-options tag-list, policy-options apply-macro, policy-options apply-flags',
  'routing process setting':
    'routing-options, protocols mpls, protocols isis, protocols ospf, protocols ospf3, protocols igmp, protocols igmp-snooping, ' +
    'protocols mld, protocols mld-snooping, protocols amt, protocols dvmrp, protocols evpn, protocols l2circuit, protocols l2vpn, protocols l2-learning, ' +
    'protocols layer2-control, protocols vpls, protocols vrrp, protocols bfd, protocols rstp, protocols mstp, protocols vstp, protocols stp, ' +
    'protocols lacp, protocols oam, protocols router-advertisement, protocols neighbor-discovery, protocols source-packet-routing, protocols esis, ' +
    'protocols connections, protocols mvpn, protocols mvrp, protocols gvrp, protocols iccp, protocols sap, protocols pgm, protocols link-management, ' +
    'protocols dot1x, protocols authentication-access-control, protocols dcbx, protocols loopback-detect, protocols protection-group, protocols uplink-failure-detection, ' +
    'protocols ilmi, protocols snmp, protocols ppp, protocols pppoe, protocols l2iw, protocols static, protocols lldp-med, protocols segment-routing, ' +
    'protocols ripng, protocols rift, protocols overlay, protocols track, protocols lldp',
  'routing instance setting':
    'routing-instances * instance-type, routing-instances * route-distinguisher, routing-instances * vrf-target, routing-instances * vrf-import, ' +
    'routing-instances * vrf-export, routing-instances * vrf-table-label, routing-instances * description, routing-instances * vtep-source-interface, ' +
    'routing-instances * vlan-id, routing-instances * routing-interface, routing-instances * provider-tunnel, routing-instances * no-vrf-advertise, ' +
    'routing-instances * no-vrf-propagate-ttl, routing-instances * vrf-propagate-ttl, routing-instances * vrf-advertise-selective, routing-instances * no-local-switching, ' +
    'routing-instances * l3-interface, routing-instances * vxlan, routing-instances * bridge-domains, routing-instances * vlans, routing-instances * vlan-model, ' +
    'routing-instances * system, routing-instances * services, routing-instances * multicast-snooping-options, routing-instances * igmp-snooping-options, routing-instances * apply-macro, ' +
    'routing-instances * no-normalization, routing-instances * service-type, routing-instances * egress-protection, routing-instances * qualified-bum-pruning-mode, ' +
    'routing-instances * forwarding-options, routing-instances * switch-options, routing-instances * access, routing-instances * connector-id-advertise, ' +
    'routing-instances * sib-table, routing-instances * disable, routing-instances * access-profile',
  'forwarding setting':
    'forwarding-options, switch-options, bridge-domains, vlans, ethernet-switching-options, l2-learning, multicast-snooping-options, ' +
    'class-of-service, open-config-system, dynamic-profiles, diameter, jsrc, unified-edge, ethernet-connectivity-fault-management, igmp-snooping',
  'interface setting': 'interfaces traceoptions, interfaces interface-set, interfaces stacked-interface-set',
  measurement: 'services rpm, services monitoring, services twamp',
  'subscriber access':
    'access, access-profile, session-limit-group, services packet-triggered-subscribers, services captive-portal-content-delivery, services pcef, services pcp, services subscriber-management',
  'service card setting':
    'services adaptive-services-pics, services logging, services traffic-detection, services traffic-load-balance, services hcm, services ggsn, ' +
    'services ptsp, services aacl, services l2tp, services cos, services inline-monitoring, services border-signaling-gateway, services pgcp, services jflow-log, ' +
    'services mobile-edge, services rtcom, services video-monitoring, services tcp-log, services lpdf, services unified-access-control',
  tracing: 'traceoptions, protocols lldp traceoptions',
};

const FACE =
  'mtu speed link-mode gigether-options ether-options fastether-options sonet-options otn-options optics-options aggregated-ether-options ' +
  'redundant-ether-options aggregated-sonet-options vlan-tagging flexible-vlan-tagging stacked-vlan-tagging encapsulation hold-time damping ' +
  'no-traps traps native-vlan-id mac clocking framing keepalives no-keepalives enable interface-mib passive-monitor-mode per-unit-scheduler ' +
  'hierarchical-scheduler shared-scheduler esi arp-l2-validate flow-control no-flow-control auto-negotiation no-auto-negotiation ' +
  'port-mode t1-options t3-options e1-options e3-options serial-options atm-options lmi multi-chassis-protection radio-router tx-rx ' +
  'services-options load-balancing-options fabric-options unidirectional bandwidth metadata number-of-sub-ports link-protection logical-tunnel-options ' +
  'primary-address vlan-vci-tagging dialer-options modem-options cellular-options ppp-options accounting-profile layer2-policer schedulers ' +
  'partition interface-type no-partition rpm data-input receive-options-packets external-notifications media-type forwarding-class-accounting ' +
  'transmit-bucket receive-bucket ha-options anchor-point targeted-distribution chassis unused wavelength layer2-control input-vlan-map output-vlan-map ' +
  'host-prefix-only no-gratuitous-arp-reply no-gratuitous-arp-request gratuitous-arp-reply link-degrade-monitor queue-counters-trap-disable';

const UNIT =
  'vlan-id vlan-id-list vlan-id-range vlan-tags inner-vlan-id-range encapsulation proxy-arp input-vlan-map output-vlan-map peer-unit dlci point-to-point ' +
  'multipoint bandwidth no-traps traps mac statistics arp-resp proxy-macip-advertisement virtual-gateway-accept-data virtual-gateway-v4-mac virtual-gateway-v6-mac ' +
  'virtual-gateway-esi native-inner-vlan-id swap-by-poppush accept-source-mac demux-options demux-source demux-destination dial-options service-domain keepalives ' +
  'no-keepalives ppp-options pppoe-options pppoe-underlying-options radio-router reassemble-packets service multi-chassis-protection layer2-policer ' +
  'esi etree-ac-role filter interface-shared-with ip-mtu rpm backup-options dialer-options copy-tos-to-outer-ip-header no-autostate autostate auto-configure ' +
  'transmit-weight oam-period shaping accounting-profile account-layer2-overhead clear-dont-fragment-bit compression targeted-distribution targeted-options ' +
  'actual-transit-statistics host-prefix-only no-syncookie load-balancing-options interface-mib mtu forwarding-class';

/** Adds the families that are set aside; features that know a path better are added after it. */
export function addSetAside(book: PathBook<Scope>): void {
  for (const [reason, patterns] of Object.entries(FAMILIES)) book.aside(reason, patterns);
  for (const word of FACE.split(' ')) book.add(`interfaces * ${word}`, 'interface setting');
  for (const word of UNIT.split(' ')) book.add(`interfaces * unit * ${word}`, 'interface setting');
  for (const family of 'bridge ethernet-switching mpls iso vpls ccc tcc mlppp mlfr-end-to-end mlfr-uni-nni any evpn'.split(
    ' ',
  ))
    book.add(`interfaces * unit * family ${family}`, 'interface setting');
  for (const path of ['interfaces *', 'interfaces * unit *', 'routing-instances *', 'firewall'])
    book.add(`${path} apply-macro`, 'macro data for scripts');
}
