import type { Instant } from '../base/time.ts';

/** Lower-case hexadecimal SHA-256 of the bytes of one piece of evidence. */
export type EvidenceId = string;

/** The kinds of evidence that coverage is kept for. `state` is the output of show commands. */
export type EvidenceKind =
  | 'config'
  | 'state'
  | 'syslog'
  | 'accounting'
  | 'flow'
  | 'http'
  | 'access'
  | 'inventory'
  | 'file';

/** All kinds of evidence in the order in which reports show them. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  'config',
  'state',
  'syslog',
  'accounting',
  'flow',
  'http',
  'access',
  'inventory',
  'file',
];

/** Traffic Light Protocol 2.0 marking of a piece of evidence or intelligence. */
export type Tlp = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED';

/** One input file, archive member or stream. */
export interface Evidence {
  readonly id: EvidenceId;
  /** Path as given; members of archives follow after `!`, as in `logs.tgz!core/a.log`. */
  readonly name: string;
  /** Size in bytes, after unpacking for a member of an archive. */
  readonly size: number;
  /** Id of the source that read it; null when no source knows it. */
  readonly source: string | null;
  readonly sourceVersion: number;
  readonly kinds: readonly EvidenceKind[];
  /** First and last time that its records carry; null when none carries a time. */
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly marking: Tlp | null;
  /** First bytes, at most 32, as hexadecimal; for evidence that no source knows. */
  readonly magic: string;
}

/** Where a statement is proved: a stretch of lines and bytes of one piece of evidence. */
export interface Ref {
  readonly evidence: EvidenceId;
  /** First line, counted from 1; 0 when the evidence has no lines. */
  readonly line: number;
  /** Last line, the same as `line` for one line. */
  readonly lineEnd: number;
  /** Offset of the first byte (after unpacking). */
  readonly byte: number;
  /** Length in bytes. */
  readonly length: number;
}
