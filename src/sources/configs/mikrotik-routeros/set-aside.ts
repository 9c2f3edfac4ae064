import type { PathBook } from '../kit/path-book.ts';
import type { RosScope } from './scope.ts';

/** Menus that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  'policy for traffic through the device':
    'ip firewall nat, ip firewall raw, ip firewall layer7-protocol, ip firewall service-port, ip firewall connection, ' +
    'ipv6 firewall nat, ipv6 firewall raw, ipv6 firewall filter, interface bridge filter, interface bridge nat, queue, mpls, ip firewall mangle, ipv6 firewall mangle',
  'interface setting':
    'interface bridge port, interface bridge settings, interface bridge vlan, interface bridge msti, interface bridge host, interface bridge mdb, interface bridge port-controller, interface ethernet switch port, interface ethernet switch vlan, interface ethernet poe, ' +
    'interface list, interface wireless, interface wifi, interface wifiwave2, caps-man, interface detect-internet, interface lte, interface ethernet switch, ' +
    'interface ppp-client, interface ppp-server, interface pppoe-server, interface traffic-eng, interface virtual-ethernet, port, interface bonding monitor-slaves, interface 6to4, interface dot1x, interface ovpn-server, interface pptp-server, interface sstp-server, interface l2tp-server, interface mesh',
  'address setting':
    'ip pool, ipv6 pool, ip dhcp-server, ipv6 dhcp-server, ip dhcp-client, ipv6 dhcp-client, ip dhcp-relay, ipv6 dhcp-relay, ip arp, ip settings, ipv6 settings, ipv6 nd, ip hotspot, ip kid-control, ip nat-pmp, ipv6 address set',
  'name resolution': 'ip dns static, ip dns forwarders, ip dns adlist',
  'routing setting':
    'routing bgp instance, routing bgp network, routing bgp template, routing bgp aggregate, routing bgp vpnv4-route, routing bgp vpn, routing bgp evpn, routing ospf, routing ospf-v3, routing rip, routing ripng, ' +
    'routing filter, routing table, routing id, routing isis, routing bfd, routing igmp-proxy, routing pimsm, routing pim, routing rpki, routing mme, routing settings, routing gmp, ip route cache, routing prefix-lists',
  'setting of IKE or IPsec':
    'ip ipsec policy, ip ipsec mode-config, ip ipsec settings, ip ipsec key, ip ipsec peer set, ip ipsec identity set',
  'PPP setting': 'ppp secret, ppp aaa, ppp profile, ppp l2tp-secret',
  'logging setting': 'system logging add, system logging set, log',
  'flow setting': 'ip traffic-flow set, ip traffic-flow ipfix',
  certificate: 'certificate',
  'platform setting':
    'system routerboard, system health, system leds, system note, system upgrade, system watchdog, system package, system resource, system console, system license, system ups, system gps, system hardware, disk, file, ' +
    'system lcd, lcd, system swos, system clock manual, dude, user-manager, tool e-mail, tool graphing, tool sms, tool traffic-generator, tool traffic-monitor, tool calea, iot, special-login, user settings, user-group, zerotier, app, system device-mode, openflow, partitions, rose-storage, ip media, ip cloud advanced, ip reverse-proxy, ip ssh client, tool profile, tool speed-test, console settings, console, ip packing, ip accounting, task, system ntp key',
};

/** Adds the families; commands that are read have longer patterns. */
export function addSetAside(book: PathBook<RosScope>): void {
  for (const [reason, patterns] of Object.entries(FAMILIES)) book.aside(reason, patterns);
}
