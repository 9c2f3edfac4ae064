import { formatNetwork, isExternal, type Network, parseNetwork } from '../../base/ip.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { RegisterRecord } from '../../model/record.ts';

/** Kinds of register entries whose addresses may manage devices. */
const MANAGING: ReadonlySet<string> = new Set(['management-network', 'jump-host', 'nms']);

/** True for networks wider than a register can mean (IPv4 /8, IPv6 /16): an entry for everybody approves nobody. */
export function isTooWide({ base, bits }: Network): boolean {
  return bits < (base.version === 4 ? 8 : 16);
}

/**
 * Networks from which management is expected: those that the register names, and those that vty access lists permit on
 * at least half of the devices that have such lists. One device alone proves nothing, since an intruder edits the list of
 * the device taken; an external address needs two devices at least.
 */
export function managementNetworks(
  register: readonly RegisterRecord[],
  snapshots: ReadonlyMap<string, readonly DeviceFacts[]>,
): string[] {
  const networks = new Set<string>();
  for (const entry of register) {
    const network = MANAGING.has(entry.entry) ? parseNetwork(entry.value) : null;
    if (network && !isTooWide(network)) networks.add(formatNetwork(network));
  }
  const votes = new Map<string, Set<string>>();
  let voters = 0;
  for (const [device, list] of snapshots) {
    const permitted = new Set(list.flatMap(vtySources));
    if (permitted.size > 0) voters += 1;
    for (const network of permitted) votes.set(network, (votes.get(network) ?? new Set()).add(device));
  }
  for (const [network, devices] of votes) {
    const base = parseNetwork(network)?.base;
    const external = base !== undefined && isExternal(base);
    if (devices.size * 2 >= voters && (!external || devices.size >= 2)) networks.add(network);
  }
  return [...networks].sort();
}

function vtySources(facts: DeviceFacts): string[] {
  const names = new Set(
    facts.lines.filter((l) => l.kind === 'vty').flatMap((l) => [l.accessIn, l.accessIn6]),
  );
  return facts.acls
    .filter((acl) => names.has(acl.name))
    .flatMap((acl) => acl.entries)
    .filter((e) => e.action === 'permit')
    .map((e) => parseNetwork(e.source))
    .filter((n) => n !== null && n.bits > 0)
    .map((n) => formatNetwork(n as NonNullable<typeof n>));
}
