import type { Finding } from '../model/verdict.ts';
import { isStrong, rankOf, worstOf } from './strength.ts';
import { addressesOf, type Cluster, clustersOf, distance, WINDOW, windowOf } from './ties.ts';
import { Union } from './union.ts';

/** Own addresses of each device, by device id. */
export type DeviceAddresses = ReadonlyMap<string, readonly string[]>;

type Owners = ReadonlyMap<string, string>;

/** Findings that belong together. */
export type Gathering = readonly Finding[];

/** Puts findings together that share a device, an account, an address, or come from each other's devices. */
export function gather(findings: readonly Finding[], owned: DeviceAddresses): Gathering[] {
  const owners = ownersOf(owned);
  const strong = findings.filter(isStrong);
  const clusters = clustersOf(strong);
  const core = connect(strong, clusters, owners);
  const weak = findings.filter((f) => !isStrong(f));
  const attached = attach(weak, { core, clusters, owners });
  return [...core, ...connect(attached.left, clustersOf(attached.left), owners)].map((members) => [
    ...members,
    ...(attached.to.get(members) ?? []),
  ]);
}

/** A finding elsewhere that names an address of a device on which something was found as well. */
export interface SourceTie {
  readonly finding: Finding;
  readonly address: string;
  readonly home: Cluster;
}

/** All source ties among findings; clusters of devices are the homes. */
export function sourceTies(
  findings: readonly Finding[],
  where: { readonly homes: ReadonlyMap<string, readonly Cluster[]>; readonly owners: Owners },
): SourceTie[] {
  return findings.flatMap((finding) =>
    addressesOf(finding).flatMap((address) => {
      const owner = where.owners.get(address);
      if (owner === undefined || owner === finding.subject) return [];
      const near = (where.homes.get(`device|${owner}`) ?? []).filter(
        (home) => distance(finding, home) <= WINDOW,
      );
      return near.map((home) => ({ finding, address, home }));
    }),
  );
}

/** Clusters by what they share: `device|pe-1`, `account|rancid` … */
export function byShared(clusters: readonly Cluster[]): ReadonlyMap<string, readonly Cluster[]> {
  const out = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const list = out.get(`${cluster.sort}|${cluster.value}`);
    if (list) list.push(cluster);
    else out.set(`${cluster.sort}|${cluster.value}`, [cluster]);
  }
  return out;
}

/** Which device owns an address; addresses that several devices claim (a shared virtual address) tie nothing. */
export function ownersOf(owned: DeviceAddresses): Owners {
  const claims = new Map<string, Set<string>>();
  for (const [device, addresses] of owned) {
    for (const address of addresses) claims.set(address, (claims.get(address) ?? new Set()).add(device));
  }
  const sole = [...claims].filter(([, devices]) => devices.size === 1);
  return new Map(sole.map(([address, devices]) => [address, [...devices][0] as string]));
}

function connect(findings: readonly Finding[], clusters: readonly Cluster[], owners: Owners): Gathering[] {
  const place = new Map(findings.map((f, i) => [f.id, i]));
  const at = (f: Finding): number => place.get(f.id) as number;
  const union = new Union(findings.length);
  for (const { members } of clusters) {
    for (const member of members.slice(1)) union.join(at(members[0] as Finding), at(member));
  }
  for (const { finding, home } of sourceTies(findings, { homes: byShared(clusters), owners })) {
    union.join(at(finding), at(home.members[0] as Finding));
  }
  const out = new Map<number, Finding[]>();
  for (const [i, f] of findings.entries()) {
    const members = out.get(union.find(i));
    if (members) members.push(f);
    else out.set(union.find(i), [f]);
  }
  return [...out.values()];
}

interface Core {
  readonly core: readonly Gathering[];
  readonly clusters: readonly Cluster[];
  readonly owners: Owners;
}

interface Attached {
  readonly to: ReadonlyMap<Gathering, readonly Finding[]>;
  readonly left: readonly Finding[];
}

/** Gives each weak finding to the worst gathering that it shares something with; the others are left. */
function attach(weak: readonly Finding[], { core, clusters, owners }: Core): Attached {
  const ranked = [...core].map((members) => ({
    members,
    worst: rankOf(worstOf(members)),
    id: leastId(members),
  }));
  ranked.sort((a, b) => b.worst - a.worst || b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
  const rank = new Map(ranked.flatMap(({ members }, i) => members.map((f) => [f.id, i] as const)));
  const shared = byShared(clusters);
  const to = new Map<Gathering, Finding[]>();
  const left: Finding[] = [];
  for (const finding of weak) {
    const near = clustersOf([finding]).flatMap(({ sort, value }) =>
      (shared.get(`${sort}|${value}`) ?? []).filter((c) => distance(finding, c) <= windowOf(sort)),
    );
    const homes = [...near, ...sourceTies([finding], { homes: shared, owners }).map((tie) => tie.home)];
    const best = homes.reduce(
      (least, c) => Math.min(least, rank.get(c.members[0]?.id ?? '') ?? least),
      ranked.length,
    );
    const members = ranked[best]?.members;
    if (!members) left.push(finding);
    else if (to.has(members)) to.get(members)?.push(finding);
    else to.set(members, [finding]);
  }
  return { to, left };
}

function leastId(members: Gathering): string {
  return members.map((f) => f.id).reduce((a, b) => (a < b ? a : b));
}
