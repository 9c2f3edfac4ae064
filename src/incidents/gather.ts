import type { Finding } from '../model/verdict.ts';
import { isStrong, rankOf } from './strength.ts';
import { addressesOf, type Cluster, clustersOf, distance, WINDOW, windowOf } from './ties.ts';
import { Union } from './union.ts';

/** Own addresses of each device, by device id. */
export type DeviceAddresses = ReadonlyMap<string, readonly string[]>;

/** Findings that belong together. */
export type Gathering = readonly Finding[];

/** Puts findings together that share a device, an account, an address, or come from each other's devices. */
export function gather(findings: readonly Finding[], owned: DeviceAddresses): Gathering[] {
  const owners = ownersOf(owned);
  const strong = findings.filter(isStrong);
  const core = connect(strong, owners);
  const attached = attach(
    findings.filter((f) => !isStrong(f)),
    { core, strong, owners },
  );
  return [...core, ...connect(attached.left, owners)].map((members) => [
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

/** All source ties among findings. */
export function sourceTies(
  findings: readonly Finding[],
  where: { readonly clusters: readonly Cluster[]; readonly owners: ReadonlyMap<string, string> },
): SourceTie[] {
  const homes = new Map<string, Cluster[]>();
  for (const cluster of where.clusters) {
    if (cluster.sort === 'device') homes.set(cluster.value, [...(homes.get(cluster.value) ?? []), cluster]);
  }
  return findings.flatMap((finding) =>
    addressesOf(finding).flatMap((address) => {
      const owner = where.owners.get(address);
      if (owner === undefined || owner === finding.subject) return [];
      const near = (homes.get(owner) ?? []).filter((home) => distance(finding, home) <= WINDOW);
      return near.map((home) => ({ finding, address, home }));
    }),
  );
}

/** Which device owns an address; addresses that several devices claim (a shared virtual address) tie nothing. */
export function ownersOf(owned: DeviceAddresses): ReadonlyMap<string, string> {
  const claims = new Map<string, Set<string>>();
  for (const [device, addresses] of owned) {
    for (const address of addresses) claims.set(address, (claims.get(address) ?? new Set()).add(device));
  }
  const sole = [...claims].filter(([, devices]) => devices.size === 1);
  return new Map(sole.map(([address, devices]) => [address, [...devices][0] as string]));
}

function connect(findings: readonly Finding[], owners: ReadonlyMap<string, string>): Gathering[] {
  const place = new Map(findings.map((f, i) => [f.id, i]));
  const at = (f: Finding): number => place.get(f.id) as number;
  const union = new Union(findings.length);
  const clusters = clustersOf(findings);
  for (const { members } of clusters) {
    for (const member of members.slice(1)) union.join(at(members[0] as Finding), at(member));
  }
  for (const { finding, home } of sourceTies(findings, { clusters, owners })) {
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
  readonly strong: readonly Finding[];
  readonly owners: ReadonlyMap<string, string>;
}

/** Gives each weak finding to the worst gathering that it shares something with; the others are left. */
function attach(
  weak: readonly Finding[],
  { core, strong, owners }: Core,
): { to: ReadonlyMap<Gathering, readonly Finding[]>; left: readonly Finding[] } {
  const homeOf = new Map(core.flatMap((members) => members.map((f) => [f.id, members] as const)));
  const clusters = new Map<string, Cluster[]>();
  const all = clustersOf(strong);
  for (const c of all)
    clusters.set(`${c.sort}|${c.value}`, [...(clusters.get(`${c.sort}|${c.value}`) ?? []), c]);
  const to = new Map<Gathering, Finding[]>();
  const left: Finding[] = [];
  for (const finding of weak) {
    const shared = clustersOf([finding]).flatMap(({ sort, value }) =>
      (clusters.get(`${sort}|${value}`) ?? []).filter((c) => distance(finding, c) <= windowOf(sort)),
    );
    const sources = sourceTies([finding], { clusters: all, owners }).map((tie) => tie.home);
    const homes = [...shared, ...sources].map((c) => homeOf.get(c.members[0]?.id ?? '') as Gathering);
    const best = homes.sort(worseGathering)[0];
    if (best) to.set(best, [...(to.get(best) ?? []), finding]);
    else left.push(finding);
  }
  return { to, left };
}

function worseGathering(a: Gathering, b: Gathering): number {
  const worst = (g: Gathering): number => Math.max(...g.map((f) => rankOf(f.severity)));
  const least = (g: Gathering): string => g.map((f) => f.id).reduce((x, y) => (x < y ? x : y));
  return worst(b) - worst(a) || b.length - a.length || (least(a) < least(b) ? -1 : 1);
}
