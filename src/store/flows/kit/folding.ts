import type { FlowSelect } from '../../../model/flow.ts';

/** Ports below this are service ports. */
export const SERVICE_BELOW = 10_000;
/** Protocols whose ports mean something: TCP, UDP, SCTP. */
export const PORT_PROTOCOLS: readonly number[] = [6, 17, 132];

/** Inclusive port ranges. */
export type PortRanges = readonly (readonly [low: number, high: number])[];

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
