import { pushService } from '../../kit/cisco-services.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { type Scope } from '../scope.ts';

/** Features that open the device for management, run foreign programs or copy traffic, and the name of the service. */
const SERVICES: Readonly<Record<string, string>> = {
  telnet: 'telnet',
  ssh: 'ssh',
  nxapi: 'nxapi',
  'bash-shell': 'bash-shell',
  'scp-server': 'scp',
  'sftp-server': 'sftp-server',
  'ftp-server': 'ftp-server',
  'tftp-server': 'tftp-server',
  'http-server': 'http',
  netconf: 'netconf',
  restconf: 'restconf',
  grpc: 'gnmi',
  lldp: 'lldp',
  openflow: 'openflow',
  onep: 'onep',
  telemetry: 'telemetry',
  docker: 'docker',
  'container-tracker': 'container-tracker',
  'virtual-service': 'virtual-service',
  scheduler: 'scheduler',
  evmed: 'evmed',
  dhcp: 'dhcp',
  ldap: 'ldap',
  privilege: 'privilege-levels',
  'password encryption aes': 'password-encryption-aes',
  'signature-verification': 'signature-verification',
  poap: 'poap',
  'smart-install': 'smart-install',
};

/** Features of forwarding: what they do stands in statements of their own. */
const FORWARDING =
  'bgp ospf ospfv3 eigrp isis rip pim pim6 msdp igmp interface-vlan hsrp vrrp vrrpv3 glbp lacp udld vpc vtp bfd pbr dot1x fex ' +
  'fabric fabricpath fcoe fcoe-npv npv npiv fcsp fport-channel-trunk nv vn-segment-vlan-based mpls ldp segment-routing ' +
  'nat tunnel netflow sflow analytics macsec crypto ipp private-vlan port-security ptp itd lisp otv wccp cts tacacs+ radius ' +
  'sla catena plb smart-channel vmtracker interface-breakout eth-port-sec storm-control ethernet-link-oam evc ngoam ngmvpn ' +
  'hardware-telemetry mvpn mvrp ofm pong smartc icam iscsi imp ivr cluster sme port-track bulkstat dpp urib sap system ' +
  'nve evpn l2vpn tunnel-encryption hmm mlds xpath ethernet-switching epbr feature-set nbm event unicast srv6 tc-nbm ' +
  'dce vrf-lite cfs';

/** `feature NAME`: what the device can do at all. */
export function addFeatures(book: RuleBook<Scope>): void {
  for (const word of FORWARDING.split(' ')) book.add(`feature ${word}`, 'feature of forwarding');
  book
    .aside('feature of forwarding', 'feature-set, install feature-set, allow feature-set')
    .aside('feature of forwarding', 'feature vrrpv3, feature crypto ike, feature crypto ipsec');
  for (const [phrase, name] of Object.entries(SERVICES))
    book.add(`feature ${phrase}`, (line) => pushService(line, name));
}
