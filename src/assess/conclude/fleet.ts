import { canonicalIp, inNetwork, parseIp, parseNetwork } from '../../base/ip.ts';
import { defaultOf } from '../../checks/kit/platform-defaults.ts';
import type { Device } from '../../model/device.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { PlatformDefault } from '../../model/platform-default.ts';
import type { RegisterKind, RegisterRecord } from '../../model/record.ts';
import type { ApprovalScope, FleetView } from '../../model/view.ts';
import { isTooWide, managementNetworks, validAt } from './management.ts';

/** What the fleet view is made from. */
export interface FleetInput {
  readonly devices: readonly Device[];
  readonly deviceOf: ReadonlyMap<string, string>;
  /** Origins that several devices claim: nobody owns them. */
  readonly contested: ReadonlySet<string>;
  /** Address origins that are ours beyond what one sender can claim. */
  readonly own: ReadonlySet<string>;
  readonly snapshotsOf: ReadonlyMap<string, readonly DeviceFacts[]>;
  readonly register: readonly RegisterRecord[];
  readonly lookup: (value: string) => readonly Indicator[];
  readonly hasIntelligence: boolean;
  readonly tellsNear: boolean;
  readonly silentTogether: FleetView['silentTogether'];
  readonly defaults: readonly PlatformDefault[];
}

function matches(entry: RegisterRecord, value: string): boolean {
  const wanted = value.toLowerCase();
  if (entry.value.toLowerCase() === wanted) return true;
  const ip = parseIp(value);
  const network = parseNetwork(entry.value);
  return ip !== null && network !== null && !isTooWide(network) && inNetwork(ip, network);
}

function within(entry: RegisterRecord, where: ApprovalScope): boolean {
  if (entry.device !== null && entry.device.toLowerCase() !== where.device) return false;
  return validAt(entry, where.at);
}

function holders(
  snapshotsOf: ReadonlyMap<string, readonly DeviceFacts[]>,
): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, Set<string>>();
  for (const [device, snapshots] of snapshotsOf) {
    for (const secret of snapshots.flatMap((s) => s.secrets)) {
      sets.set(secret.group, (sets.get(secret.group) ?? new Set()).add(device));
    }
  }
  return new Map([...sets].map(([group, devices]) => [group, [...devices].sort()]));
}

/** Builds the view of the whole network that checks share. */
export function makeFleet(input: FleetInput): FleetView {
  const networks = managementNetworks(input.register, input.snapshotsOf);
  const byGroup = holders(input.snapshotsOf);
  const byKind = new Map<RegisterKind, RegisterRecord[]>();
  for (const entry of input.register) byKind.set(entry.entry, [...(byKind.get(entry.entry) ?? []), entry]);
  const none: readonly RegisterRecord[] = [];
  return {
    devices: input.devices,
    ownerOf: (address) => {
      const origin = `addr:${canonicalIp(address) ?? address}`;
      const ours = input.own.has(origin) && !input.contested.has(origin);
      return ours ? (input.deviceOf.get(origin) ?? null) : null;
    },
    register: (kind) => byKind.get(kind) ?? none,
    hasRegister: input.register.length > 0,
    approved: (kind, value, where) =>
      (byKind.get(kind) ?? none).find((entry) => matches(entry, value) && within(entry, where)) ?? null,
    managementNetworks: [...new Set(networks.map((each) => each.text))].sort(),
    isManagement: (address, at) => {
      const ip = parseIp(address);
      return ip !== null && networks.some((each) => inNetwork(ip, each.network) && validAt(each, at));
    },
    aaaServers: (device) => {
      const named = (input.snapshotsOf.get(device) ?? []).flatMap((s) => s.aaaServers).map((s) => s.address);
      return [...new Set(named)].sort();
    },
    indicators: input.lookup,
    hasIntelligence: input.hasIntelligence,
    tellsNear: input.tellsNear,
    silentTogether: input.silentTogether,
    defaultOf: (facts, setting) => defaultOf(input.defaults, facts, setting),
    secretHolders: (group) => byGroup.get(group) ?? [],
    snapshots: (device) => input.snapshotsOf.get(device) ?? [],
  };
}
