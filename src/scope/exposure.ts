import { canonicalIp } from '../base/ip.ts';
import type { DeviceFacts, Secret, SecretStrength } from '../model/device-facts.ts';
import type { Exposure, NamedPeer, Rotation, SecretPurpose } from '../model/exposure.ts';

/** What is asked: the configurations that were stolen, and all that we know beside them. */
export interface ExposureInput {
  readonly stolen: readonly DeviceFacts[];
  /** Configurations of the network that were not stolen, as far as we know. */
  readonly others: readonly DeviceFacts[];
}

const ORDER: readonly SecretPurpose[] = ['login', 'aaa', 'snmp', 'ipsec', 'routing', 'other'];
const WEAKEST: readonly SecretStrength[] = [
  'plaintext',
  'reversible',
  'weak',
  'unknown',
  'acceptable',
  'strong',
];
const PURPOSES: readonly (readonly [RegExp, SecretPurpose])[] = [
  [/^(?:user|enable|line|view|root|console|ftp|archive)\b/, 'login'],
  [/^(?:tacacs|radius|ldap)/, 'aaa'],
  [/^snmp/, 'snmp'],
  [/^(?:ike|ipsec|nhrp|psk|tunnel)/, 'ipsec'],
  [/^(?:bgp|ospf|isis|eigrp|rip|ldp|rsvp|hsrp|vrrp|glbp|key|ntp|bfd|msdp)/, 'routing'],
];

/** What a thief of these configurations holds, and what to change, in an order that locks nobody out. */
export function exposureOf({ stolen, others }: ExposureInput): Exposure {
  const owners = ownersOf([...stolen, ...others]);
  return {
    devices: stolen.map((facts) => ({
      name: nameOf(facts),
      platform: facts.platform,
      complete: facts.complete,
    })),
    rotation: rotationOf(stolen, others),
    systems: systemsOf(stolen),
    peers: stolen.flatMap((facts) => peersOf(facts, owners)),
    managementNetworks: managementOf(stolen),
    named: stolen.flatMap((facts) =>
      facts.interfaces.flatMap(({ name, description }) =>
        description === null ? [] : [{ device: nameOf(facts), interface: name, text: description }],
      ),
    ),
    unread: stolen.reduce((sum, facts) => sum + facts.unread.length, 0),
  };
}

function nameOf({ hostname, evidence }: DeviceFacts): string {
  return hostname ?? `unnamed-${evidence.slice(0, 8)}`;
}

function purposeOf({ use }: Secret): SecretPurpose {
  return PURPOSES.find(([form]) => form.test(use))?.[1] ?? 'other';
}

function rotationOf(stolen: readonly DeviceFacts[], others: readonly DeviceFacts[]): Rotation[] {
  const groups = new Map<string, { facts: DeviceFacts; secret: Secret }[]>();
  for (const facts of stolen)
    for (const secret of facts.secrets)
      groups.set(secret.group, [...(groups.get(secret.group) ?? []), { facts, secret }]);
  const elsewhere = holdersOf(others);
  const steps = [...groups].map(([group, held]): Rotation => {
    const names = unique(held.map(({ facts }) => nameOf(facts)));
    const purposes = held.map(({ secret }) => ORDER.indexOf(purposeOf(secret)));
    const strengths = held.map(({ secret }) => WEAKEST.indexOf(secret.strength));
    return {
      purpose: ORDER[Math.min(...purposes)] ?? 'other',
      uses: unique(held.map(({ secret }) => secret.use)),
      stolenFrom: names,
      alsoOn: (elsewhere.get(group) ?? []).filter((name) => !names.includes(name)),
      strength: WEAKEST[Math.min(...strengths)] ?? 'unknown',
      wellKnown: held.some(({ secret }) => secret.wellKnown),
      places: held.map(({ facts, secret }) => ({ evidence: facts.evidence, line: secret.line })),
    };
  });
  return steps.sort(inOrder);
}

/** The way in first, so that whatever fails later can be mended; then what costs the thief least and opens most. */
function inOrder(a: Rotation, b: Rotation): number {
  return (
    ORDER.indexOf(a.purpose) - ORDER.indexOf(b.purpose) ||
    WEAKEST.indexOf(a.strength) - WEAKEST.indexOf(b.strength) ||
    b.alsoOn.length + b.stolenFrom.length - (a.alsoOn.length + a.stolenFrom.length) ||
    (keyOf(a) < keyOf(b) ? -1 : 1)
  );
}

function keyOf({ uses, stolenFrom, places }: Rotation): string {
  return [...uses, ...stolenFrom, places[0]?.line ?? 0].join('|');
}

function holdersOf(configurations: readonly DeviceFacts[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const facts of configurations)
    for (const { group } of facts.secrets) out.set(group, unique([...(out.get(group) ?? []), nameOf(facts)]));
  return out;
}

function systemsOf(stolen: readonly DeviceFacts[]): Exposure['systems'] {
  const all: readonly (readonly [string, (facts: DeviceFacts) => readonly string[]])[] = [
    ['TACACS+ servers', (f) => f.aaaServers.filter((s) => s.protocol === 'tacacs+').map((s) => s.address)],
    ['RADIUS servers', (f) => f.aaaServers.filter((s) => s.protocol === 'radius').map((s) => s.address)],
    ['SNMP managers', (f) => f.snmp.hosts.map((host) => host.address)],
    ['log collectors', (f) => f.logging.hosts.map((host) => host.address)],
    ['flow collectors', (f) => f.flowCollectors.map((collector) => collector.address)],
    ['time servers', (f) => f.ntpServers.map((server) => server.address)],
  ];
  return all
    .map(([what, of]) => ({ what, addresses: unique(stolen.flatMap(of)) }))
    .filter(({ addresses }) => addresses.length > 0);
}

function ownersOf(configurations: readonly DeviceFacts[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const facts of configurations)
    for (const address of facts.interfaces.flatMap((face) => face.addresses)) {
      const plain = canonicalIp(address.split('/')[0] ?? '');
      if (plain !== null) out.set(plain, nameOf(facts));
    }
  return out;
}

function peersOf(facts: DeviceFacts, owners: ReadonlyMap<string, string>): NamedPeer[] {
  const device = nameOf(facts);
  const peers = facts.routingPeers.map(
    ({ protocol, address, remoteAs, line }): NamedPeer => ({
      device,
      what: protocol === 'bgp' ? 'bgp' : 'igp',
      address,
      remoteAs,
      owner: owners.get(address) ?? null,
      line,
    }),
  );
  const tunnels = facts.tunnels.flatMap(({ mode, destination, line }): NamedPeer[] => {
    if (destination === null) return [];
    const what = mode.includes('pseudowire') ? 'pseudowire' : 'tunnel';
    const owner = owners.get(destination) ?? null;
    return [{ device, what, address: destination, remoteAs: null, owner, line }];
  });
  return [...peers, ...tunnels];
}

/** Sources that the access lists on terminal lines let in. */
function managementOf(stolen: readonly DeviceFacts[]): string[] {
  return unique(
    stolen.flatMap((facts) => {
      const bound = new Set(facts.aclBindings.filter((b) => b.where.startsWith('vty')).map((b) => b.acl));
      const lists = facts.acls.filter((acl) => bound.has(acl.name));
      return lists.flatMap((acl) => acl.entries.filter((e) => e.action === 'permit').map((e) => e.source));
    }),
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
