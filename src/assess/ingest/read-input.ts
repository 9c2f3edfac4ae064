import { createHash } from 'node:crypto';
import { sha256 } from '../../base/hash.ts';
import { printable } from '../../base/printable.ts';
import type { Container, EvidenceId } from '../../model/evidence.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { SeawallRecord } from '../../model/record.ts';
import { type Piece, type PieceProblem, unpack } from '../../sources/kit/unpack.ts';
import { DigestSink } from './digest-sink.ts';
import type { Input } from './inputs.ts';
import { type PartResult, partOf, UNRECOGNISED } from './part.ts';
import { type ReadEnvironment, readPart } from './read-part.ts';

/** A piece of evidence of which the last byte was read; `hashed` is false where the id is no hash of bytes. */
export interface FinishedPiece {
  readonly part: PartResult;
  readonly id: EvidenceId;
  readonly name: string;
  readonly hashed: boolean;
}

/** Where the reading of one input sends its pieces. Calls are awaited, so memory stays bounded. */
export interface PieceOutlet {
  begin(): Promise<number>;
  records(piece: number, batch: readonly SeawallRecord[]): Promise<void>;
  flows(piece: number, batch: FlowBatch): Promise<void>;
  finish(piece: number, done: FinishedPiece): Promise<void>;
  /** Tells, after the last byte of an archive, what it is on the disk and which evidence came out of it. */
  contained(container: Container, evidence: readonly EvidenceId[]): Promise<void>;
  progress(bytes: number): void;
}

/** Reads one input, unpacked into its pieces, each through the source that knows it. */
export async function readInput(input: Input, env: ReadEnvironment, outlet: PieceOutlet): Promise<void> {
  const whole = new Whole();
  const to: Destination = { env, outlet, whole };
  const inside = new Set<EvidenceId>();
  for await (const piece of unpack(counted(input.open(), outlet, whole), { name: input.name })) {
    const id = await (piece.problem ? readProblem : readPiece)(piece, to);
    if (piece.packed) inside.add(id);
  }
  if (inside.size === 0) return;
  const container = { name: printable(input.name, 600), sha256: whole.digest(), size: whole.size };
  await outlet.contained(container, [...inside]);
}

/** Hashes an input as it lies on the disk while it is read. */
class Whole {
  size = 0;
  private readonly hash = createHash('sha256');
  private hex = '';

  see(chunk: Uint8Array): void {
    this.size += chunk.length;
    this.hash.update(chunk);
  }

  /** The hash; every byte must have passed. */
  digest(): string {
    this.hex ||= this.hash.digest('hex');
    return this.hex;
  }
}

interface Destination {
  readonly env: ReadEnvironment;
  readonly outlet: PieceOutlet;
  readonly whole: Whole;
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  outlet: PieceOutlet,
  whole: Whole,
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    whole.see(chunk);
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

/** Reads one piece. The hash of an input that is no archive is known already; only what was packed is hashed by itself. */
async function readPiece(piece: Piece, { env, outlet, whole }: Destination): Promise<EvidenceId> {
  const number = await outlet.begin();
  const own = piece.packed ? new Whole() : whole;
  const held = new Held();
  const part = await readPart(
    {
      name: piece.name,
      bytes: drained(piece.bytes, () => held.drain(number, outlet)),
      start: { line: 1, byte: 0 },
      source: null,
      outlet: held,
      ...(piece.packed ? { tap: (chunk: Uint8Array) => own.see(chunk) } : {}),
    },
    env,
  );
  await held.drain(number, outlet);
  const id = own.digest();
  await outlet.finish(number, { part, id, name: piece.name, hashed: true });
  return id;
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

/** Problems whose piece has all its bytes, still packed. */
const WHOLE: ReadonlySet<string> = new Set(['not-unpacked', 'too-deep']);

/** What could not be unpacked becomes evidence of its own, so that nothing is lost in silence. */
async function readProblem(piece: Piece, { env, outlet }: Destination): Promise<EvidenceId> {
  const { code, state, text } = piece.problem as PieceProblem;
  const number = await outlet.begin();
  const sink = new DigestSink(env.selection, { records: () => {}, flows: () => {} });
  const own = new Whole();
  for await (const chunk of piece.bytes) own.see(chunk);
  const size = own.size + piece.unread;
  const left = piece.unread > 0 ? ` ${piece.unread} packed bytes stay unread.` : '';
  const sample = { line: 0, byte: 0, length: size, text: `${text}${left}` };
  sink.account({ state, reason: code, bytes: size, units: 1, sample });
  const part = partOf(sink, { ...UNRECOGNISED, magic: '' }, size);
  const hashed = WHOLE.has(code);
  const id = hashed ? own.digest() : sha256(`${piece.name}\n${code}\n${text}\n${piece.unread}`);
  await outlet.finish(number, { part, id, name: piece.name, hashed });
  return id;
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
