import { deviceNamed } from '../fleet/fleet.ts';
import { managementPort, vrfCommand } from './interfaces.ts';
import type { ConfigState, Tunnel } from './state.ts';

const instance = (state: ConfigState): string[] =>
  state.device.os === 'ios'
    ? ['ip vrf Mgmt-intf', '!']
    : ['vrf definition Mgmt-intf', ' !', ' address-family ipv4', ' exit-address-family', ' !', '!'];

const tunnelLines = (tunnel: Tunnel): string[] => [
  `interface Tunnel${tunnel.number}`,
  ...(tunnel.description === undefined ? [] : [` description ${tunnel.description}`]),
  ` ip address ${tunnel.address} 255.255.255.252`,
  ` tunnel source ${tunnel.source}`,
  ` tunnel destination ${tunnel.destination}`,
  '!',
];

const loopbacks = (state: ConfigState): string[] => [
  'interface Loopback0',
  ' description router id and management source',
  ` ip address ${state.device.loopback} 255.255.255.255`,
  '!',
  ...(state.loopback1 === undefined
    ? []
    : [
        'interface Loopback1',
        ' description rendezvous point',
        ` ip address ${state.loopback1} 255.255.255.255`,
        '!',
      ]),
];

const linkLines = (state: ConfigState): string[] =>
  state.interfaces.flatMap((link) => [
    `interface ${link.name}`,
    ` description ${link.description}`,
    ...(state.device.role === 'sw' ? [' no switchport'] : []),
    ` ip address ${link.address} ${link.mask}`,
    ' no ip redirects',
    ' no ip proxy-arp',
    ...(link.kind !== 'core' || state.device.role === 'p' ? [' ip access-group EDGE-IN in'] : []),
    ...(link.kind === 'core' ? [' ip ospf network point-to-point', ' ip ospf 100 area 0', ' mpls ip'] : []),
    ...(link.kind === 'customer' ? [' ip verify unicast source reachable-via rx'] : []),
    ...(state.device.flow === 'v5' ? [' ip flow ingress'] : []),
    ...(state.device.flow === 'v9' || state.device.flow === 'ipfix'
      ? [' ip flow monitor HT-EDGE input']
      : []),
    '!',
  ]);

/** Routing instances and every interface. */
export function interfaceLines(state: ConfigState): string[] {
  const { device } = state;
  return [
    ...instance(state),
    ...loopbacks(state),
    ...state.tunnels.flatMap(tunnelLines),
    ...linkLines(state),
    `interface ${managementPort(device)}`,
    ' description out-of-band management',
    ` ${vrfCommand(device)} Mgmt-intf`,
    ` ip address ${device.mgmt} 255.255.255.0`,
    ' negotiation auto',
    '!',
  ];
}

const REFLECTORS = ['p-chi-01', 'p-det-01'];

const bgpLines = (state: ConfigState): string[] => {
  const { device } = state;
  if (device.role === 'ce' || device.role === 'sw') return [];
  const inside = REFLECTORS.filter((name) => name !== device.name).map((name) => deviceNamed(name).loopback);
  const peers = state.interfaces.filter((link) => link.kind === 'peer');
  return [
    'router bgp 64496',
    ` bgp router-id ${device.loopback}`,
    ' bgp log-neighbor-changes',
    ' neighbor HT-IBGP peer-group',
    ' neighbor HT-IBGP remote-as 64496',
    ' neighbor HT-IBGP update-source Loopback0',
    ...inside.map((address) => ` neighbor ${address} peer-group HT-IBGP`),
    ...peers.flatMap((link) => [
      ` neighbor ${link.neighbour} remote-as 64${500 + device.index}`,
      ` neighbor ${link.neighbour} description ${link.description}`,
      ` neighbor ${link.neighbour} ttl-security hops 1`,
    ]),
    '!',
  ];
};

/** Routing protocols and static routes. */
export function routingLines(state: ConfigState): string[] {
  return [
    'router ospf 100',
    ` router-id ${state.device.loopback}`,
    ' passive-interface default',
    ...state.interfaces
      .filter((link) => link.kind === 'core')
      .map((link) => ` no passive-interface ${link.name}`),
    '!',
    ...bgpLines(state),
    `ip route vrf Mgmt-intf 10.250.0.0 255.255.0.0 ${state.device.mgmt.replace(/\.\d+$/, '.254')}`,
    ...state.routes,
    '!',
  ];
}
