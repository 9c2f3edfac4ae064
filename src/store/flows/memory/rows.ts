import type { FlowBatch } from '../../../model/flow.ts';

/** A batch that the store owns, with the key of its evidence. */
export interface Kept {
  readonly evidence: string;
  readonly batch: FlowBatch;
}

/** Copies a batch so that the caller may use its own again. */
export function keep(evidence: string, batch: FlowBatch): Kept {
  const n = batch.length;
  const copy: FlowBatch = {
    length: n,
    exporter: batch.exporter,
    v6: batch.v6.slice(0, n),
    src4: batch.src4.slice(0, n),
    dst4: batch.dst4.slice(0, n),
    src6: batch.src6.slice(0, n * 2),
    dst6: batch.dst6.slice(0, n * 2),
    srcPort: batch.srcPort.slice(0, n),
    dstPort: batch.dstPort.slice(0, n),
    protocol: batch.protocol.slice(0, n),
    tcpFlags: batch.tcpFlags.slice(0, n),
    first: batch.first.slice(0, n),
    last: batch.last.slice(0, n),
    packets: batch.packets.slice(0, n),
    bytes: batch.bytes.slice(0, n),
    inIf: batch.inIf.slice(0, n),
    outIf: batch.outIf.slice(0, n),
    offset: batch.offset.slice(0, n),
    line: batch.line.slice(0, n),
  };
  return { evidence, batch: copy };
}

/** One flow as queries see it. */
export interface Row {
  readonly evidence: string;
  readonly exporter: string;
  readonly v6: boolean;
  readonly src: number | bigint;
  readonly dst: number | bigint;
  readonly protocol: number;
  readonly srcPort: number;
  readonly dstPort: number;
  readonly first: number;
  readonly last: number;
  readonly packets: number;
  readonly bytes: number;
  readonly offset: number;
  readonly line: number;
}

/** Reads one row of a batch. */
export function rowOf(kept: Kept, i: number): Row {
  const { batch, evidence } = kept;
  const v6 = batch.v6[i] === 1;
  return {
    evidence,
    exporter: batch.exporter,
    v6,
    src: v6 ? join6(batch.src6, i) : (batch.src4[i] as number),
    dst: v6 ? join6(batch.dst6, i) : (batch.dst4[i] as number),
    protocol: batch.protocol[i] as number,
    srcPort: batch.srcPort[i] as number,
    dstPort: batch.dstPort[i] as number,
    first: batch.first[i] as number,
    last: batch.last[i] as number,
    packets: batch.packets[i] as number,
    bytes: batch.bytes[i] as number,
    offset: batch.offset[i] as number,
    line: batch.line[i] as number,
  };
}

function join6(halves: BigUint64Array, i: number): bigint {
  return ((halves[i * 2] as bigint) << 64n) | (halves[i * 2 + 1] as bigint);
}
