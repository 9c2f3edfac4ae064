import { writer } from './bytes.ts';
import type { Flow } from './flow.ts';

/** One NetFlow v5 datagram of at most 30 flows; `sequence` counts flows, sampling is 1 in 100. */
export function netflow5(
  flows: readonly Flow[],
  head: { at: number; bootedAt: number; sequence: number },
): Uint8Array {
  const out = writer();
  const uptime = head.at - head.bootedAt;
  out.u16(5).u16(flows.length).u32(uptime);
  out.u32(Math.floor(head.at / 1000)).u32((head.at % 1000) * 1_000_000);
  out
    .u32(head.sequence)
    .u8(0)
    .u8(0)
    .u16((1 << 14) | 100);
  for (const flow of flows) {
    out.ip4(flow.source).ip4(flow.destination).ip4('0.0.0.0').u16(flow.input).u16(flow.output);
    out
      .u32(flow.packets)
      .u32(flow.bytes)
      .u32(flow.start - head.bootedAt)
      .u32(flow.end - head.bootedAt);
    out.u16(flow.sourcePort).u16(flow.destinationPort).u8(0).u8(flow.tcpFlags).u8(flow.protocol).u8(0);
    out.u16(0).u16(0).u8(24).u8(24).u16(0);
  }
  return out.bytes();
}
