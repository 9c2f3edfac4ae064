import type { FactArea } from '../../../model/device-facts.ts';

/** Words that make an unread statement matter to an area of facts. */
const GUARDS: Readonly<Partial<Record<FactArea, string>>> = {
  tunnels: 'tunnel gre mgre ipip l2tp l2tpv3 nhrp dmvpn vxlan tunnels',
  crypto: 'ipsec crypto isakmp ike ikev2 keyring pre-shared-key certificate',
  users: 'username user users privilege sudo enable',
  aaa: 'aaa tacacs tacacs+ radius authentication authorization accounting tacacs-server radius-server server-private',
  lines: 'line vty vty-pool transport exec-timeout rotary access-class console',
  services:
    'ssh telnet http https ftp tftp tftp-server scp rcmd netconf restconf vstack service server grpc telemetry xml management-plane feature nxapi',
  acls: 'access-list access-group permit deny acl traffic-filter object-group',
  snmp: 'snmp snmp-server community',
  logging: 'logging archive syslog log',
  time: 'ntp sntp clock',
  mirrors: 'monitor monitor-session mirror span erspan rspan traffic-export capture intercept',
  containers: 'iox app-hosting guestshell virtual-service container docker appmgr tpa linux',
  scripts: 'event kron tclsh tcl scheduler eem applet script',
  interfaces: 'interface address shutdown',
  routing: 'router neighbor bgp ospf eigrp isis',
  'flow-export': 'flow netflow exporter exporter-map collector sampler',
  software: 'boot image',
};

/** The same for Junos, which writes plurals and long words. */
const JUNOS: Readonly<Partial<Record<FactArea, string>>> = {
  crypto: 'macsec pki certificates security-association authentication-key-chains',
  users: 'login root-authentication',
  aaa: 'tacplus tacplus-server radius-options tacplus-options authentication-order',
  services:
    'services finger web-management xnm-clear-text xnm-ssl extension-service outbound-ssh outbound-https grpc flow-tap ' +
    'radius-flow-tap dynamic-flow-capture',
  acls: 'firewall prefix-list',
  mirrors: 'port-mirroring port-mirror analyzer next-hop-group packet-capture',
  scripts: 'event-options event-script scripts',
  'flow-export': 'sampling flow-server inline-jflow sflow',
};

const AREA_OF: ReadonlyMap<string, FactArea> = new Map(
  [...Object.entries(JUNOS), ...Object.entries(GUARDS)].flatMap(([area, words]) =>
    words.split(' ').map((word) => [word, area as FactArea] as const),
  ),
);

/** The area that an unread statement may belong to, by the first of its words that guards one; null when none does. */
export function guardedArea(words: readonly string[]): FactArea | null {
  const [first, second] = words;
  if ((first === 'ip' || first === 'ipv6') && second === 'route') return 'routes';
  for (const word of words) {
    const area = AREA_OF.get(word);
    if (area) return area;
  }
  return null;
}
