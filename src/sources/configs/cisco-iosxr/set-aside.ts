import type { RuleBook } from '../kit/rules.ts';
import type { Scope } from './scope.ts';

/** Families of statements that are known and that no question of ours turns on, by reason. */
const FAMILIES: Readonly<Record<string, string>> = {
  banner: 'banner',
  'routing policy':
    'route-policy, end-policy, prefix-set, community-set, as-path-set, extcommunity-set, rd-set, ospf-area-set, end-set, ' +
    'large-community-set, mac-set, tag-set, esi-set, etag-set, policy-global, end-global, track, object-tracking',
  'VRF and its route targets': 'vrf',
  'platform setting':
    'hw-module, fpd, redundancy, nsr, configuration, exception, controller, fault-manager, diagnostic, environment, power-mgr, ' +
    'frequency, clock-interface, ptp, network-clock, synchronous, lpts, cef, nv, satellite, oor, watchdog, ' +
    'memory, profile, qos, sdr, location, virtual-service, card-type, breakout, optics, alarm, fabric, selfping, ' +
    'boot, install, ztp, secure-ztp, license, smart-license, ipv4 netmask-format, process, lrm, sysdb, cpu, system, ' +
    'disk-backup, aps, sonet, g709, parser, commit, service unsupported-transceiver, sysmgr, accelerated-upgrade',
  'forwarding setting':
    'ipv4, ipv6, arp, tcp, udp, vrrp, hsrp, router-id, cgn, service-cgv6, lisp, nve, pseudowire-class, as-format, vlan, ' +
    'ipv4 virtual, ipv4 conflict-policy, ipv4 path-mtu, ipv4 assembler, ipv4 unnumbered, ipv4 unreachables, ' +
    'bundle, global, hash-polarity, tunnel-template, dynamic-tunnel, subscriber, pppoe, pool, radius-proxy, dynamic-template, aaa intercept',
  'quality of service': 'policy-map, end-policy-map, end-class-map',
  'management information': 'mibs, performance-mgmt, rmon, alias, prompt, macro, sysadmin, admin',
};

/** Adds the families; features that know a longer phrase go before them. */
export function addSetAside(book: RuleBook<Scope>): void {
  for (const [reason, phrases] of Object.entries(FAMILIES)) book.aside(reason, phrases);
}
