import { type Writer, writer } from './bytes.ts';
import type { Flow } from './flow.ts';
import { type Field, setOf, templateBody, WHO, writeWho } from './template-sets.ts';

const TEMPLATE = 260;
const OPTIONS = 261;

// Field numbers and sizes as RFC 3954 section 8 lists them.
const FIELDS: readonly Field[] = [
  ...WHO,
  [5, 1],
  [61, 1],
  [1, 4],
  [2, 4],
  [22, 4],
  [21, 4],
  [10, 2],
  [14, 2],
];

const flowSet = (id: number, body: Uint8Array): Uint8Array => setOf(id, body, 4);

const template = (): Uint8Array => flowSet(0, templateBody(TEMPLATE, FIELDS));

// Scope: the system; options: sampling interval and algorithm.
const optionsTemplate = (): Uint8Array =>
  flowSet(1, writer().u16(OPTIONS).u16(4).u16(8).u16(1).u16(4).u16(34).u16(4).u16(35).u16(1).bytes());

const optionsData = (): Uint8Array => flowSet(OPTIONS, writer().u32(0).u32(100).u8(2).bytes());

const record = (out: Writer, flow: Flow, bootedAt: number): void => {
  writeWho(out, flow).u8(0).u8(0).u32(flow.bytes).u32(flow.packets);
  out
    .u32(flow.start - bootedAt)
    .u32(flow.end - bootedAt)
    .u16(flow.input)
    .u16(flow.output);
};

/** What a datagram says besides its flows. */
export interface Datagram9 {
  at: number;
  bootedAt: number;
  /** Counts datagrams, as RFC 3954 section 5.1 asks. */
  sequence: number;
  sourceId: number;
  withTemplates: boolean;
}

/** One NetFlow v9 datagram, templates first when asked for. */
export function netflow9(flows: readonly Flow[], head: Datagram9): Uint8Array {
  const data = writer();
  for (const flow of flows) record(data, flow, head.bootedAt);
  const sets = head.withTemplates ? [template(), optionsTemplate(), optionsData()] : [];
  const count = flows.length + (head.withTemplates ? 3 : 0);
  const out = writer()
    .u16(9)
    .u16(count)
    .u32(head.at - head.bootedAt);
  out
    .u32(Math.floor(head.at / 1000))
    .u32(head.sequence)
    .u32(head.sourceId);
  for (const set of [...sets, flowSet(TEMPLATE, data.bytes())]) out.raw(set);
  return out.bytes();
}
