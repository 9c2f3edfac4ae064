import type { Instant } from '../base/time.ts';
import type { CoverageTrack } from '../model/coverage.ts';
import type { DeviceFacts } from '../model/device-facts.ts';
import type { EvidenceDigest, Tie } from '../model/digest.ts';
import type { Container, Evidence, EvidenceId } from '../model/evidence.ts';
import type { IntelPack } from '../model/indicator.ts';
import type { LedgerRow } from '../model/ledger.ts';
import type { Origin, RecordKind, SeawallRecord } from '../model/record.ts';
import type { Hit } from '../model/verdict.ts';

/** Row number of a piece of evidence while and after it is read; stands for it until its SHA-256 is known. */
export type EvidenceHandle = number;

/** What a case was opened with; fixed for its life, so that the same evidence gives the same answers. */
export interface CaseSettings {
  /** Random, 16 hexadecimal characters. */
  readonly id: string;
  readonly created: Instant;
  /** Latest time that a log line without a year may mean. */
  readonly anchor: Instant;
  /** Version of the schema. */
  readonly schema: number;
}

/** A piece of evidence as the store keeps it. */
export interface StoredEvidence extends Evidence {
  readonly handle: EvidenceHandle;
  /** Absolute path of the file (or archive) it came from, for reading it again; null for standard input. */
  readonly path: string | null;
  /** Fingerprint of the intelligence that it was searched for. */
  readonly scannedWith: string;
  /** Fingerprint of the templates from other evidence that it was read with; empty for none. */
  readonly templatesWith: string;
  readonly missingTemplates: readonly string[];
  readonly records: number;
  readonly flows: number;
  /** Fingerprint of source version and selection: when it differs the evidence must be read again. */
  readonly readWith: string;
}

/** How a piece of evidence was read; see StoredEvidence. */
export interface ReadMark
  extends Pick<StoredEvidence, 'path' | 'scannedWith' | 'templatesWith' | 'readWith'> {
  /** True when it was read again on purpose: then it takes the place of the same bytes read before. */
  readonly replaces: boolean;
}

/** What became of finished evidence: `dropped` is the handle whose rows went, of a duplicate or of what was replaced. */
export interface Finished {
  readonly outcome: 'added' | 'duplicate' | 'replaced';
  readonly dropped: EvidenceHandle | null;
}

/** A file (or standard input, without a path) that a run was given. */
export interface GivenFile {
  readonly name: string;
  readonly path: string | null;
}

/** A finding that a person set aside. */
export interface Suppression {
  readonly finding: string;
  readonly by: string;
  readonly why: string;
  readonly until: Instant | null;
  readonly at: Instant;
}

/** A cell of work done: the hits of one check for one subject, and what they were computed from. */
export interface Cell {
  readonly check: string;
  readonly subject: string;
  readonly fingerprint: string;
  readonly hits: readonly Hit[];
}

/**
 * The state of one case. Every engine MUST: keep nothing of a piece of evidence whose `finish` was not acknowledged;
 * treat a second piece with the same SHA-256 as the first; return lists in the order stated; survive being killed at
 * any point with all finished evidence intact, and a loss of power with all that was finished before the last `sync`.
 */
export interface CaseStore {
  readonly settings: CaseSettings;
  /** Opens a piece of evidence; its rows stay invisible until `finish`. */
  begin(): Promise<EvidenceHandle>;
  addRecords(handle: EvidenceHandle, records: readonly SeawallRecord[]): Promise<void>;
  /**
   * Makes the evidence visible with its intelligence, unless its SHA-256 is known already; see ReadMark and Finished. All
   * of it happens or nothing does.
   */
  finish(handle: EvidenceHandle, digest: EvidenceDigest, mark: ReadMark): Promise<Finished>;
  /**
   * Keeps that evidence was packed in a file, whether it is finished already or will be; the same twice is one. A file of
   * the same name with other bytes is another container.
   */
  noteContainer(container: Container, evidence: readonly EvidenceId[]): Promise<void>;
  /** Keeps, before anything is read, what a run was given: what a killed run did not get to is not forgotten. */
  expect(files: readonly GivenFile[]): Promise<void>;
  /** Strikes out files of which every piece is finished; after a kill the last of them may be awaited still. */
  arrived(files: readonly GivenFile[]): Promise<void>;
  /** Files that a run was given and did not finish, ordered by name, then path. */
  awaited(): Promise<readonly GivenFile[]>;
  /** Resolves when everything finished so far is on the disk. */
  sync(): Promise<void>;
  /** Drops a piece of evidence and all its rows. */
  drop(handle: EvidenceHandle): Promise<void>;
  /** All evidence, ordered by name, then id; containers by name, then hash. */
  evidence(): Promise<readonly StoredEvidence[]>;
  /** Names under which duplicates of an evidence were given, ordered. */
  duplicates(): Promise<readonly { readonly name: string; readonly of: EvidenceId }[]>;
  /** All ledger rows, ordered by evidence name, state, reason. */
  ledger(): Promise<readonly LedgerRow[]>;
  /** All tracks, ordered by kind, origin, evidence id. */
  tracks(): Promise<readonly CoverageTrack[]>;
  /** All snapshots, ordered by evidence id, ordinal. */
  facts(): Promise<readonly DeviceFacts[]>;
  ties(): Promise<readonly Tie[]>;
  templates(): Promise<
    readonly { readonly key: string; readonly definition: string; readonly evidence: EvidenceId }[]
  >;
  /**
   * Records of some origins (all when null) and kinds, ordered by time (null first), evidence id, byte, kind. With `lean`
   * access events may read what is seldom asked for when it is: they can neither be copied by spreading nor outlive the
   * store.
   */
  records(query: {
    readonly origins: readonly Origin[] | null;
    readonly kinds: readonly RecordKind[];
    readonly lean?: boolean;
  }): Promise<readonly SeawallRecord[]>;
  /**
   * All records of some kinds, each once, in batches and in no order: for what is added up one by one. Memory stays
   * bounded, and other calls may be made in between.
   */
  eachRecord(kinds: readonly RecordKind[]): AsyncIterable<readonly SeawallRecord[]>;
  /** Origins that have records, with the evidence ids that brought them, by kind; ordered. */
  recordSources(): Promise<
    readonly { readonly origin: Origin; readonly kind: RecordKind; readonly evidence: EvidenceId }[]
  >;
  /** Keeps a pack of intelligence; the same id twice is one. */
  savePack(pack: IntelPack): Promise<void>;
  /** All packs, ordered by id. */
  packs(): Promise<readonly IntelPack[]>;
  cell(check: string, subject: string): Promise<Cell | null>;
  cells(): Promise<readonly Cell[]>;
  saveCells(cells: readonly Cell[]): Promise<void>;
  /** Drops cells whose check and subject no longer exist. */
  keepCells(keys: ReadonlySet<string>): Promise<void>;
  suppress(suppression: Suppression): Promise<void>;
  suppressions(): Promise<readonly Suppression[]>;
  /** Keeps the newest answers (JSON text) with the time they were made; `why` and the other readers use them. */
  saveAnswers(json: string): Promise<void>;
  answers(): Promise<string | null>;
  close(): Promise<void>;
}
