import type { FlowSelect } from '../../../model/flow.ts';

/** Ports below this are service ports. */
export const SERVICE_BELOW = 10_000;
/** Protocols whose ports mean something: TCP, UDP, SCTP. */
export const PORT_PROTOCOLS: readonly number[] = [6, 17, 132];

/** Inclusive port ranges. */
export type PortRanges = readonly (readonly [low: number, high: number])[];

/** The same ports in as few ranges as can be, in order; a range that ends before it begins holds none. */
export function mergedRanges(ranges: PortRanges): PortRanges {
  const sorted = ranges
    .map(([low, high]) => [Math.ceil(low), Math.floor(high)] as [number, number])
    .filter(([low, high]) => low <= high)
    .sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = out.at(-1);
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else out.push([low, high]);
  }
  return out;
}

/** True when the port lies inside one of the ranges. */
export function inRanges(port: number, ranges: PortRanges): boolean {
  return ranges.some(([low, high]) => port >= low && port <= high);
}

/** Ports of a flow after folding the client's; see FlowStore. */
export function foldPorts(
  flow: { readonly protocol: number; readonly srcPort: number; readonly dstPort: number },
  ranges: PortRanges,
): { srcPort: number; dstPort: number } {
  const { protocol, srcPort, dstPort } = flow;
  if (!PORT_PROTOCOLS.includes(protocol)) return { srcPort, dstPort };
  const src = srcPort < SERVICE_BELOW || inRanges(srcPort, ranges);
  const dst = dstPort < SERVICE_BELOW || inRanges(dstPort, ranges);
  if (src === dst) return { srcPort, dstPort };
  return src ? { srcPort, dstPort: 0 } : { srcPort: 0, dstPort };
}

/** True when a select wants a flow. */
export function wants(
  select: FlowSelect,
  flow: { readonly protocol: number; readonly srcPort: number; readonly dstPort: number },
): boolean {
  if (select.protocols?.includes(flow.protocol)) return true;
  const ranges = select.ports ?? [];
  if (ranges.length === 0 || (flow.protocol !== 6 && flow.protocol !== 17)) return false;
  return inRanges(flow.srcPort, ranges) || inRanges(flow.dstPort, ranges);
}
