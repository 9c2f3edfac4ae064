import { type Clock, type Rows, resolveTimes } from './clock.ts';
import { copyRow, type FlowColumns, turnRow } from './columns.ts';
import { clear, copyInto, type Fields } from './copy.ts';
import type { Plan } from './plan.ts';
import { VARIABLE } from './template.ts';

/** A data set to be read. */
export interface DataSet {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly end: number;
  /** Offset in the evidence of `bytes[0]`. */
  readonly base: number;
  readonly clock: Clock;
  /** Multiplier of counts by number of sampler; `null` is the one that holds without a number. */
  readonly sampling: ReadonlyMap<number | null, number>;
}

const FIELDS: Fields = { bytes: new Uint8Array(0), at: 0, stride: 0, count: 0, width: 0 };

/** Number of whole records in a set of fixed records. */
export function recordCount(plan: Plan, set: { readonly at: number; readonly end: number }): number {
  return plan.size > 0 ? Math.floor((set.end - set.at) / plan.size) : 0;
}

/**
 * Reads all records of a set of fixed records into the batch, which must have room for `recordCount` of them. Returns
 * how many rows were added.
 */
export function readFixed(columns: FlowColumns, plan: Plan, set: DataSet): number {
  const count = recordCount(plan, set);
  const from = columns.length;
  const fields = FIELDS;
  fields.bytes = set.bytes;
  fields.stride = plan.size;
  fields.count = count;
  for (const copy of plan.copies) {
    fields.at = set.at + copy.offset;
    fields.width = copy.width;
    copyInto(columns, from, { role: copy.role, form: copy.form, fields });
  }
  const rows = { from, to: from + count };
  for (let i = 0, at = set.base + set.at; i < count; i += 1, at += plan.size) columns.offset[from + i] = at;
  finish(columns, rows, { plan, set });
  return count;
}

/** Length of the record of variable length at `at`; fills `offsets` and `widths`. -1 when it runs past the end. */
export function measure(
  plan: Plan,
  set: { readonly bytes: Uint8Array; readonly at: number; readonly end: number },
  places: { readonly offsets: Uint32Array; readonly widths: Uint32Array },
): number {
  const { bytes, end } = set;
  let at = set.at;
  for (let i = 0; i < plan.widths.length; i += 1) {
    let width = plan.widths[i] as number;
    if (width === VARIABLE) {
      if (at >= end) return -1;
      width = bytes[at] as number;
      at += 1;
      if (width === 255) {
        if (at + 2 > end) return -1;
        width = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
        at += 2;
      }
    }
    places.offsets[i] = at;
    places.widths[i] = width;
    at += width;
    if (at > end) return -1;
  }
  return at - set.at;
}

/** Reads one record of variable length whose fields `measure` found. Adds one row. */
export function readVariable(
  columns: FlowColumns,
  plan: Plan,
  given: { set: DataSet; offsets: Uint32Array },
): void {
  const { set, offsets } = given;
  const from = columns.length;
  const fields = FIELDS;
  fields.bytes = set.bytes;
  fields.stride = 0;
  fields.count = 1;
  for (const copy of plan.copies) {
    fields.at = offsets[copy.field] as number;
    fields.width = copy.width;
    copyInto(columns, from, { role: copy.role, form: copy.form, fields });
  }
  columns.offset[from] = set.base + set.at;
  finish(columns, { from, to: from + 1 }, { plan, set });
}

function finish(columns: FlowColumns, rows: Rows, given: { plan: Plan; set: DataSet }): void {
  const { plan, set } = given;
  for (const role of plan.absent) clear(columns, role, rows);
  columns.line.fill(0, rows.from, rows.to);
  markVersion(columns, rows, plan);
  resolveTimes(columns, rows, { plan, clock: set.clock });
  if (plan.has.has('sampler') || plan.has.has('interval') || set.sampling.size > 0)
    scale(columns, rows, given);
  columns.length = rows.to;
}

