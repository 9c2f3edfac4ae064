import { type Writer, writer } from './bytes.ts';
import type { Flow } from './flow.ts';
import { type Field, setOf, templateBody, WHO, writeWho } from './template-sets.ts';

const TEMPLATE = 320;

// IANA information elements: byte and packet deltas, milliseconds, interfaces.
const FIELDS: readonly Field[] = [...WHO, [1, 8], [2, 8], [152, 8], [153, 8], [10, 4], [14, 4]];

const record = (out: Writer, flow: Flow): void => {
  writeWho(out, flow).u64(flow.bytes).u64(flow.packets);
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
  if (head.withTemplates) body.raw(setOf(2, templateBody(TEMPLATE, FIELDS), 1));
  body.raw(setOf(TEMPLATE, data.bytes(), 1));
  return writer()
    .u16(10)
    .u16(16 + body.length())
    .u32(Math.floor(head.at / 1000))
    .u32(head.sequence)
    .u32(head.domain)
    .raw(body.bytes())
    .bytes();
}
