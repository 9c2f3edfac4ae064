import type { Instant } from '../../base/time.ts';
import type { DeviceFacts } from '../../model/device-facts.ts';
import type { EvidenceId, EvidenceKind, Tlp } from '../../model/evidence.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { Scanner } from '../../model/indicator.ts';
import type { LedgerState } from '../../model/ledger.ts';
import type { Origin, SeawallRecord } from '../../model/record.ts';

/** What a source may look at to recognise evidence: content only, never the name. */
export interface Head {
  /** The first bytes, at most 64 KiB. */
  readonly bytes: Uint8Array;
  /** The same as Latin-1 text, one character a byte. */
  readonly text: string;
  /** The first lines (at most 200) without line ends, as Latin-1. */
  readonly lines: readonly string[];
  /** True when the head is the whole evidence. */
  readonly whole: boolean;
}

/** A stretch of bytes that a reader accounts for. */
export interface Account {
  readonly state: LedgerState;
  readonly reason: string;
  readonly bytes: number;
  readonly units: number;
  /** Given for the first few places of `not-understood` and `failed`, and of `set-aside` where it helps. */
  readonly sample?: {
    readonly line: number;
    readonly byte: number;
    readonly length: number;
    readonly text: string;
  };
}

/** Where readers put what they find. All calls are cheap; none throws on data. */
export interface Sink {
  /** Hands over a record. Sets coverage too. Records that no check selects are counted and dropped. */
  record(record: SeawallRecord, kind: EvidenceKind): void;
  /** Counts an observation for coverage without a record: the hot path. `at` null where the line has no time. */
  seen(origin: Origin, kind: EvidenceKind, at: Instant | null): void;
  /** True when some check wants log messages with this mnemonic, so that a reader need build no others. */
  wantsLog(mnemonic: string): boolean;
  /** Reports the sequence number that a device put on a message. */
  sequence(origin: Origin, number: number, at: Instant): void;
  /** Reports device clock minus relay clock in milliseconds. */
  clockOffset(origin: Origin, offset: number): void;
  /** Reports the greatest severity number (0 to 7) that a log of this origin shows so far. */
  severity?(origin: Origin, level: number): void;
  /**
   * Reports a line of a known origin that could not be read. `what` where the line says what it should have been: then
   * only questions about such records suffer.
   */
  unread(origin: Origin, kind: EvidenceKind, what?: 'login' | 'command'): void;
  /** Reports what came and what was lost or could not be decoded of a stream within an hour, in the stream's own units. */
  lost?(origin: Origin, kind: EvidenceKind, tally: HourTally): void;
  /** Hands over decoded flows; the batch may be used again after the call. Sets coverage of the exporter. */
  flows(batch: FlowBatch): void;
  /** Hands over one snapshot of a device. */
  facts(facts: DeviceFacts): void;
  /** Says that the evidence itself ties these origins to one device (an inventory row, a relay header). */
  same(origins: readonly Origin[], because: string, about?: DeviceHint): void;
  /** Accounts for bytes. At the end the sum over all calls must equal the evidence's size. */
  account(account: Account): void;
  /** Offers a NetFlow or IPFIX template, or asks for one that never came; see sources/flows. */
  template(template: TemplateNote): void;
}

/** What came and what did not come within an hour; `hour` counts from 1970. */
export interface HourTally {
  readonly hour: number;
  readonly lost: number;
  readonly heard: number;
}

/** What an inventory says of a device. */
export interface DeviceHint {
  readonly vendor?: string;
  readonly model?: string;
  readonly role?: string;
  readonly site?: string;
  readonly sort?: 'router' | 'host' | 'system';
  readonly inventoried?: boolean;
}

/** A template seen in, or missing from, one piece of evidence. `key` is exporter, domain and id. */
export interface TemplateNote {
  readonly key: string;
  /** The template's bytes in hexadecimal; null when data came for which no template was seen. */
  readonly definition: string | null;
}

/** Keyed one-way functions; the key lives outside the case. */
export interface Keyed {
  /** Group label of a secret: 16 hexadecimal characters. */
  secret(text: string): string;
  /** Pseudonym of a subscriber identifier after canonical form: 32 hexadecimal characters. */
  person(kind: 'msisdn' | 'imsi' | 'imei' | 'email' | 'ip' | 'account', value: string): string;
}

/** What a reader is opened with. */
export interface ReadContext {
  readonly evidence: EvidenceId;
  readonly name: string;
  /** Latest time that a log line without a year may mean; fixed for the whole case. */
  readonly anchor: Instant;
  readonly keyed: Keyed;
  /** Null when no intelligence is loaded. */
  readonly scanner: Scanner | null;
  /** Templates known from other evidence: key to definition in hexadecimal. */
  readonly templates: ReadonlyMap<string, string>;
  /** Line number and byte offset of the first byte, for a part of a larger file. Lines count from 1. */
  readonly start: { readonly line: number; readonly byte: number };
  /** Data files of content/ that sources need, by path below content/ (text). */
  readonly content: ReadonlyMap<string, string>;
}

/** Reads one piece of evidence from first byte to last. */
export interface Reader {
  /** Takes the next bytes; the array may be used again after the call. */
  push(chunk: Uint8Array): void;
  /** Called once after the last byte; flushes and accounts for what is left. */
  end(): void;
}

/** One format that Seawall reads. */
export interface Source {
  /** Path of its folder below sources: `logs/cisco-ios`. */
  readonly id: string;
  readonly title: string;
  /** Raised whenever the same bytes would give other records. */
  readonly version: number;
  readonly kinds: readonly EvidenceKind[];
  /**
   * How sure the source is that the head is its own: 0 not at all, 1 beyond doubt. Highest wins, 0.3 at least.
   * `content` is that of ReadContext, for sources that declared maps describe; without it, what the package ships.
   */
  recognise(head: Head, content?: ReadonlyMap<string, string>): number;
  open(context: ReadContext, sink: Sink): Reader;
  /** `lines` when any part that begins at a line start can be read alone (large files are then read in parallel). */
  readonly split: 'lines' | null;
  /** Marking that the source's format carries, where it carries one. */
  readonly marking?: (head: Head) => Tlp | null;
}
