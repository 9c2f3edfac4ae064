import { canonicalIp } from '../../../../base/ip.ts';
import type { AclEntry } from '../../../../model/device-facts.ts';
import { scrub } from '../../../kit/scrub.ts';
import { disabled, type Feature, said } from '../command.ts';
import type { RosCommand, RosScope } from '../scope.ts';
import { guard, network, service } from './system.ts';

const lines = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[\r\n]+/)
    .map((line) => scrub(line.trim()))
    .filter((line) => line !== '');

const script =
  (kind: 'scheduler' | 'eem', attributes: string): Feature =>
  (command) => {
    const { at, values, target, to } = command;
    const names = attributes.split(' ');
    const when = ['start-time', 'start-date', 'interval', 'host', 'policy'].flatMap((attribute) =>
      values.has(attribute) ? [`${attribute} ${values.get(attribute)}`] : [],
    );
    const body = names.flatMap((attribute) => lines(values.get(attribute)));
    if (body.length > 0)
      to.draft.scripts.push({
        ...at,
        kind,
        name: values.get('name') ?? target ?? values.get('host') ?? '',
        body: [...when, ...(disabled(command) ? ['disabled'] : []), ...body],
      });
  };

const mirror =
  (type: string, from: string, to: string): Feature =>
  (command) => {
    const { at, values, target } = command;
    const destination = values.get(to);
    if (
      !destination ||
      destination === 'none' ||
      disabled(command) ||
      said(command, 'streaming-enabled') === false
    )
      return;
    const source =
      from
        .split(' ')
        .flatMap((attribute) => values.get(attribute) ?? [])
        .join(' ') || null;
    command.to.draft.mirrors.push({
      ...at,
      name: values.get('name') ?? target ?? type,
      type,
      source,
      destination: canonicalIp(destination) ?? destination,
    });
  };

const mangle: Feature = (command) => {
  const action = command.values.get('action');
  if (action === 'sniff-tzsp' || action === 'sniff-pc')
    mirror('tzsp', 'chain src-address dst-address in-interface', 'sniff-target')(command);
};

const list: Feature = (command) => {
  const { values, to } = command;
  const name = values.get('list');
  const source = network(values.get('address') ?? '');
  if (!name || !source || disabled(command)) return;
  const known = to.lists.get(name);
  if (known) known.push(source);
  else to.lists.set(name, [source]);
};

const filter: Feature = (command) => {
  if (command.values.get('chain') === 'input' && !disabled(command)) command.to.input.push(command);
};

/** Most entries that the guard of the device may have once its lists are written out. */
const MOST = 20_000;

/** The chain `input` decides who reaches the device itself. */
export function settleInput(to: RosScope): void {
  const entries = to.input.flatMap((command) => entriesOf(command)).slice(0, MOST);
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return;
  const place = { line: first.line, lineEnd: last.lineEnd };
  to.draft.acls.push({ ...place, name: 'filter input', family: 'ipv4', entries });
  to.draft.aclBindings.push({ ...place, acl: 'filter input', where: 'copp', direction: 'in' });
}

const ACTIONS: Readonly<Record<string, 'permit' | 'deny'>> = {
  accept: 'permit',
  drop: 'deny',
  reject: 'deny',
  tarpit: 'deny',
};

function entriesOf({ at, values, to }: RosCommand): AclEntry[] {
  const action = ACTIONS[values.get('action') ?? 'accept'];
  if (!action) return [];
  const named = values.get('src-address-list');
  const conditions = [
    'dst-port',
    'src-port',
    'connection-state',
    'in-interface',
    'in-interface-list',
    'dst-address',
    'dst-address-list',
    'icmp-options',
  ];
  const ports =
    conditions
      .flatMap((attribute) => (values.has(attribute) ? [`${attribute} ${values.get(attribute)}`] : []))
      .join(' ') || null;
  const base = {
    ...at,
    action,
    protocol: values.get('protocol') ?? 'ip',
    destination: 'any',
    ports,
    log: values.get('log') === 'yes',
  };
  if (named === undefined)
    return [
      { ...base, source: network(values.get('src-address') ?? '') ?? values.get('src-address') ?? 'any' },
    ];
  const networks = to.lists.get(named);
  if (!networks) return [{ ...base, source: `host-group ${named.replace('!', 'not ')}` }];
  return networks.map((source) => ({ ...base, source, through: named }));
}

