import { parseIp, sortOfAddress } from '../base/ip.ts';
import type { DeviceFacts } from '../model/device-facts.ts';
import type { Origin } from '../model/record.ts';
import { Union } from './union.ts';

/** Host names that devices have before anybody names them: never proof that two snapshots are one device. */
const FACTORY_NAMES: ReadonlySet<string> = new Set([
  'name:router',
  'name:switch',
  'name:localhost',
  'name:cisco',
  'name:unknown',
]);

/** One device as configurations tell it: a group of snapshots and the origins that they claim. */
export interface Claim {
  readonly id: string;
  readonly snapshots: readonly DeviceFacts[];
  readonly origins: ReadonlySet<Origin>;
}

/** True for origins that can tell devices apart: no loopback, link-local or unspecified address. */
export function identifies(origin: Origin): boolean {
  if (!origin.startsWith('addr:')) return true;
  const ip = parseIp(origin.slice(5));
  if (!ip) return false;
  const sort = sortOfAddress(ip);
  return sort !== 'loopback' && sort !== 'link-local' && sort !== 'unspecified' && sort !== 'multicast';
}

/**
 * Groups snapshots into devices: a shared serial joins; a shared host name joins unless it is a factory name or the
 * serials are known and differ and no address is shared (then two boxes bear one name, and neither may be joined over it).
 */
export function groupSnapshots(facts: readonly DeviceFacts[]): Claim[] {
  const keys = facts.map((f) => `${f.evidence}#${String(f.ordinal).padStart(5, '0')}`);
  const union = new Union();
  for (const key of keys) union.find(key);
  const bySerial = new Map<string, string>();
  const byName = new Map<string, number[]>();
  for (const [index, snapshot] of facts.entries()) {
    const key = keys[index] as string;
    for (const serial of snapshot.serials) {
      const known = bySerial.get(serial);
      if (known) union.join(known, key);
      else bySerial.set(serial, key);
    }
    const name = `name:${snapshot.hostname?.toLowerCase() ?? ''}`;
    if (name === 'name:') continue;
    byName.set(name, [...(byName.get(name) ?? []), index]);
  }
  for (const [name, members] of byName) joinByName(union, { name, members, facts, keys });
  return collect(union, { facts, keys });
}

interface NameGroup {
  readonly name: string;
  readonly members: readonly number[];
  readonly facts: readonly DeviceFacts[];
  readonly keys: readonly string[];
}

function joinByName(union: Union, group: NameGroup): void {
  const factory = FACTORY_NAMES.has(group.name);
  const seen = new Map<string, number>();
  for (const index of group.members) {
    const snapshot = group.facts[index] as DeviceFacts;
    const addresses = snapshot.aliases.filter((o) => o.startsWith('addr:') && identifies(o));
    const links = factory || snapshot.serials.length > 0 ? addresses : [...addresses, 'any'];
    for (const link of links) {
      const first = seen.get(link);
      if (first !== undefined) union.join(group.keys[first] as string, group.keys[index] as string);
      else seen.set(link, index);
    }
  }
  if (!factory) joinWithoutSerial(union, group);
}

/** A snapshot without a serial joins the others of its name when these are one device. */
function joinWithoutSerial(union: Union, group: NameGroup): void {
  const bare = group.members.filter((i) => (group.facts[i] as DeviceFacts).serials.length === 0);
  const rest = group.members.filter((i) => (group.facts[i] as DeviceFacts).serials.length > 0);
  const roots = new Set(rest.map((i) => union.find(group.keys[i] as string)));
  if (roots.size !== 1 || bare.length === 0) return;
  union.join(group.keys[bare[0] as number] as string, group.keys[rest[0] as number] as string);
}

function collect(union: Union, all: { facts: readonly DeviceFacts[]; keys: readonly string[] }): Claim[] {
  const groups = new Map<string, DeviceFacts[]>();
  for (const [index, key] of all.keys.entries()) {
    const root = union.find(key);
    groups.set(root, [...(groups.get(root) ?? []), all.facts[index] as DeviceFacts]);
  }
  return [...groups.keys()].sort().map((id) => {
    const snapshots = groups.get(id) as DeviceFacts[];
    const origins = new Set(snapshots.flatMap((s) => s.aliases).filter(identifies));
    return { id, snapshots, origins };
  });
}
