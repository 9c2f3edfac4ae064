import type { Interface } from '../../../../model/device-facts.ts';
import { end, hostCidr } from '../address.ts';
import { at, atBlock, type FortiScope, type Row, rowsOf, switched, value, words } from '../scope.ts';
import type { Table } from '../table.ts';

/** Interfaces with their addresses and the services that answer on them. */
export const INTERFACE_TABLES: readonly Table[] = [
  {
    path: 'system interface *',
    read:
      'vdom vrf ip allowaccess type status alias description dedicated-to management-ip remote-ip interface ' +
      'lldp-transmission lldp-reception netflow-sampler sflow-sampler ips-sniffer-mode trust-ip-1 ' +
      'trust-ip-2 ' +
      'trust-ip-3 trust-ip6-1 trust-ip6-2 trust-ip6-3 src-check icmp-send-redirect icmp-accept-redirect ' +
      'password ' +
      'security-mode fortilink',
    aside: {
      'interface setting': [
        'mode snmp-index distance priority dhcp-relay-service dhcp-relay-ip dhcp-relay-type ' +
          'dhcp-client-identifier',
        'fail-detect fail-detect-option fail-alert-method fail-alert-interfaces arpforward broadcast-forward',
        'broadcast-forticlient-discovery bfd l2forward vlanforward stpforward ident-accept ipmac subst',
        'substitute-dst-mac netbios-forward wins-ip sample-rate polling-interval sample-direction',
        'explicit-web-proxy explicit-ftp-proxy proxy-captive-portal tcp-mss inbandwidth outbandwidth',
        'egress-shaping-profile ingress-shaping-profile disconnect-threshold spillover-threshold',
        'ingress-spillover-threshold weight external device-identification device-user-identification',
        'device-identification-active-scan estimated-upstream-bandwidth estimated-downstream-bandwidth',
        'measured-upstream-bandwidth measured-downstream-bandwidth bandwidth-measure-time monitor-bandwidth',
        'vrrp-virtual-mac role secondary-IP preserve-session-route auto-auth-extension-device ap-discover',
        'switch-controller-igmp-snooping-proxy switch-controller-igmp-snooping-fast-leave',
        'switch-controller-mgmt-vlan switch-controller-access-vlan switch-controller-traffic-policy',
        'switch-controller-rspan-mode switch-controller-dhcp-snooping switch-controller-nac',
        'switch-controller-arp-inspection switch-controller-learning-limit switch-controller-feature',
        'switch-controller-dynamic switch-controller-iot-scanning swc-first-create swc-vlan defaultgw',
        'dns-server-override speed mtu mtu-override wccp drop-overlapped-fragment drop-fragment',
        'ip-managed-by-fortiipam forward-domain vlanid member lacp-mode lacp-ha-slave lacp-speed min-links',
        'min-links-down algorithm link-up-delay fortilink-split-interface fortilink-stacking',
        'fortilink-neighbor-detect fortilink-backup-link auto-phy speed-test cli-conn-status color',
        'macaddr devindex ring-rx ring-tx trunk stp stp-ha-secondary dhcp-renew-time username auth-type',
        'pppoe-unnumbered-negotiate idle-timeout ipunnumbered detected-peer-mtu disc-retry-timeout',
        'padt-retry-timeout lcp-echo-interval lcp-max-echo-fails service-name ac-name security-groups',
        'security-exempt-list replacemsg-override-group transport-aggregate aggregate redundant-interface',
        'vlan-protocol managed-device medium-type phy-mode sfp-dsl dhcp-relay-agent-option ' +
          'dhcp-relay-interface',
        'dhcp-relay-interface-select-method dhcp-relay-source-ip dns-server-protocol inbandwidth-profile',
        'eap-supplicant estimated-bandwidth reachable-time internal endpoint-compliance ' +
          'scan-botnet-connections',
        'sflow-sampler-id ping-serv-status detectprotocol detectserver ha-priority gwdetect health-check',
        'internet-service-name captive-portal security-mac-auth-bypass security-external-web',
        'virtual-mac monitor-bandwidth-interval vindex switch swc-first-create trust-ip exclude-signatures',
      ].join(' '),
    },
  },
  {
    path: 'system interface * secondaryip *',
    read: 'ip allowaccess',
    aside: {
      'interface setting': 'ha-priority gwdetect ping-serv-status detectprotocol secip-relay-ip detectserver',
    },
  },
  {
    path: 'system interface * ipv6',
    read: 'ip6-address ip6-allowaccess',
    aside: {
      'interface setting':
        'ip6-mode nd-mode icmp6-send-redirect ip6-reachable-time ip6-retrans-time ip6-hop-limit ' +
        'vrrp-virtual-mac6 ' +
        'vrip6_link_local ip6-send-adv autoconf dhcp6-prefix-delegation dhcp6-information-request ' +
        'ip6-manage-flag ' +
        'dhcp6-relay-service dhcp6-relay-type dhcp6-relay-ip ip6-other-flag ip6-max-interval ip6-min-interval ' +
        'ip6-link-mtu ip6-default-life ip6-dns-server-override ip6-upstream-interface ip6-subnet ' +
        'unique-autoconf-addr ' +
        'ip6-prefix-list ip6-delegated-prefix-list ip6-extra-addr ip6-prefix-mode interface-identifier ' +
        'ra-send-mtu ' +
        'ip6-delegated-prefix-iaid dhcp6-client-options cli-conn6-status nd-cert nd-security-level',
    },
  },
  { path: 'system interface * ipv6 ip6-extra-addr *', read: 'prefix' },
  {
    path: 'system virtual-switch *',
    read: 'span span-source-port span-dest-port span-direction',
    aside: { 'interface setting': 'physical-switch vlan port' },
  },
  {
    path: 'system switch-interface *',
    read: 'span span-source-port span-dest-port span-direction vdom type member',
    aside: { 'interface setting': 'intra-switch-policy mac-ttl' },
  },
];