function markVersion(columns: FlowColumns, rows: Rows, plan: Plan): void {
  const has6 = plan.has.has('src6') || plan.has.has('dst6');
  columns.v6.fill(0, rows.from, rows.to);
  if (!has6) return;
  const has4 = plan.has.has('src4') || plan.has.has('dst4');
  for (let i = rows.from; i < rows.to; i += 1) {
    if (
      isV6(columns, i, { has4, version: plan.has.has('ipVersion') ? (columns.ipVersion[i] as number) : 0 })
    ) {
      columns.v6[i] = 1;
      columns.src4[i] = 0;
      columns.dst4[i] = 0;
    } else {
      if (!has4) unmap(columns, i);
      columns.src6.fill(0n, i * 2, i * 2 + 2);
      columns.dst6.fill(0n, i * 2, i * 2 + 2);
    }
  }
}

function isV6(columns: FlowColumns, i: number, given: { has4: boolean; version: number }): boolean {
  if (!given.has4) return !(isMapped(columns.src6, i) && isMapped(columns.dst6, i));
  if (given.version === 4 || given.version === 6) return given.version === 6;
  return columns.src4[i] === 0 && columns.dst4[i] === 0;
}

function isMapped(halves: BigUint64Array, i: number): boolean {
  return halves[i * 2] === 0n && (halves[i * 2 + 1] as bigint) >> 32n === 0xffffn;
}

/** IPv4-mapped IPv6 addresses are IPv4, as everywhere in Seawall. */
function unmap(columns: FlowColumns, i: number): void {
  columns.src4[i] = Number((columns.src6[i * 2 + 1] as bigint) & 0xffffffffn);
  columns.dst4[i] = Number((columns.dst6[i * 2 + 1] as bigint) & 0xffffffffn);
}

/** Intervals above this are damage, not sampling. */
const MOST_INTERVAL = 1_000_000;

function scale(columns: FlowColumns, rows: Rows, given: { plan: Plan; set: DataSet }): void {
  const { has } = given.plan;
  const { sampling } = given.set;
  const plain = sampling.get(null) ?? 1;
  for (let i = rows.from; i < rows.to; i += 1) {
    let factor = plain;
    if (has.has('sampler')) factor = sampling.get(columns.sampler[i] as number) ?? plain;
    const own = has.has('interval') ? (columns.interval[i] as number) : 0;
    if (own >= 1 && own <= MOST_INTERVAL) factor = own;
    if (factor === 1) continue;
    columns.sampled = Math.max(columns.sampled, factor);
    columns.packets[i] = Math.round((columns.packets[i] as number) * factor);
    columns.bytes[i] = Math.round((columns.bytes[i] as number) * factor);
    columns.reversePackets[i] = Math.round((columns.reversePackets[i] as number) * factor);
    columns.reverseBytes[i] = Math.round((columns.reverseBytes[i] as number) * factor);
  }
}

/** True when records of the plan count both directions, so that `addReverse` has work. */
export function isTwoWay(plan: Plan): boolean {
  return plan.has.has('reverseBytes') || plan.has.has('reversePackets');
}

/**
 * Adds the opposite direction of a row as a row of its own where it carried anything (RFC 5103, ASA initiator and
 * responder); the batch must have room for one more. Returns whether it did.
 */
export function addReverse(columns: FlowColumns, row: number, plan: Plan): boolean {
  const bytes = plan.has.has('reverseBytes') ? (columns.reverseBytes[row] as number) : 0;
  const packets = plan.has.has('reversePackets') ? (columns.reversePackets[row] as number) : 0;
  if (bytes === 0 && packets === 0) return false;
  const to = columns.length;
  copyRow(columns, row, to);
  turnRow(columns, to);
  columns.bytes[to] = bytes;
  columns.packets[to] = packets;
  columns.length = to + 1;
  return true;
}
