import { createHash } from 'node:crypto';
import { sha256 } from '../../base/hash.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { SeawallRecord } from '../../model/record.ts';
import { type Piece, unpack } from '../../sources/kit/unpack.ts';
import { DigestSink } from './digest-sink.ts';
import type { Input } from './inputs.ts';
import { type PartResult, partOf } from './part.ts';
import { type ReadEnvironment, readPart } from './read-part.ts';

/** Where the reading of one input sends its pieces. Calls are awaited, so memory stays bounded. */
export interface PieceOutlet {
  begin(): Promise<number>;
  records(piece: number, batch: readonly SeawallRecord[]): Promise<void>;
  flows(piece: number, batch: FlowBatch): Promise<void>;
  finish(
    piece: number,
    done: { readonly part: PartResult; readonly id: string; readonly name: string },
  ): Promise<void>;
  progress(bytes: number): void;
}

/** Reads one input, unpacked into its pieces, each through the source that knows it. */
export async function readInput(input: Input, env: ReadEnvironment, outlet: PieceOutlet): Promise<void> {
  for await (const piece of unpack(counted(input.open(), outlet), { name: input.name })) {
    if (piece.problem) await readProblem(piece, env, outlet);
    else await readPiece(piece, env, outlet);
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, outlet: PieceOutlet): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    outlet.progress(chunk.length);
    yield chunk;
  }
}

/** Holds what a reader hands over during one chunk, until it can be stored. */
export class Held {
  private recordBatches: SeawallRecord[][] = [];
  private flowBatches: FlowBatch[] = [];

  /** See DigestOutlet. */
  records(batch: SeawallRecord[]): void {
    this.recordBatches.push(batch);
  }

  /** See DigestOutlet; copies, since the reader uses its batch again. */
  flows(batch: FlowBatch): void {
    this.flowBatches.push(copyBatch(batch));
  }

  /** Stores what is held. */
  async drain(piece: number, outlet: Pick<PieceOutlet, 'records' | 'flows'>): Promise<void> {
    const records = this.recordBatches;
    const flows = this.flowBatches;
    this.recordBatches = [];
    this.flowBatches = [];
    for (const batch of records) await outlet.records(piece, batch);
    for (const batch of flows) await outlet.flows(piece, batch);
  }
}

async function readPiece(piece: Piece, env: ReadEnvironment, outlet: PieceOutlet): Promise<void> {
  const number = await outlet.begin();
  const hash = createHash('sha256');
  const held = new Held();
  const part = await readPart(
    {
      name: piece.name,
      bytes: drained(piece.bytes, () => held.drain(number, outlet)),
      start: { line: 1, byte: 0 },
      source: null,
      outlet: held,
      tap: (chunk) => hash.update(chunk),
    },
    env,
  );
  await held.drain(number, outlet);
  await outlet.finish(number, { part, id: hash.digest('hex'), name: piece.name });
}

async function* drained(
  bytes: AsyncIterable<Uint8Array>,
  drain: () => Promise<void>,
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    yield chunk;
    await drain();
  }
}

/** What could not be unpacked becomes evidence of its own, so that nothing is lost in silence. */
async function readProblem(piece: Piece, env: ReadEnvironment, outlet: PieceOutlet): Promise<void> {
  if (!piece.problem) return;
  const number = await outlet.begin();
  const sink = new DigestSink(env.selection, { records: () => {}, flows: () => {} });
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of piece.bytes) {
    size += chunk.length;
    hash.update(chunk);
  }
  const { code, state, text } = piece.problem;
  const sample = { line: 0, byte: 0, length: size, text };
  sink.account({ state, reason: code, bytes: size, units: 1, sample });
  const part = partOf(sink, { source: null, sourceVersion: 0, kinds: [], marking: null, magic: '' }, size);
  const id = size > 0 ? hash.digest('hex') : sha256(`${piece.name}\n${code}\n${text}`);
  await outlet.finish(number, { part, id, name: piece.name });
}

function copyBatch(batch: FlowBatch): FlowBatch {
  const n = batch.length;
  return {
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
}
