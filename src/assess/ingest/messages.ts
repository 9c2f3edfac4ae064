import type { Container, EvidenceId } from '../../model/evidence.ts';
import type { FlowBatch } from '../../model/flow.ts';
import type { IntelPack } from '../../model/indicator.ts';
import type { SeawallRecord } from '../../model/record.ts';
import type { PartResult } from './part.ts';
import type { FinishedPiece } from './read-input.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly anchor: number;
  readonly key: Uint8Array;
  readonly content: ReadonlyMap<string, string>;
  readonly packs: readonly IntelPack[];
}

/** A file for a worker to read. */
export interface ReadRequest {
  readonly name: string;
  readonly path: string;
  readonly size: number | null;
  readonly templates: ReadonlyMap<string, string>;
}

/** A part of a large file for a worker to read; it begins and ends at line ends. */
export interface PartRequest {
  readonly name: string;
  readonly label: string;
  readonly bytes: Uint8Array;
  readonly start: { readonly line: number; readonly byte: number };
  readonly source: string;
  /** Number under which records and flows are handed over. */
  readonly piece: number;
}

/** What a worker tells or asks; `call` is answered with a reply of the same number. */
export type FromWorker =
  | { readonly type: 'begin'; readonly call: number }
  | {
      readonly type: 'records';
      readonly call: number;
      readonly piece: number;
      readonly batch: readonly SeawallRecord[];
    }
  | { readonly type: 'flows'; readonly call: number; readonly piece: number; readonly batch: FlowBatch }
  | { readonly type: 'finish'; readonly call: number; readonly piece: number; readonly done: FinishedPiece }
  | {
      readonly type: 'contained';
      readonly call: number;
      readonly container: Container;
      readonly evidence: readonly EvidenceId[];
    }
  | { readonly type: 'progress'; readonly bytes: number }
  | { readonly type: 'done'; readonly part: PartResult | null }
  | { readonly type: 'crashed'; readonly text: string };

/** What a worker is told. */
export type ToWorker =
  | { readonly type: 'read'; readonly request: ReadRequest }
  | { readonly type: 'part'; readonly request: PartRequest }
  | { readonly type: 'reply'; readonly call: number; readonly value: number };
