import { canonicalIp } from '../../../../base/ip.ts';
import type { Interface } from '../../../../model/device-facts.ts';
import { disabled, type Feature } from '../command.ts';
import type { RosCommand, RosScope } from '../scope.ts';
import { network } from './system.ts';

const end = (text: string | undefined): string | null => {
  if (text === undefined || text === '' || text === '0.0.0.0' || text === '::') return null;
  return canonicalIp(text.replace(/\/\d+$/, '')) ?? text;
};

function open(command: RosCommand, name: string, role: Interface['role'] = 'other'): Interface {
  const { at, to } = command;
  const known = to.faces.get(name);
  const face: Interface = known
    ? {
        ...known,
        lineEnd: Math.max(known.lineEnd, at.lineEnd),
        role: known.role === 'other' ? role : known.role,
      }
    : {
        ...at,
        name,
        role,
        addresses: [],
        vrf: null,
        description: null,
        shutdown: false,
        discovery: {},
        flow: [],
      };
  to.faces.set(name, face);
  return face;
}

const face: Feature = (command) => {
  const { values, target, to } = command;
  const name = values.get('name') ?? target;
  if (!name) return;
  const made = open(command, name, /^(?:lo\d*|loopback\w*)$/i.test(name) ? 'loopback' : 'other');
  to.faces.set(name, {
    ...made,
    description: values.get('comment') ?? made.description,
    shutdown: made.shutdown || disabled(command),
  });
};

const address: Feature = (command) => {
  const { values, to } = command;
  const name = values.get('interface');
  const text = values.get('address');
  if (!name || !text || disabled(command)) return;
  const made = open(command, name);
  const cidr = text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;
  to.faces.set(name, { ...made, addresses: [...made.addresses, cidr] });
};

const vrf: Feature = ({ values, to }) => {
  for (const name of (values.get('interfaces') ?? '').split(','))
    if (name !== '') to.vrfs.set(name, values.get('name') ?? '');
};

const tunnel =
  (mode: string): Feature =>
  (command) => {
    const { at, values, to } = command;
    const name = values.get('name') ?? command.target ?? mode;
    face(command);
    open(command, name, 'tunnel');
    const destination = end(
      values.get('remote-address') ??
        values.get('connect-to') ??
        values.get('remote-peer') ??
        values.get('peer'),
    );
    const source = end(values.get('local-address')) ?? values.get('interface') ?? null;
    to.draft.tunnels.push({ ...at, name, mode, source, destination, shutdown: disabled(command) });
  };

const wireguardPeer: Feature = (command) => {
  const { at, values, to } = command;
  const name = `${values.get('interface') ?? ''} ${values.get('name') ?? values.get('comment') ?? ''}`.trim();
  to.draft.tunnels.push({
    ...at,
    name,
    mode: 'wireguard',
    source: values.get('interface') ?? null,
    destination: end(values.get('endpoint-address')),
    shutdown: disabled(command),
  });
};

const ipsecPeer: Feature = (command) => {
  const { at, values, to } = command;
  const name = values.get('name') ?? values.get('address') ?? '';
  to.draft.tunnels.push({
    ...at,
    name,
    mode: 'ipsec',
    source: end(values.get('local-address')),
    destination: network(values.get('address') ?? '') === 'any' ? null : end(values.get('address')),
    shutdown: disabled(command),
  });
  const mode = values.get('exchange-mode');
  if (mode) to.draft.crypto.push({ ...at, area: 'ike', subject: name, part: 'mode', value: mode });
};

const CHOICES = {
  'hash-algorithm': 'mac',
  'enc-algorithm': 'cipher',
  'dh-group': 'group',
  'auth-algorithms': 'mac',
  'enc-algorithms': 'cipher',
  'pfs-group': 'group',
  'prf-algorithm': 'prf',
  'auth-method': 'authentication',
} as const;

const choices =
  (area: 'ike' | 'ipsec'): Feature =>
  ({ at, values, target, to }) => {
    const subject = values.get('name') ?? target ?? '';
    for (const [attribute, part] of Object.entries(CHOICES))
      for (const value of (values.get(attribute) ?? '').split(','))
        if (value !== '')
          to.draft.crypto.push({ ...at, area, subject, part, value: value === 'null' ? 'none' : value });
  };

const route: Feature = (command) => {
  const { at, values, to } = command;
  if (disabled(command)) return;
  const prefix = values.get('dst-address') ?? (values.get('gateway')?.includes(':') ? '::/0' : '0.0.0.0/0');
  const via = values.get('gateway') ?? values.get('type') ?? 'blackhole';
  const table =
    values.get('routing-table') ?? values.get('routing-mark') ?? values.get('vrf-interface') ?? null;
  to.draft.routes.push({ ...at, prefix, via, vrf: table === 'main' ? null : table });
};

