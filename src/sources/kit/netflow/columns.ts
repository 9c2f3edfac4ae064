import type { FlowBatch } from '../../../model/flow.ts';

/** Rows that one batch holds; a flow set has at most 16,379 records of 4 bytes. */
export const CAPACITY = 16_384;

/** A batch that is filled, handed over and filled again. The columns after `line` are for work in progress. */
export class FlowColumns implements FlowBatch {
  exporter: string;
  length = 0;
  readonly v6: Uint8Array = new Uint8Array(CAPACITY);
  readonly src4: Uint32Array = new Uint32Array(CAPACITY);
  readonly dst4: Uint32Array = new Uint32Array(CAPACITY);
  readonly src6: BigUint64Array = new BigUint64Array(CAPACITY * 2);
  readonly dst6: BigUint64Array = new BigUint64Array(CAPACITY * 2);
  readonly srcPort: Uint16Array = new Uint16Array(CAPACITY);
  readonly dstPort: Uint16Array = new Uint16Array(CAPACITY);
  readonly protocol: Uint8Array = new Uint8Array(CAPACITY);
  readonly tcpFlags: Uint8Array = new Uint8Array(CAPACITY);
  readonly first: Float64Array = new Float64Array(CAPACITY);
  readonly last: Float64Array = new Float64Array(CAPACITY);
  readonly packets: Float64Array = new Float64Array(CAPACITY);
  readonly bytes: Float64Array = new Float64Array(CAPACITY);
  readonly inIf: Uint32Array = new Uint32Array(CAPACITY);
  readonly outIf: Uint32Array = new Uint32Array(CAPACITY);
  readonly offset: Float64Array = new Float64Array(CAPACITY);
  readonly line: Uint32Array = new Uint32Array(CAPACITY);
  /** `src6` and `dst6` as 32-bit words, for writing without big numbers. */
  readonly src6Words: Uint32Array = new Uint32Array(this.src6.buffer);
  readonly dst6Words: Uint32Array = new Uint32Array(this.dst6.buffer);
  readonly ipVersion: Uint8Array = new Uint8Array(CAPACITY);
  /** Time at which the exporter started, in milliseconds, where records carry it. */
  readonly init: Float64Array = new Float64Array(CAPACITY);
  readonly duration: Float64Array = new Float64Array(CAPACITY);
  /** Sampling interval, or number of the sampler, where records carry it. */
  readonly interval: Float64Array = new Float64Array(CAPACITY);
  readonly sampler: Float64Array = new Float64Array(CAPACITY);
  /** Largest sampling interval among the rows. */
  sampled = 1;
  readonly reverseBytes: Float64Array = new Float64Array(CAPACITY);
  readonly reversePackets: Float64Array = new Float64Array(CAPACITY);

  /** An empty batch of one exporter. */
  constructor(exporter: string) {
    this.exporter = exporter;
  }
}

/** Copies one row over another: all columns of FlowBatch. */
export function copyRow(columns: FlowColumns, from: number, to: number): void {
  columns.v6[to] = columns.v6[from] as number;
  columns.src4[to] = columns.src4[from] as number;
  columns.dst4[to] = columns.dst4[from] as number;
  columns.src6.copyWithin(to * 2, from * 2, from * 2 + 2);
  columns.dst6.copyWithin(to * 2, from * 2, from * 2 + 2);
  columns.srcPort[to] = columns.srcPort[from] as number;
  columns.dstPort[to] = columns.dstPort[from] as number;
  columns.protocol[to] = columns.protocol[from] as number;
  columns.tcpFlags[to] = columns.tcpFlags[from] as number;
  columns.first[to] = columns.first[from] as number;
  columns.last[to] = columns.last[from] as number;
  columns.packets[to] = columns.packets[from] as number;
  columns.bytes[to] = columns.bytes[from] as number;
  columns.inIf[to] = columns.inIf[from] as number;
  columns.outIf[to] = columns.outIf[from] as number;
  columns.offset[to] = columns.offset[from] as number;
  columns.line[to] = columns.line[from] as number;
}

/** Turns a row into the opposite direction of the same flow: ends and interfaces change places. */
export function turnRow(columns: FlowColumns, row: number): void {
  swap(columns.src4, columns.dst4, row);
  swap(columns.srcPort, columns.dstPort, row);
  swap(columns.inIf, columns.outIf, row);
  for (const half of [row * 2, row * 2 + 1]) {
    const kept = columns.src6[half] as bigint;
    columns.src6[half] = columns.dst6[half] as bigint;
    columns.dst6[half] = kept;
  }
}

function swap(a: Uint32Array | Uint16Array, b: Uint32Array | Uint16Array, row: number): void {
  const kept = a[row] as number;
  a[row] = b[row] as number;
  b[row] = kept;
}
