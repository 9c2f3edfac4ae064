import type { FactArea } from '../../../model/device-facts.ts';

/** Words that make an unread statement matter to an area of facts. */
const GUARDS: Readonly<Partial<Record<FactArea, string>>> = {
  tunnels: 'tunnel gre mgre ipip l2tp l2tpv3 nhrp dmvpn vxlan tunnels',
  crypto: 'ipsec crypto isakmp ike ikev2 keyring pre-shared-key certificate',
  users: 'username user users privilege sudo enable admin api-user accprofile',
  aaa: 'aaa tacacs tacacs+ radius authentication authorization accounting tacacs-server radius-server server-private',
  lines: 'line vty vty-pool transport exec-timeout rotary access-class console',
  services:
    'allowaccess ssh telnet http https ftp tftp tftp-server scp rcmd netconf restconf vstack service server grpc telemetry xml management-plane feature nxapi',
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

/** The same for SR OS. */
const SROS: Readonly<Partial<Record<FactArea, string>>> = {
  tunnels: 'sdp spoke-sdp ip-tunnel ipsec-tunnel gre-tunnel',
  users: 'local-user user-params',
  services: 'telnet-server ftp-server grpc grpc-tunnel telemetry management-interface login-control',
  acls: 'ip-filter ipv6-filter cpm-filter management-access-filter match-list',
  snmp: 'snmp-trap-group usm-community',
  logging: 'log-id event-control',
  mirrors: 'li li-source mirror-dest mirror-source',
  scripts:
    'cron script-control script-policy event-handler python python-script boot-good-exec boot-bad-exec',
  routes: 'static-route-entry static-routes static-route',
  'flow-export': 'cflowd',
};

/** The same for VRP. */
const VRP: Readonly<Partial<Record<FactArea, string>>> = {
  tunnels: 'l2tp-group vsi nve',
  users: 'super manager-user',
  aaa: 'hwtacacs hwtacacs-server hwtacacs-mode recording-scheme authentication-scheme',
  lines: 'user-interface',
  services: 'stelnet sftp snetconf web-manager cwmp',
  acls: 'packet-filter cpu-defend',
  snmp: 'snmp-agent',
  logging: 'info-center loghost',
  time: 'ntp-service',
  mirrors: 'observe-port observing-port observe-server port-mirroring mirroring lawful-interception',
  scripts: 'assistant ops script-assistant schedule',
  routes: 'route-static policy-based-route',
  'flow-export': 'netstream sflow',
};

const AREA_OF: ReadonlyMap<string, FactArea> = new Map(
  [JUNOS, SROS, VRP, GUARDS]
    .flatMap((words) => Object.entries(words))
    .flatMap(([area, words]) => words.split(' ').map((word) => [word, area as FactArea] as const)),
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
