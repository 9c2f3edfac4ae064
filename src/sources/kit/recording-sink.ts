import { hmac, sha256 } from '../../base/hash.ts';
import type { Instant } from '../../base/time.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceKind } from '../../model/evidence.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { Origin, RecordKind, RecordOf, SeawallRecord } from '../../model/record.ts';
import type {
  Account,
  DeviceHint,
  Head,
  HourTally,
  Keyed,
  ReadContext,
  Sink,
  Source,
  TemplateNote,
} from './contract.ts';

/** A sink that keeps everything: for tests of sources. */
export class RecordingSink implements Sink {
  readonly records: SeawallRecord[] = [];
  readonly observations: { origin: Origin; kind: EvidenceKind; at: Instant | null }[] = [];
  readonly sequences: { origin: Origin; number: number; at: Instant }[] = [];
  readonly offsets: { origin: Origin; offset: number }[] = [];
  readonly unreadLines: { origin: Origin; kind: EvidenceKind; what?: string }[] = [];
  readonly losses: ({ origin: Origin; kind: EvidenceKind } & HourTally)[] = [];
  readonly batches: FlowBatch[] = [];
  readonly snapshots: DeviceFacts[] = [];
  readonly ties: { origins: readonly Origin[]; because: string; about: DeviceHint | undefined }[] = [];
  readonly accounts: Account[] = [];
  readonly templates: TemplateNote[] = [];

  record(record: SeawallRecord, kind: EvidenceKind): void {
    this.records.push(record);
    this.observations.push({ origin: record.origin, kind, at: record.at });
  }
  seen(origin: Origin, kind: EvidenceKind, at: Instant | null): void {
    this.observations.push({ origin, kind, at });
  }
  wantsLog(): boolean {
    return true;
  }
  sequence(origin: Origin, number: number, at: Instant): void {
    this.sequences.push({ origin, number, at });
  }
  clockOffset(origin: Origin, offset: number): void {
    this.offsets.push({ origin, offset });
  }
  unread(origin: Origin, kind: EvidenceKind, what?: string): void {
    this.unreadLines.push(what === undefined ? { origin, kind } : { origin, kind, what });
  }
  lost(origin: Origin, kind: EvidenceKind, tally: HourTally): void {
    this.losses.push({ origin, kind, ...tally });
  }
  flows(batch: FlowBatch): void {
    this.batches.push(copyBatch(batch));
  }
  facts(facts: DeviceFacts): void {
    this.snapshots.push(facts);
  }
  same(origins: readonly Origin[], because: string, about?: DeviceHint): void {
    this.ties.push({ origins, because, about });
  }
  account(account: Account): void {
    this.accounts.push(account);
  }
  template(template: TemplateNote): void {
    this.templates.push(template);
  }

  /** Records of one kind. */
  of<K extends RecordKind>(kind: K): RecordOf<K>[] {
    return this.records.filter((r): r is RecordOf<K> => r.kind === kind);
  }
  /** Sum of accounted bytes, of one state or of all. */
  bytes(state?: Account['state']): number {
    return this.accounts.filter((a) => !state || a.state === state).reduce((sum, a) => sum + a.bytes, 0);
  }
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

/** A fixed key for tests. */
export const TEST_KEYED: Keyed = {
  secret: (text) => hmac(new Uint8Array(32), `secret ${text}`).slice(0, 16),
  person: (kind, value) => hmac(new Uint8Array(32), `${kind} ${value}`).slice(0, 32),
};

/** The head of evidence, as recognition gets it. */
export function headOf(bytes: Uint8Array): Head {
  const cut = bytes.subarray(0, 65536);
  const text = new TextDecoder('latin1').decode(cut);
  return { bytes: cut, text, lines: text.split(/\r?\n/, 200), whole: cut.length === bytes.length };
}

/** Options of `readWith`; the defaults read the whole text in chunks of 64 KiB. */
export interface ReadOptions extends Partial<ReadContext> {
  readonly chunk?: number;
}

/** Reads bytes with one source into a recording sink: for tests. The anchor defaults to 2026-11-22T00:00Z. */
export function readWith(
  source: Source,
  input: Uint8Array | string,
  options: ReadOptions = {},
): RecordingSink {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const sink = new RecordingSink();
  const context: ReadContext = {
    evidence: sha256(bytes),
    name: 'test',
    anchor: Date.UTC(2026, 10, 22),
    keyed: TEST_KEYED,
    scanner: null,
    templates: new Map(),
    start: { line: 1, byte: 0 },
    content: new Map(),
    ...options,
  };
  const reader = source.open(context, sink);
  const step = options.chunk ?? 65536;
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.slice(at, at + step));
  reader.end();
  return sink;
}
