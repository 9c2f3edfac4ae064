import { formatNetwork, isExternal, type Network, parseNetwork } from '../../base/ip.ts';
import type { Instant } from '../../base/time.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { RegisterRecord } from '../../model/record.ts';

/** Kinds of register entries whose addresses may manage devices. */
const MANAGING: ReadonlySet<string> = new Set(['management-network', 'jump-host', 'nms']);

/** True for networks wider than a register can mean (IPv4 /8, IPv6 /16): an entry for everybody approves nobody. */
export function isTooWide({ base, bits }: Network): boolean {
  return bits < (base.version === 4 ? 8 : 16);
}

/** From when to when a row of the register holds; null is open. */
export type Validity = Pick<RegisterRecord, 'from' | 'until'>;

/** True when a row holds at a time; `at` null asks for any time. */
export function validAt({ from, until }: Validity, at: Instant | null): boolean {
  return at === null || ((from === null || at >= from) && (until === null || at <= until));
}

/** A network from which management is expected, and when. */
export interface ManagementNetwork extends Validity {
  /** In CIDR. */
  readonly text: string;
  readonly network: Network;
}

/**
 * Networks from which management is expected: those that the register names, within their dates, and those that vty access
 * lists permit on at least half of the devices that have such lists. One device alone proves nothing, since an intruder
 * edits the list of the device taken; an external address needs two devices at least. Where the register names the very
 * network of a list, its dates hold: a list that was not cleaned up approves nobody.
 */
export function managementNetworks(
  register: readonly RegisterRecord[],
  snapshots: ReadonlyMap<string, readonly DeviceFacts[]>,
): ManagementNetwork[] {
  const out: ManagementNetwork[] = [];
  for (const { entry, value, from, until } of register) {
    const network = MANAGING.has(entry) ? parseNetwork(value) : null;
    if (network && !isTooWide(network)) out.push({ text: formatNetwork(network), network, from, until });
  }
  const named = new Set(out.map((each) => each.text));
  for (const text of votedNetworks(snapshots)) {
    const network = parseNetwork(text);
    if (network && !named.has(text)) out.push({ text, network, from: null, until: null });
  }
  return out;
}

function votedNetworks(snapshots: ReadonlyMap<string, readonly DeviceFacts[]>): string[] {
  const votes = new Map<string, Set<string>>();
  let voters = 0;
  for (const [device, list] of snapshots) {
    const permitted = new Set(list.flatMap(vtySources));
    if (permitted.size > 0) voters += 1;
    for (const network of permitted) votes.set(network, (votes.get(network) ?? new Set()).add(device));
  }
  const enough = [...votes].filter(([network, devices]) => {
    const base = parseNetwork(network)?.base;
    const external = base !== undefined && isExternal(base);
    return devices.size * 2 >= voters && (!external || devices.size >= 2);
  });
  return enough.map(([network]) => network).sort();
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