const community: Feature = (command) => {
  const { at, values, to } = command;
  const text = values.get('name');
  const acl = guard(command, 'addresses', `snmp community ${to.draft.snmp.communities.length + 1}`);
  const level = { none: 'noauth', authorized: 'auth', private: 'priv' }[values.get('security') ?? ''] as
    | 'noauth'
    | 'auth'
    | 'priv'
    | undefined;
  const access = said(command, 'write-access') === true ? 'rw' : 'ro';
  if (level === 'auth' || level === 'priv') {
    const name = `community ${to.draft.snmp.users.length + 1}`;
    const [auth, priv] = ['authentication-protocol', 'encryption-protocol'].map(
      (attribute) => values.get(attribute)?.toLowerCase() ?? null,
    );
    to.draft.snmp.users.push({
      ...at,
      name,
      group: name,
      auth: auth ?? null,
      priv: level === 'priv' ? (priv ?? null) : null,
    });
    to.draft.snmp.groups.push({
      ...at,
      name,
      version: 'v3',
      level,
      read: null,
      write: access === 'rw' ? 'all' : null,
      acl,
    });
    for (const [part, value] of [
      ['authentication', auth],
      ['cipher', priv],
    ] as const)
      if (value) to.draft.crypto.push({ ...at, area: 'snmp', subject: name, part, value });
  } else if (text) {
    const secret = to.secrets.keep(
      { use: 'snmp community', type: 'community', strength: 'plaintext', text },
      at,
    );
    to.draft.snmp.communities.push({
      ...at,
      secret,
      access,
      acl,
      view: null,
      wellKnown: /^(?:public|private)$/i.test(text),
    });
  }
};

const snmp: Feature = (command) => {
  const { at, values, to } = command;
  const enabled = said(command, 'enabled');
  if (enabled !== null) service(command, 'snmp', { enabled, detail: 'agent' });
  const text = values.get('trap-community');
  if (text) to.secrets.keep({ use: 'snmp community', type: 'community', strength: 'plaintext', text }, at);
  for (const target of (values.get('trap-target') ?? '').split(','))
    if (target !== '')
      to.draft.snmp.hosts.push({
        ...at,
        address: canonicalIp(target) ?? target,
        version:
          values.get('trap-version') === '3' ? 'v3' : values.get('trap-version') === '1' ? 'v1' : 'v2c',
      });
};

const logAction: Feature = (command) => {
  const { at, values, to } = command;
  const address = values.get('remote');
  if (!address || address === '0.0.0.0') return;
  to.draft.logging.enabled = true;
  to.draft.logging.hosts.push({
    ...at,
    address: canonicalIp(address) ?? address,
    transport: values.get('remote-protocol') ?? null,
    vrf: values.get('vrf') ?? null,
  });
};

const flow: Feature = ({ at, values, to }) => {
  const address = values.get('dst-address') ?? values.get('address');
  if (address)
    to.draft.flowCollectors.push({
      ...at,
      address: address.replace(/:\d+$/, ''),
      source: values.get('src-address') ?? null,
    });
};

/** What each menu means that watches, guards or acts by itself. */
export const WATCH: Readonly<Record<string, Feature>> = {
  'system script add': script('eem', 'source'),
  'system scheduler add': script('scheduler', 'on-event'),
  'tool netwatch add': script('eem', 'up-script down-script test-script'),
  'ip dhcp-client add': script('eem', 'script'),
  'ppp profile add': script('eem', 'on-up on-down'),
  'ppp profile set': script('eem', 'on-up on-down'),
  'ip dhcp-server add': script('eem', 'lease-script'),
  'tool sniffer set': mirror('sniffer', 'filter-interface filter-ip-address', 'streaming-server'),
  'ip firewall mangle add': mangle,
  'ipv6 firewall mangle add': mangle,
  'interface ethernet switch set': mirror('span', 'mirror-source', 'mirror-target'),
  'ip firewall address-list add': list,
  'ipv6 firewall address-list add': list,
  'ip firewall filter add': filter,
  'snmp community add': community,
  'snmp community set': community,
  'snmp set': snmp,
  'system logging action add': logAction,
  'system logging action set': logAction,
  'ip traffic-flow target add': flow,
};
