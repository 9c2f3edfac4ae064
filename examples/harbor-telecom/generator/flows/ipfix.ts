import { type Writer, writer } from './bytes.ts';
import type { Flow } from './flow.ts';

const TEMPLATE = 320;

// IANA information elements: addresses, ports, protocol, flags, byte and packet deltas, milliseconds, interfaces.
const FIELDS: readonly (readonly [element: number, size: number])[] = [
  [8, 4],
  [12, 4],
  [7, 2],
  [11, 2],
  [4, 1],
  [6, 1],
  [1, 8],
  [2, 8],
  [152, 8],
  [153, 8],
  [10, 4],
  [14, 4],
];

const set = (id: number, body: Uint8Array): Uint8Array =>
  writer()
    .u16(id)
    .u16(4 + body.length)
    .raw(body)
    .bytes();

const template = (): Uint8Array => {
  const body = writer().u16(TEMPLATE).u16(FIELDS.length);
  for (const [element, size] of FIELDS) body.u16(element).u16(size);
  return set(2, body.bytes());
};

const record = (out: Writer, flow: Flow): void => {
  out.ip4(flow.source).ip4(flow.destination).u16(flow.sourcePort).u16(flow.destinationPort);
  out.u8(flow.protocol).u8(flow.tcpFlags).u64(flow.bytes).u64(flow.packets);
  out.u64(flow.start).u64(flow.end).u32(flow.input).u32(flow.output);
};

/** What a message says besides its flows; `sequence` counts the data records sent before it. */
export interface IpfixHead {
  at: number;
  sequence: number;
  domain: number;
  withTemplates: boolean;
}

/** One IPFIX message (RFC 7011). */
export function ipfix(flows: readonly Flow[], head: IpfixHead): Uint8Array {
  const data = writer();
  for (const flow of flows) record(data, flow);
  const body = writer();
  if (head.withTemplates) body.raw(template());
  body.raw(set(TEMPLATE, data.bytes()));
  return writer()
    .u16(10)
    .u16(16 + body.length())
    .u32(Math.floor(head.at / 1000))
    .u32(head.sequence)
    .u32(head.domain)
    .raw(body.bytes())
    .bytes();
}