const rule: Feature = (command) => {
  const { at, values, to } = command;
  if (disabled(command)) return;
  const acls = ['src-address', 'dst-address', 'routing-mark'].flatMap((attribute) =>
    values.has(attribute) ? [`${attribute} ${values.get(attribute)}`] : [],
  );
  const via = [values.get('table') ?? values.get('new-routing-mark') ?? values.get('route-dst')].filter(
    (part) => part !== undefined,
  );
  to.draft.policyRoutes.push({
    ...at,
    map: 'routing rule',
    sequence: to.draft.policyRoutes.length + 1,
    acls,
    via,
    where: [values.get('interface') ?? values.get('in-interface') ?? 'any'],
  });
};

const peer: Feature = (command) => {
  const { at, values, secrets, to } = command;
  const far = values.get('remote-address') ?? values.get('remote.address');
  if (!far || disabled(command)) return;
  const authenticated = secrets.has('tcp-md5-key');
  to.draft.routingPeers.push({
    ...at,
    protocol: 'bgp',
    address: end(far) ?? far,
    remoteAs: values.get('remote-as') ?? values.get('remote.as') ?? null,
    authenticated,
  });
  if (authenticated)
    to.draft.crypto.push({
      ...at,
      area: 'routing',
      subject: `bgp ${far}`,
      part: 'authentication',
      value: 'md5',
    });
};

const ospf: Feature = ({ at, values, to }) => {
  const value = values.get('authentication') ?? values.get('auth');
  if (value)
    to.draft.crypto.push({
      ...at,
      area: 'routing',
      subject: `ospf ${values.get('interface') ?? values.get('interfaces') ?? ''}`.trim(),
      part: 'authentication',
      value,
    });
};

const TUNNELS: Readonly<Record<string, string>> = {
  gre: 'gre ip',
  gre6: 'gre ipv6',
  ipip: 'ipip',
  ipipv6: 'ipip ipv6',
  eoip: 'eoip',
  eoipv6: 'eoip ipv6',
  '6to4': 'ipv6ip',
  vxlan: 'vxlan',
  vpls: 'mpls pseudowire',
  wireguard: 'wireguard',
  'l2tp-client': 'l2tp',
  'pptp-client': 'pptp',
  'sstp-client': 'sstp',
  'ovpn-client': 'openvpn',
  'l2tp-ether': 'l2tp ether',
  zerotier: 'zerotier',
};
const FACES =
  'ethernet bridge vlan bonding vrrp pppoe-client macvlan wireless wifi wifiwave2 lte veth dot1x macsec list';

/** What each menu of the network means. */
export const NETWORK: Readonly<Record<string, Feature>> = {
  ...Object.fromEntries(
    Object.entries(TUNNELS).flatMap(([menu, mode]) =>
      ['add', 'set'].map((verb) => [`interface ${menu} ${verb}`, tunnel(mode)]),
    ),
  ),
  ...Object.fromEntries(
    FACES.split(' ')
      .filter((menu) => menu !== 'list')
      .flatMap((menu) => ['add', 'set'].map((verb) => [`interface ${menu} ${verb}`, face])),
  ),
  'interface wireguard peers add': wireguardPeer,
  'interface vxlan vteps add': (command) =>
    tunnel('vxlan')({
      ...command,
      values: new Map([
        ...command.values,
        ['name', command.values.get('interface') ?? 'vxlan'],
        ['remote-address', command.values.get('remote-ip') ?? ''],
      ]),
    }),
  'ip address add': address,
  'ipv6 address add': address,
  'ip vrf add': vrf,
  'ip route vrf add': vrf,
  'ip ipsec peer add': ipsecPeer,
  'ip ipsec profile add': choices('ike'),
  'ip ipsec profile set': choices('ike'),
  'ip ipsec proposal add': choices('ipsec'),
  'ip ipsec proposal set': choices('ipsec'),
  'ip ipsec identity add': choices('ike'),
  'ip route add': route,
  'ipv6 route add': route,
  'routing rule add': rule,
  'ip route rule add': rule,
  'routing bgp peer add': peer,
  'routing bgp connection add': peer,
  'routing ospf interface add': ospf,
  'routing ospf interface-template add': ospf,
};

/** Hands over the interfaces once all commands have told of them. */
export function settleFaces(to: RosScope): void {
  for (const each of to.faces.values())
    to.draft.interfaces.push({ ...each, vrf: to.vrfs.get(each.name) ?? each.vrf });
}
