import type { Container, EvidenceId } from '../../model/evidence.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { SeawallRecord } from '../../model/record.ts';
import type { CaseStore, EvidenceHandle, ReadMark } from '../../store/contract.ts';
import { digestOf } from './digest.ts';
import type { PartResult } from './part.ts';

/** Where flows go; keyed by handle, since the hash of evidence is known only at its end. */
export interface FlowSink {
  append(handle: string, batch: FlowBatch): void | Promise<void>;
  forget(handle: string): void | Promise<void>;
  /** Makes all flows so far durable. */
  seal(): Promise<unknown>;
}

/** Flows after which a segment is sealed while evidence still comes. */
const FLOWS_A_SEGMENT = 8_000_000;

/** What is known of a piece of evidence when its last byte was read. */
export interface Arrived {
  readonly handle: EvidenceHandle;
  readonly part: PartResult;
  readonly id: EvidenceId;
  readonly name: string;
  /** False where the id is no hash of bytes. */
  readonly hashed: boolean;
  readonly mark: ReadMark;
}

/** Puts what was read into the case: records and flows as they come, the digest at the end. */
export class Arrivals {
  private readonly store: CaseStore;
  private readonly flowSink: () => Promise<FlowSink>;
  private waiting: Arrived[] = [];
  private waitingFlows = 0;
  private readonly withFlows = new Set<EvidenceHandle>();

  /** The flow store is opened when the first flow comes. */
  constructor(store: CaseStore, flowSink: () => Promise<FlowSink>) {
    this.store = store;
    this.flowSink = flowSink;
  }

  /** Opens a piece of evidence. */
  async begin(): Promise<EvidenceHandle> {
    return await this.store.begin();
  }

  /** Stores a batch of records. */
  async records(handle: EvidenceHandle, batch: readonly SeawallRecord[]): Promise<void> {
    await this.store.addRecords(handle, batch);
  }

  /** Stores a batch of flows. */
  async flows(handle: EvidenceHandle, batch: FlowBatch): Promise<void> {
    const sink = await this.flowSink();
    // A power cut must not give the number to other evidence while its flows are in a segment already.
    if (!this.withFlows.has(handle)) await this.store.sync();
    this.withFlows.add(handle);
    await sink.append(String(handle), batch);
  }

  /**
   * Makes the evidence part of the case, unless its bytes are there already. Evidence with flows waits until they are
   * sealed, so that a crash never leaves evidence whose flows are gone.
   */
  async finish(arrived: Arrived): Promise<void> {
    if (arrived.part.flows === 0) {
      await this.settle(arrived);
      return;
    }
    this.waiting.push(arrived);
    this.waitingFlows += arrived.part.flows;
    if (this.waitingFlows >= FLOWS_A_SEGMENT) await this.commit();
  }

  /** Seals flows and makes the evidence that brought them part of the case. */
  async commit(): Promise<void> {
    if (this.waiting.length === 0) return;
    const sink = await this.flowSink();
    const waiting = this.waiting;
    this.waiting = [];
    this.waitingFlows = 0;
    const known = new Set((await this.store.evidence()).map((e) => e.id));
    for (const { handle, id, mark } of waiting) {
      if (known.has(id) && !mark.replaces) await sink.forget(String(handle));
      known.add(id);
    }
    await sink.seal();
    for (const arrived of waiting) await this.settle(arrived);
  }

  /** True when no evidence waits for its flows to be sealed. */
  get settled(): boolean {
    return this.waiting.length === 0;
  }

  /** Notes the file in which evidence was packed. */
  async contained(container: Container, evidence: readonly EvidenceId[]): Promise<void> {
    await this.store.noteContainer(container, evidence);
  }

  private async settle(arrived: Arrived): Promise<void> {
    const { handle, mark } = arrived;
    await this.store.addRecords(handle, [fileRecord(arrived)]);
    const { dropped } = await this.store.finish(handle, digestOf(arrived), mark);
    if (dropped === null || !(mark.replaces || arrived.part.flows > 0)) return;
    // What takes its place is on the disk before its flows go from there.
    await this.store.sync();
    await this.forget(dropped);
  }

  private async forget(handle: EvidenceHandle): Promise<void> {
    const sink = await this.flowSink();
    await sink.forget(String(handle));
  }

  /** Drops a piece of evidence and its flows. */
  async drop(handle: EvidenceHandle): Promise<void> {
    await this.store.drop(handle);
    await this.forget(handle);
  }
}

/** Every file of evidence is itself something that shared hashes can be compared with. */
function fileRecord({ id, name, part, hashed }: Arrived): SeawallRecord {
  return {
    kind: 'file',
    origin: 'system:evidence',
    at: null,
    timeQuality: 'none',
    count: 1,
    last: null,
    ref: { evidence: id, line: 0, lineEnd: 0, byte: 0, length: part.size },
    text: name.slice(0, 400),
    path: name,
    size: part.size,
    md5: null,
    sha1: null,
    sha256: hashed ? id : null,
    sha512: null,
    strings: [],
  };
}
