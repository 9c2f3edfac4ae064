import { canonicalIp, formatIp4, formatNetwork, parseIp4, parseNetwork } from '../../../base/ip.ts';
import type { AclEntry } from '../../../model/device-facts.ts';
import type { CiscoLine, CiscoScope, GroupMember } from './cisco-scope.ts';
import { maskBits, wildcardBits } from './mask.ts';
import type { RuleBook } from './rules.ts';

/** Networks that all entries of one configuration may stand for through groups; a group beyond them stays unresolved. */
const MOST = 20_000;

/** Groups of addresses that access lists name (`object-group network`); groups of services are set aside. */
export function addObjectGroups<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('object-group network', readAddressGroup)
    .add('object-group v6-network', readAddressGroup)
    .aside('service group', 'object-group service, object-group v6-service');
}

/** A group of addresses; numbers may stand before its members. */
export function readAddressGroup({ statement, no, args, to }: CiscoLine): void {
  const name = args[0];
  if (name === undefined || no) return;
  const members: GroupMember[] = to.groups.get(name) ?? [];
  to.groups.set(name, members);
  statement.read();
  for (const child of statement.children) {
    if (child.words[0] === 'description') {
      child.read();
      continue;
    }
    const numbered = /^\d+$/.test(child.words[0] ?? '');
    const member = readMember(numbered ? child.words.slice(1) : child.words);
    // A group of which one line is not understood may let in more than the others say.
    members.push(member ?? { group: '' });
    if (member) child.read();
  }
}

/** A member of a group as its words name it; null when they are not understood. */
export function readMember(words: readonly string[]): GroupMember | null {
  const [first = '', second = '', third = ''] = words;
  if (first === 'group-object' || first === 'object-group') return second === '' ? null : { group: second };
  if (first === 'any') return { networks: ['any'] };
  if (first === 'range') return listed(rangeNetworks(second, third));
  if (first === 'host') return listed(singleNetwork(second));
  if (second.startsWith('/')) return listed(networkOf(first + second));
  if (first.includes('/')) return listed(networkOf(first));
  if (second === '') return listed(singleNetwork(first));
  // NX-OS writes a wildcard mask, which begins where a network mask ends.
  const mask = maskBits(second);
  const bits = mask < 0 ? wildcardBits(second) : mask;
  return bits < 0 ? null : listed(networkOf(`${first}/${bits}`));
}

const listed = (networks: readonly string[] | null): GroupMember | null => (networks ? { networks } : null);

function singleNetwork(text: string): string[] | null {
  const ip = canonicalIp(text);
  return ip === null ? null : [`${ip}/${ip.includes(':') ? 128 : 32}`];
}

function networkOf(text: string): string[] | null {
  const network = parseNetwork(text);
  if (!network) return null;
  return [network.bits === 0 ? 'any' : formatNetwork(network)];
}

/** The fewest networks that together are the range of two IPv4 addresses, at most 62. */
function rangeNetworks(from: string, to: string): string[] | null {
  let low = parseIp4(from);
  const high = parseIp4(to);
  if (low < 0 || high < low) return null;
  const out: string[] = [];
  while (low <= high) {
    let size = low === 0 ? 2 ** 32 : low & -low;
    if (size < 0) size += 2 ** 32;
    while (size > high - low + 1) size /= 2;
    out.push(size === 2 ** 32 ? 'any' : `${formatIp4(low)}/${32 - Math.log2(size)}`);
    low += size;
  }
  return out;
}

/**
 * Networks of a group with those that it takes in; null when the configuration lacks one, one is not understood, or
 * none names a network.
 */
function networksOf(groups: CiscoScope['groups'], name: string): readonly string[] | null {
  const out = new Set<string>();
  const seen = new Set([name]);
  for (const each of seen) {
    const members = groups.get(each);
    if (!members) return null;
    for (const member of members) {
      if ('group' in member) seen.add(member.group);
      else for (const network of member.networks) out.add(network);
    }
    if (out.size > MOST) return null;
  }
  return out.size === 0 ? null : [...out];
}

/** The name of the group that is the source of an entry; null for other sources. */
export function groupOf({ source }: AclEntry): string | null {
  return source.startsWith('host-group ') ? source.slice(11) : null;
}

/**
 * Puts the networks of their groups in the place of entries that name a group, once all lines are known. An entry whose
 * group cannot be resolved stays unread: nobody knows whom it lets in.
 */
export function resolveGroups({ groups, grouped }: CiscoScope): void {
  const known = new Map<string, readonly string[] | null>();
  const insteadOf = new Map<AclEntry, readonly AclEntry[]>();
  let left = MOST;
  for (const { entry, statement } of grouped) {
    const name = groupOf(entry) ?? '';
    if (!known.has(name)) known.set(name, networksOf(groups, name));
    const networks = known.get(name) ?? null;
    if (!networks || networks.length > left) continue;
    statement.read();
    left -= networks.length;
    insteadOf.set(
      entry,
      networks.map((source) => ({ ...entry, source, through: name })),
    );
  }
  for (const acl of new Set(grouped.map((each) => each.acl)))
    acl.entries.splice(0, acl.entries.length, ...acl.entries.flatMap((e) => insteadOf.get(e) ?? [e]));
  grouped.length = 0;
}
