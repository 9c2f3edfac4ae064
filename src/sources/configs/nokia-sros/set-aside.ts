import type { PathBook } from '../kit/path-book.ts';
import type { Scope } from './scope.ts';

const words = (base: string, names: string): string =>
  names
    .split(' ')
    .map((word) => `${base} ${word}`)
    .join(', ');

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: readonly (readonly [string, string])[] = [
  [
    'quality of service',
    `qos, ${words('router * interface *', 'qos')}, ${words('router *', 'mpls-labels qos-policy')}`,
  ],
  [
    'hardware',
    'card, chassis, sfm, xiom, lag, pw-port, port-xc, satellite, esa, isa, port-policy, redundancy, power-shelf, port-group',
  ],
  [
    'port setting',
    words(
      'port *',
      'ethernet connector otu sonet-sdh tdm dwdm transceiver hybrid-buffer-allocation modify-buffer-allocation-rate ddm-events ' +
        'monitor-oper-group dist-cpu-protection gnss access network',
    ),
  ],
  [
    'platform setting',
    words(
      'system',
      'rollback thresholds sync-if-timing bluetooth power-mgmt power-management chassis-mode configuration-mode dhcp6 dns domain-name l4-load-balancing ' +
        'load-balancing lsr-load-balancing lacp-system-priority ned resolve-references allow-boot-license-violations alarms central-frequency-clock ' +
        'config-backup cpm-http-redirect congestion-management cron-time eth-cfm enforce-unique-if-index fp icmp-vse ip ipsec management-configuration ' +
        'multi-chassis oper-group security-profile selective-fib software-repository snmp-trap spt switch-fabric transmission-mixed telemetry-proxy ' +
        'usb vsd-connect fan-control hardware-resources connection-profile boot-interface switchover-exec network-element-discovery ' +
        'power-supply overload-avoidance switch-bindings attack-event',
    ),
  ],
  ['control plane protection', words('system security', 'cpu-protection dist-cpu-protection cpm-queue')],
  ['routing policy', `policy-options, ${words('router *', 'policy-options route-policy')}`],
  [
    'routing process setting',
    words(
      'router *',
      'autonomous-system router-id ecmp confederation bgp ospf ospf3 isis ldp rsvp mpls pim igmp mld rip ripng msdp bfd aggregate aggregates ' +
        'segment-routing p2mp-sr-tree pcep fib-priority triggered-policy weighted-ecmp sgt-qos mtrace2 allow-icmp-redirect allow-icmp6-redirect icmp-tunneling ' +
        'dhcp-server dhcp6 dhcp dns firewall ip-fast-reroute ipv6 ipv4 multicast-info multicast-info-policy multicast mc-maximum-routes maximum-routes nat neighbor-discovery ' +
        'origin-validation route-next-hop-policy router-advertisement rib-api service-prefix single-sfm-overload sr-labels ttl-propagate twamp-light ' +
        'wlan-gw wpp vrrp entropy-label fad flexible-algorithm-definitions isa-service-chaining leak-export gtm tunnel-interface tunnel-table reassembly-group bier ' +
        'if-attribute class-forwarding lsp-bfd cflowd gtp pcp rsvp-te admin-tags options network-domains description shutdown admin-state mvpn evpn',
    ),
  ],
  [
    'service setting',
    `${words(
      'router *',
      'customer service-id vrf-import vrf-export vrf-target route-distinguisher auto-bind-tunnel bgp-ipvpn bgp-evpn bgp-vpn-backup bgp-shared-queue ' +
        'label-mode name grt-lookup grt export-grt export-inactive-bgp carrier-carrier-vpn type sap spoke-sdp source-address subscriber-interface ' +
        'ipoe-session pppoe sd-wan aarp-interface redundant-interface hash-label enable-bgp-vpn-backup network-interface network ttl gsmp ' +
        'ospf-super-backbone sgw weighted-ecmp management video-interface pseudo-wire service-name bgp-vpls',
    )}, ` +
      'service customer, service vpls, service epipe, service ipipe, service apipe, service cpipe, service fpipe, service ies, service vprn, service oper-group, ' +
      'service system, service pw-template, service md-auto-id, service proxy-arp-nd, service nat, service upnp, service sdp-group, service template, service pw-routing',
  ],
  [
    'interface setting',
    words(
      'router * interface *',
      'port mac mtu arp-timeout arp-limit arp-retry-timer arp-populate bfd enable-ingress-stats enable-mac-accounting icmp icmp6 if-attribute ingress-stats ldp-sync-timer ' +
        'local-proxy-arp lsr-load-balancing multihoming ntp-broadcast proxy-arp-policy ptp-hw-assist qos-route-lookup remote-proxy-arp secondary-ip-mtu strip-label ' +
        'tos-marking-state ttl-expired unnumbered untrusted urpf-check vas-if-type vrrp ipv6 ipv4 static-arp neighbor-discovery delayed-enable dhcp dist-cpu-protection ' +
        'egress ingress ip-mtu tcp-mss load-balancing network-domain network-domains tunnel sap spoke-sdp vpls rvpls hold-time lag cpu-protection accounting-policy collect-stats ' +
        'redirection monitor-oper-group lag-link-map-profile flowspec-validate teid-load-balancing spi-load-balancing host-connectivity-verify arp-host-route ' +
        'autoconfigure radius-auth-policy shcv-policy-ipv4 local-dhcp-server tos-marking vrtr-if-id interface-id allow-directed-broadcasts ping-template ecmp subscriber-mgmt cflowd-interface-id ptp',
    ),
  ],
  ['filter setting', 'filter md-auto-id'],
  ['OAM and tests', 'eth-cfm, saa, oam-pm, test-oam, ptp, call-trace, vrrp, system eth-cfm'],
  [
    'subscriber management',
    'subscriber-mgmt, application-assurance, multicast-management, mcast-management, pfm-table, video, aaa l2tp-accounting-policy, aaa radius, aaa diameter, openflow',
  ],
  ['forwarding setting', 'fwd-path-ext, forwarding, connection-profile, qkd'],
  ['indexes that the system keeps', 'persistent-indices'],
  ['mark of a part', 'configure'],
];

/** Blocks that SR OS writes even where nothing stands in them. */
const EMPTY = (
  'system,system security,system security ssh,system security snmp,system login-control,system time,system time ntp,log,router *,' +
  'service,filter,port *,ipsec,mirror,cflowd,system management-interface cli,python'
).split(',');

/** Adds the families; features that know a longer path go before them. */
export function addSetAside(book: PathBook<Scope>): void {
  for (const pattern of EMPTY)
    book.add(pattern, ({ statement, args }) => {
      if (args.length === 0) statement.aside('block with nothing in it');
    });
  for (const [reason, patterns] of FAMILIES) book.aside(reason, patterns);
}
