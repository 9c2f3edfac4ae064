import { formatIp, isExternal, parseIp } from '../../base/ip.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { SightingRecord } from '../../model/record.ts';
import type { DeviceView, SightedFlow } from '../../model/view.ts';
import { surelyOwns } from '../kit/own.ts';
import { farEnd } from '../kit/sighted.ts';

/** Everything in the evidence of one device that holds one address beside a shared one. */
export interface Near {
  readonly address: string;
  readonly neighbours: readonly Indicator[];
  readonly lines: readonly SightingRecord[];
  readonly flows: readonly SightedFlow[];
}

/** The shared addresses in the same /24 as an IPv4 address. */
export function neighboursOf(
  address: string,
  lookup: (value: string) => readonly Indicator[],
): readonly Indicator[] {
  const ip = parseIp(address);
  if (ip?.version !== 4) return [];
  const base = ip.value - (ip.value % 256);
  const found: Indicator[] = [];
  for (let low = 0; low < 256; low += 1) {
    const value = formatIp({ version: 4, value: base + low });
    found.push(...lookup(value).filter((i) => i.type === 'ipv4' && i.value === value && !i.revoked));
  }
  return found;
}

/** An address that the register or the devices themselves explain is no stranger. */
function isKnown(view: DeviceView, address: string): boolean {
  const { fleet } = view;
  const where = { device: view.device.id, at: null };
  if (fleet.ownerOf(address) !== null || surelyOwns(view, address) || fleet.isManagement(address, null))
    return true;
  const kinds = [
    'tunnel-peer',
    'aaa-server',
    'nms',
    'log-host',
    'flow-collector',
    'mirror-collector',
  ] as const;
  return kinds.some((kind) => fleet.approved(kind, address, where) !== null);
}

/**
 * The addresses of the evidence that stand in the same /24 as a shared one, each once, in order. Traffic that only passes
 * through is left out: a carrier meets every rented network all day.
 */
export function nearOf(view: DeviceView): readonly Near[] {
  const lines = view.records('sighting').filter((l) => l.near);
  const flows = view.sightedFlows.filter((f) => f.near);
  const byLine = Map.groupBy(lines, (l) => l.value);
  const byEnd = Map.groupBy(flows, (f) => farEnd(view, f.conversation));
  const networks = new Map<string, readonly Indicator[]>();
  const sharedAround = (address: string): readonly Indicator[] => {
    const network = address.slice(0, address.lastIndexOf('.'));
    let known = networks.get(network);
    if (!known) {
      known = neighboursOf(address, (value) => view.fleet.indicators(value));
      networks.set(network, known);
    }
    return known;
  };
  const addresses = new Set([...byLine.keys(), ...[...byEnd.keys()].filter((a) => a !== null)]);
  return [...addresses].sort().flatMap((address) => {
    const ip = parseIp(address);
    if (ip?.version !== 4 || !isExternal(ip) || isKnown(view, address)) return [];
    const neighbours = sharedAround(address);
    // The address itself may have been shared since: indicator-match reports it.
    if (neighbours.length === 0 || neighbours.some((i) => i.value === address)) return [];
    const mine = { lines: byLine.get(address) ?? [], flows: byEnd.get(address) ?? [] };
    return [{ address, neighbours, ...mine }];
  });
}
