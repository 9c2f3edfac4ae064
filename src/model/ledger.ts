import type { EvidenceId } from './evidence.ts';

/**
 * What happened to a stretch of bytes: `read` became records, facts or counts; `set-aside` is known and
 * irrelevant (the reason names the family); `not-understood` may matter and could not be read; `failed` could not
 * be reached at all (broken archive, limit exceeded, disk error).
 */
export type LedgerState = 'read' | 'set-aside' | 'not-understood' | 'failed';

/** One place that was set aside, not understood or failed, kept as a sample. */
export interface LedgerSample {
  readonly line: number;
  readonly byte: number;
  readonly length: number;
  /** Scrubbed of secrets and control characters, at most 160 characters. */
  readonly text: string;
}

/** The account of all bytes of one evidence that share a state and a reason. */
export interface LedgerRow {
  readonly evidence: EvidenceId;
  readonly state: LedgerState;
  /** Short reason from the source's own list, such as `blank`, `banner`, `no header`, `template missing`. */
  readonly reason: string;
  readonly bytes: number;
  /** Lines, datagrams or members, whichever the source counts in. */
  readonly units: number;
  /** The first few places, at most 20. */
  readonly samples: readonly LedgerSample[];
}

/** End of the reasons of rows that count what never came (sequence numbers); they hold no bytes of the evidence. */
export const LOST_ON_THE_WAY = ' lost on the way';

/** True for a row of bytes that are there and could not be reached; what was lost before it came is coverage's business. */
export function isUnreached({ state, bytes, reason }: LedgerRow): boolean {
  return state === 'failed' && !(bytes === 0 && reason.endsWith(LOST_ON_THE_WAY));
}
