import type { Instant, Period } from '../base/time.ts';
import type { EvidenceId, EvidenceKind } from './evidence.ts';
import type { Origin } from './record.ts';

/**
 * What one piece of evidence shows of one origin and kind: which minutes it saw, and how its sequence numbers ran.
 * Tracks of several pieces of evidence merge without regard to order.
 */
export interface CoverageTrack {
  readonly evidence: EvidenceId;
  readonly origin: Origin;
  readonly kind: EvidenceKind;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly count: number;
  /** Observations without a usable time. */
  readonly untimed: number;
  /** Minutes (since 1970) with at least one observation, as [start, length] runs, ascending, flattened. */
  readonly minutes: readonly number[];
  /** Runs of consecutive sequence numbers: [first number, last number, first time, last time], flattened. */
  readonly sequences: readonly number[];
  /** Seconds by which the device's clock differs from the relay's, with how often it was seen, flattened. */
  readonly clockOffsets: readonly number[];
  /** Lines of this origin and kind that could not be read. */
  readonly unread: number;
  /** Snapshots as instants (configurations); empty for streams. */
  readonly instants: readonly Instant[];
  /** Flows: largest sampling interval seen; left out where none is known. */
  readonly sampled?: number;
  /** Log: greatest severity number (0 to 7) of its messages; left out where they carry none. */
  readonly deepest?: number;
  /** Log: from when on its numbers jump too often to be followed; left out where they could be followed to the end. */
  readonly sequencesCut?: Instant;
  /** Flows: [hour since 1970, units lost or not decoded, units that came], flattened; left out where none was lost. */
  readonly losses?: readonly number[];
  /** Flows: numbers of the input interfaces that the records name, at most 64, ascending; left out where they name none. */
  readonly inputs?: readonly number[];
  /** Log: lines that should tell of a login or a command, and could not be read; left out where there are none. */
  readonly unreadLogins?: number;
  readonly unreadCommands?: number;
}

/** Why a stretch of time cannot be seen. */
export type BlindReason =
  | 'before-first'
  | 'after-last'
  | 'silence'
  | 'sequence-gap'
  | 'numbers-unclear'
  | 'loss'
  | 'no-evidence'
  | 'no-time';

/** A stretch in which nothing can be said from this kind of evidence. */
export interface BlindWindow extends Period {
  readonly reason: BlindReason;
  /** For a sequence gap and a loss: how many messages or records are missing. */
  readonly missing: number | null;
}

/** Coverage of one device by one kind of evidence over the assessed period. */
export interface KindCoverage {
  readonly kind: EvidenceKind;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly count: number;
  readonly untimed: number;
  readonly seen: readonly Period[];
  readonly blind: readonly BlindWindow[];
  readonly instants: readonly Instant[];
  /** Silence longer than this, in milliseconds, is blind: the device's own rhythm. Null for snapshots. */
  readonly rhythm: number | null;
  /** Median clock offset in seconds where both clocks are known; null otherwise. */
  readonly clockOffset: number | null;
  readonly unread: number;
  readonly evidence: readonly EvidenceId[];
}
