import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { FlowBatch } from '../../../model/flow.ts';
import { CHUNK, itemsOf, wideItemsOf } from './database.ts';

const NUMBERS = ['v6', 'src4', 'dst4'] as const;
const REST = [
  'srcPort',
  'dstPort',
  'protocol',
  'tcpFlags',
  'first',
  'last',
  'packets',
  'bytes',
  'inIf',
  'outIf',
  'offset',
  'line',
] as const;
const HALVES = ['src6', 'dst6'] as const;

/** Where rows of a batch go: numbers of evidence and exporter, and the first row that is not taken yet. */
interface Part {
  readonly ev: number;
  readonly ex: number;
  readonly from: number;
}

/**
 * Rows on their way to the table, in columns. A capture changes its exporter with every datagram, so batches are small;
 * a chunk of the database costs the same for ten rows as for two thousand.
 */
export class Stage {
  rows = 0;
  readonly ev: Uint32Array = new Uint32Array(CHUNK);
  readonly ex: Uint32Array = new Uint32Array(CHUNK);
  readonly v6: Uint8Array = new Uint8Array(CHUNK);
  readonly src4: Uint32Array = new Uint32Array(CHUNK);
  readonly dst4: Uint32Array = new Uint32Array(CHUNK);
  readonly src6: BigUint64Array = new BigUint64Array(CHUNK * 2);
  readonly dst6: BigUint64Array = new BigUint64Array(CHUNK * 2);
  readonly srcPort: Uint16Array = new Uint16Array(CHUNK);
  readonly dstPort: Uint16Array = new Uint16Array(CHUNK);
  readonly protocol: Uint8Array = new Uint8Array(CHUNK);
  readonly tcpFlags: Uint8Array = new Uint8Array(CHUNK);
  readonly first: Float64Array = new Float64Array(CHUNK);
  readonly last: Float64Array = new Float64Array(CHUNK);
  readonly packets: Float64Array = new Float64Array(CHUNK);
  readonly bytes: Float64Array = new Float64Array(CHUNK);
  readonly inIf: Uint32Array = new Uint32Array(CHUNK);
  readonly outIf: Uint32Array = new Uint32Array(CHUNK);
  readonly offset: Float64Array = new Float64Array(CHUNK);
  readonly line: Uint32Array = new Uint32Array(CHUNK);

  /** True when no row more fits. */
  get full(): boolean {
    return this.rows === CHUNK;
  }

  /** Takes as many rows of a batch as fit and tells how many. */
  take(batch: FlowBatch, { ev, ex, from }: Part): number {
    const at = this.rows;
    const count = Math.min(batch.length - from, CHUNK - at);
    this.ev.fill(ev, at, at + count);
    this.ex.fill(ex, at, at + count);
    for (const name of NUMBERS) this[name].set(batch[name].subarray(from, from + count), at);
    for (const name of HALVES) this[name].set(batch[name].subarray(from * 2, (from + count) * 2), at * 2);
    for (const name of REST) this[name].set(batch[name].subarray(from, from + count), at);
    this.rows += count;
    return count;
  }
}

/** Writes the rows of a stage to a chunk made for as many. */
export function fillChunk(chunk: DuckDBDataChunk, stage: Stage): void {
  const { rows } = stage;
  let column = 0;
  const put = (values: Uint8Array | Uint16Array | Uint32Array | Float64Array): void => {
    const vector = itemsOf(chunk, column++);
    vector.items.set(values.subarray(0, rows));
    vector.flush();
  };
  put(stage.ev);
  put(stage.ex);
  for (const name of NUMBERS) put(stage[name]);
  for (const name of HALVES)
    for (const half of [0, 1]) putHalf(chunk, column++, { halves: stage[name], half });
  for (const name of REST) put(stage[name]);
}

function putHalf(chunk: DuckDBDataChunk, column: number, of: { halves: BigUint64Array; half: number }): void {
  const vector = wideItemsOf(chunk, column);
  const { items } = vector;
  for (let i = 0, at = of.half; i < items.length; i += 1, at += 2) items[i] = of.halves[at] as bigint;
  vector.flush();
}
