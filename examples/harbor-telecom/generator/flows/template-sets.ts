import { type Writer, writer } from './bytes.ts';
import type { Flow } from './flow.ts';

/** A field of a template: its IANA number and its bytes. */
export type Field = readonly [number: number, size: number];

/** What templates of NetFlow v9 and IPFIX alike begin with: addresses, ports, protocol, TCP flags. */
export const WHO: readonly Field[] = [
  [8, 4],
  [12, 4],
  [7, 2],
  [11, 2],
  [4, 1],
  [6, 1],
];

/** Writes the fields of WHO. */
export function writeWho(out: Writer, flow: Flow): Writer {
  return out
    .ip4(flow.source)
    .ip4(flow.destination)
    .u16(flow.sourcePort)
    .u16(flow.destinationPort)
    .u8(flow.protocol)
    .u8(flow.tcpFlags);
}

/** A set with its head, filled up to a multiple of `align` bytes. */
export function setOf(id: number, body: Uint8Array, align: 1 | 4): Uint8Array {
  const padding = (align - (body.length % align)) % align;
  return writer()
    .u16(id)
    .u16(4 + body.length + padding)
    .raw(body)
    .raw(new Uint8Array(padding))
    .bytes();
}

/** The body of a template set that defines one template. */
export function templateBody(id: number, fields: readonly Field[]): Uint8Array {
  const body = writer().u16(id).u16(fields.length);
  for (const [number, size] of fields) body.u16(number).u16(size);
  return body.bytes();
}
