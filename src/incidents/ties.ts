import { canonicalIp, isExternal, parseIp } from '../base/ip.ts';
import { DAY, type Instant } from '../base/time.ts';
import type { Finding } from '../model/verdict.ts';

/**
 * Findings further apart than this are not joined by what they share. Two weeks, because intruders on routers work in
 * visits: pauses of some days are usual, and within two weeks most devices have a visit by honest staff as well, so
 * that a longer window would join by chance.
 */
export const WINDOW: number = 14 * DAY;
/** An inside address (a jump host, a relay) is shared by honest work too: there only days that follow each other count. */
export const INSIDE_WINDOW: number = 3 * DAY;
/** An account or inside address that one check names on this many subjects is a habit of the network, no trail. */
export const HABIT = 10;

/** What findings may share. */
export type TieSort = 'device' | 'account' | 'outside-address' | 'inside-address';

/** Findings that share one thing within a window of time. */
export interface Cluster {
  readonly sort: TieSort;
  /** The device, account or address. */
  readonly value: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly members: readonly Finding[];
}

interface Bucket {
  readonly sort: TieSort;
  readonly value: string;
  readonly members: Finding[];
}

/** All things that findings share, each split where the pause is longer than its window; sorted, singles included. */
export function clustersOf(findings: readonly Finding[]): Cluster[] {
  const habits = habitsOf(findings);
  const buckets = new Map<string, Bucket>();
  const put = (sort: TieSort, value: string, finding: Finding): void => {
    const key = `${sort}|${value}`;
    const bucket = buckets.get(key);
    if (bucket) bucket.members.push(finding);
    else buckets.set(key, { sort, value, members: [finding] });
  };
  for (const finding of findings) {
    put('device', finding.subject, finding);
    for (const account of suspects(finding)) {
      if (!habits.has(`${finding.check}|${account}`)) put('account', account, finding);
    }
    for (const address of addressesOf(finding)) {
      if (outside(address)) put('outside-address', address, finding);
      else if (!habits.has(`${finding.check}|${address}`)) put('inside-address', address, finding);
    }
  }
  return [...buckets].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, bucket]) => split(bucket));
}

/** Addresses of a finding in canonical form; text that is no address is left out. */
export function addressesOf(finding: Finding): string[] {
  return finding.addresses.map(canonicalIp).filter((a): a is string => a !== null);
}

/** Milliseconds between a finding and a stretch of time; 0 when they touch or when either has no time. */
export function distance(
  finding: Finding,
  to: { readonly from: Instant | null; readonly to: Instant | null },
): number {
  const { from, to: until } = spanOf(finding);
  if (from === null || until === null || to.from === null || to.to === null) return 0;
  return Math.max(0, to.from - until, from - to.to);
}

/** The window that holds for what is shared. */
export function windowOf(sort: TieSort): number {
  return sort === 'inside-address' ? INSIDE_WINDOW : WINDOW;
}

function outside(address: string): boolean {
  const ip = parseIp(address);
  return ip !== null && isExternal(ip);
}

/** Accounts that a finding itself holds in suspicion: a shared value in a line accuses nobody who stands in it. */
function suspects(finding: Finding): readonly string[] {
  return finding.class === 'indicator' ? [] : [...new Set(finding.accounts)];
}

function habitsOf(findings: readonly Finding[]): ReadonlySet<string> {
  const subjects = new Map<string, Set<string>>();
  for (const f of findings) {
    for (const value of [...f.accounts, ...addressesOf(f)]) {
      const key = `${f.check}|${value}`;
      subjects.set(key, (subjects.get(key) ?? new Set()).add(f.subject));
    }
  }
  return new Set([...subjects].filter(([, on]) => on.size >= HABIT).map(([key]) => key));
}

function spanOf(finding: Finding): { from: Instant | null; to: Instant | null } {
  return { from: finding.first ?? finding.last, to: finding.last ?? finding.first };
}

/** Cuts a bucket where nothing happens for longer than the window. Findings without a time go to the last cluster. */
function split({ sort, value, members }: Bucket): Cluster[] {
  const timed = members
    .map((finding) => ({ finding, ...spanOf(finding) }))
    .filter((m): m is { finding: Finding; from: number; to: number } => m.from !== null && m.to !== null)
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.finding.id < b.finding.id ? -1 : 1));
  const out: { from: Instant; to: Instant; members: Finding[] }[] = [];
  for (const { finding, from, to } of timed) {
    const last = out.at(-1);
    if (last && from - last.to <= windowOf(sort)) {
      last.to = Math.max(last.to, to);
      last.members.push(finding);
    } else out.push({ from, to, members: [finding] });
  }
  const untimed = members.filter((m) => m.first === null && m.last === null).sort(byId);
  if (out.length === 0) return [{ sort, value, from: null, to: null, members: untimed }];
  for (const finding of untimed) out.at(-1)?.members.push(finding);
  return out.map((cluster) => ({ sort, value, ...cluster }));
}

function byId(a: Finding, b: Finding): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