/** Makes interfaces; the services that they let in are made by another feature. */
export function buildInterfaces(to: FortiScope): void {
  const faces = new Map<string, Interface>();
  for (const row of rowsOf(to, 'system interface *')) {
    const face = faceOf(to, row);
    faces.set(face.name, face);
  }
  for (const table of [
    'system interface * secondaryip *',
    'system interface * ipv6',
    'system interface * ipv6 ip6-extra-addr *',
  ])
    for (const row of rowsOf(to, table)) addAddress(to, faces, row);
  to.draft.interfaces.push(...faces.values());
  for (const row of rowsOf(to, 'system interface *'))
    if (switched(row, 'ips-sniffer-mode'))
      addMirror(to, row, { type: 'ips-sniffer', source: row.names[0] ?? '', destination: null });
  for (const table of ['system virtual-switch *', 'system switch-interface *'])
    for (const row of rowsOf(to, table))
      if (switched(row, 'span'))
        addMirror(to, row, {
          type: 'span',
          source: value(row, 'span-source-port') ?? '',
          destination: value(row, 'span-dest-port'),
        });
}

function faceOf(to: FortiScope, row: Row): Interface {
  const name = row.names[0] ?? '';
  const discovery: Record<string, boolean> = {};
  const lldp = switched(row, 'lldp-transmission');
  if (lldp !== null) discovery.lldp = lldp;
  const addresses = ['ip', 'management-ip'].map((attribute) => hostCidr(words(row, attribute)));
  const vdom = value(row, 'vdom');
  const vrf = value(row, 'vrf');
  const flow = ['netflow', 'sflow'].filter(
    (kind) => !['disable', null].includes(value(row, `${kind}-sampler`)),
  );
  return {
    ...atBlock(row.block, to.tree),
    name,
    role: roleOf(row, name),
    addresses: addresses.filter((address) => address !== null),
    vrf: vrf !== null && vrf !== '0' ? vrf : vdom === 'root' ? null : vdom,
    description: value(row, 'description') ?? value(row, 'alias'),
    shutdown: value(row, 'status') === 'down',
    discovery,
    flow,
  };
}

function roleOf(row: Row, name: string): Interface['role'] {
  const type = value(row, 'type');
  if (type === 'loopback') return 'loopback';
  if (type === 'tunnel' || type === 'vxlan' || type === 'geneve') return 'tunnel';
  return value(row, 'dedicated-to') === 'management' || /^mgmt\d?$/.test(name) ? 'management' : 'other';
}

function addAddress(to: FortiScope, faces: Map<string, Interface>, row: Row): void {
  const name = row.names[0] ?? '';
  const bare = { ...row, names: [name], values: new Map() };
  // An interface of which nothing else is set.
  const face = faces.get(name) ?? faceOf(to, { ...bare, block: row.block.parent ?? row.block });
  const address =
    hostCidr(words(row, 'ip')) ?? hostCidr(words(row, 'ip6-address')) ?? hostCidr(words(row, 'prefix'));
  if (address) faces.set(name, { ...face, addresses: [...face.addresses, address] });
}

function addMirror(
  to: FortiScope,
  row: Row,
  mirror: { type: string; source: string; destination: string | null },
): void {
  const place = at(row.block);
  to.draft.mirrors.push({
    ...place,
    name: row.names[0] ?? '',
    ...mirror,
    destination: end(mirror.destination),
  });
}
