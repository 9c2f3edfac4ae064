import { SERVERS } from '../fleet/people.ts';
import { managementPort } from './interfaces.ts';
import { engineId, hashedSecret, REUSED_COMMUNITY, type7 } from './secrets.ts';
import type { ConfigState } from './state.ts';

const httpLines = (state: ConfigState): string[] => {
  if (!state.device.weak.includes('http-open')) return ['no ip http server', 'no ip http secure-server'];
  const port = state.httpSecurePort === undefined ? [] : [`ip http secure-port ${state.httpSecurePort}`];
  return ['ip http server', 'ip http authentication local', ...port, 'ip http secure-server'];
};

/** Web, SSH and file-transfer services. */
export function serviceLines(state: ConfigState): string[] {
  const { device } = state;
  return [
    ...httpLines(state),
    'ip ssh time-out 60',
    'ip ssh authentication-retries 3',
    ...(state.sshSource === undefined ? [] : [`ip ssh source-interface ${state.sshSource}`]),
    'ip ssh version 2',
    'ip ssh server algorithm encryption aes256-gcm aes256-ctr',
    'ip ssh server algorithm mac hmac-sha2-512 hmac-sha2-256',
    ...(device.weak.includes('vstack') ? [] : ['no vstack']),
    'no ip bootp server',
    '!',
  ];
}

const FLOW_MONITOR = [
  'flow record HT-RECORD',
  ' match ipv4 protocol',
  ' match ipv4 source address',
  ' match ipv4 destination address',
  ' match transport source-port',
  ' match transport destination-port',
  ' match interface input',
  ' collect counter bytes long',
  ' collect counter packets long',
  '!',
];

/** Flow export, in the form the platform knows. */
export function flowLines(state: ConfigState): string[] {
  const { device } = state;
  if (device.flow === 'none') return [];
  if (device.flow === 'v5') {
    return [
      'ip flow-export source Loopback0',
      'ip flow-export version 5',
      `ip flow-export destination ${SERVERS.flowCollector} 2055`,
      '!',
    ];
  }
  return [
    ...FLOW_MONITOR,
    'flow exporter HT-COLLECTOR',
    ` destination ${SERVERS.flowCollector}`,
    ' source Loopback0',
    ` transport udp ${device.flow === 'ipfix' ? 4739 : 2055}`,
    ` export-protocol ${device.flow === 'ipfix' ? 'ipfix' : 'netflow-v9'}`,
    ' template data timeout 600',
    '!',
    'flow monitor HT-EDGE',
    ' exporter HT-COLLECTOR',
    ' record HT-RECORD',
    '!',
  ];
}

const communities = (state: ConfigState): string[] => {
  if (state.device.weak.includes('snmp-rw')) return [`snmp-server community ${REUSED_COMMUNITY} RW`];
  if (state.device.weak.includes('snmp-ro')) return [`snmp-server community ${REUSED_COMMUNITY} RO 20`];
  return [];
};

// What strangers may not ask of the devices themselves.
const EDGE_FILTER = [
  'ip access-list extended EDGE-IN',
  ' 10 permit tcp any any established',
  ' 20 deny   tcp any 10.255.0.0 0.0.255.255 log',
  ' 30 deny   udp any 10.255.0.0 0.0.255.255 log',
  ' 40 permit ip any any',
  '!',
];

/** Logging and SNMP. */
export function monitoringLines(state: ConfigState): string[] {
  const { device } = state;
  return [
    'logging buffered 512000 informational',
    'logging trap informational',
    'logging source-interface Loopback0',
    ...state.logHosts.map((host) => `logging host ${host}`),
    '!',
    'ip access-list standard 20',
    ...state.acl20.map((entry, i) => ` ${(i + 1) * 10} ${entry}`),
    ` ${(state.acl20.length + 1) * 10} deny   any log`,
    '!',
    'ip access-list standard 30',
    ` 10 permit ${SERVERS.nms}`,
    ' 20 deny   any log',
    '!',
    ...EDGE_FILTER,
    `snmp-server engineID local ${engineId(device)}`,
    'snmp-server view HT-VIEW iso included',
    'snmp-server view HT-VIEW ciscoTap2MIB excluded',
    'snmp-server group HT-NMS v3 priv read HT-VIEW access 30',
    ...communities(state),
    `snmp-server trap-source ${managementPort(device)}`,
    `snmp-server location ${device.site.toUpperCase()} harbor hall, synthetic`,
    'snmp-server contact noc@harbor-telecom.example +1 312 555 0142',
    `snmp-server host ${SERVERS.nms} vrf Mgmt-intf version 3 priv htnms`,
    '!',
  ];
}

/** Banner, console and terminal lines, time servers. */
export function lineLines(state: ConfigState): string[] {
  const { device } = state;
  const guarded = device.weak.includes('vty-open') ? [] : [' access-class 20 in vrf-also'];
  const vty = [...guarded, ' exec-timeout 10 0', ' transport input ssh', ' transport output none'];
  const typed = device.weak.includes('type7')
    ? [` password 7 ${type7('notArealpassword', 4 + (device.index % 9))}`]
    : [];
  return [
    'banner login ^C',
    'Synthetic device of an invented carrier. Authorised use only.',
    '^C',
    '!',
    'line con 0',
    ' exec-timeout 10 0',
    ' login authentication CONSOLE',
    ' stopbits 1',
    'line aux 0',
    ' no exec',
    ' transport output none',
    'line vty 0 4',
    ...typed,
    ...vty,
    'line vty 5 15',
    ...vty,
    '!',
    `ntp source ${managementPort(device)}`,
    ...SERVERS.ntp.map((server, i) => `ntp server vrf Mgmt-intf ${server}${i === 0 ? ' prefer' : ''}`),
    '!',
    'end',
  ];
}

/** A secret of one account of the intruder, in the form the web interface's service wrote it. */
export const INTRUDER_SECRET: string = hashedSecret(8, 'svc_netmon');
