import type { DeviceFacts, Secret } from '../model/device-facts.ts';
import type { BlastEdge, BlastRadius } from '../model/scope.ts';
import type { ScopeInput } from './input.ts';
import type { Suspicion } from './suspicion.ts';

type By = BlastEdge['by'];

/** Words with which a secret's use begins, and what it opens. */
const USES: readonly (readonly [string, By])[] = [
  ['tacacs', 'aaa-key'],
  ['radius', 'aaa-key'],
  ['snmp', 'snmp-community'],
  ['user', 'local-secret'],
  ['enable', 'local-secret'],
  ['line', 'local-secret'],
  ['ike', 'ike-key'],
  ['bgp', 'routing-key'],
  ['ospf', 'routing-key'],
  ['isis', 'routing-key'],
  ['eigrp', 'routing-key'],
  ['rip', 'routing-key'],
  ['ldp', 'routing-key'],
  ['key-chain', 'routing-key'],
];

interface Held {
  readonly group: string;
  readonly by: By;
  readonly holders: readonly string[];
  /** Lengths and uses tell groups of the same holders apart in an order that does not depend on the hash. */
  readonly order: string;
}

/** What else falls with the hit devices. */
export function blastRadius(input: ScopeInput, suspicion: Suspicion): BlastRadius {
  const hit = new Set(suspicion.hit);
  const shared = sharedGroups(input.snapshots, hit);
  const secrets = suspicion.hit.flatMap((d) => secretsOf(input.snapshots.get(d)));
  const users = suspicion.hit.flatMap((d) => input.snapshots.get(d) ?? []).flatMap((s) => s.users);
  const named = suspicion.findings.filter((f) => f.class !== 'indicator').flatMap((f) => f.accounts);
  return {
    hitDevices: suspicion.hit,
    exposedDevices: sorted(shared.flatMap((g) => g.holders).filter((d) => !hit.has(d))),
    accounts: sorted([...named, ...users.map((u) => u.name)]),
    edges: [...secretEdges(shared, hit), ...serverEdges(input.snapshots, suspicion.hit)],
    secretGroups: new Set(secrets.map((s) => s.group)).size,
    unseenDevices: suspicion.hit.filter((d) => !(input.snapshots.get(d) ?? []).some((s) => s.hasConfig)),
  };
}

/** Groups that a hit device shares with any other device, in an order that two cases with different keys agree on. */
function sharedGroups(
  snapshots: ReadonlyMap<string, readonly DeviceFacts[]>,
  hit: ReadonlySet<string>,
): readonly Held[] {
  const groups = new Map<string, { holders: Set<string>; secrets: Set<string>; by: Set<By> }>();
  for (const [device, list] of snapshots) {
    for (const secret of secretsOf(list)) {
      const known = groups.get(secret.group) ?? { holders: new Set(), secrets: new Set(), by: new Set() };
      known.holders.add(device);
      known.secrets.add(`${secret.use}|${secret.type}|${secret.length}`);
      known.by.add(opens(secret));
      groups.set(secret.group, known);
    }
  }
  return [...groups]
    .map(([group, { holders, secrets, by }]) => {
      const names = sorted([...holders]);
      const first = sorted([...by])[0] as By;
      return {
        group,
        by: first,
        holders: names,
        order: [first, ...names, ...sorted([...secrets]), group].join('|'),
      };
    })
    .filter(({ holders }) => holders.length > 1 && holders.some((d) => hit.has(d)))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}

function secretEdges(shared: readonly Held[], hit: ReadonlySet<string>): BlastEdge[] {
  return shared.flatMap(({ by, holders }, i) =>
    holders
      .filter((from) => hit.has(from))
      .map((from) => {
        const others = holders.filter((d) => d !== from);
        const to = others.length === 1 ? `device:${others[0]}` : 'devices';
        return { from, to, by, group: `R${i + 1}`, count: others.length };
      }),
  );
}

function serverEdges(
  snapshots: ReadonlyMap<string, readonly DeviceFacts[]>,
  hit: readonly string[],
): BlastEdge[] {
  const users = new Map<string, Set<string>>();
  for (const [device, list] of snapshots) {
    for (const { address } of list.flatMap((s) => s.aaaServers)) {
      users.set(address, (users.get(address) ?? new Set()).add(device));
    }
  }
  const servers = [...users].sort(([a], [b]) => (a < b ? -1 : 1));
  return servers.flatMap(([address, devices]) =>
    hit
      .filter((from) => devices.has(from))
      .map((from) => ({
        from,
        to: `aaa:${address}`,
        by: 'aaa-server' as const,
        group: null,
        count: devices.size - 1,
      })),
  );
}

function secretsOf(list: readonly DeviceFacts[] | undefined): readonly Secret[] {
  return (list ?? []).flatMap((s) => s.secrets);
}

function opens({ use }: Secret): By {
  const word = use.toLowerCase();
  return USES.find(([start]) => word.startsWith(start))?.[1] ?? 'other-secret';
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
