import type { Instant } from '../base/time.ts';

/**
 * Lower-case hexadecimal SHA-256 of the bytes of one piece of evidence, unpacked. Where an archive did not give its
 * bytes, a hash of what is wrong and where; see `hashed`.
 */
export type EvidenceId = string;

/**
 * A file as it lies on the disk (or a stream as it came in) in which evidence was packed: what a custodian holds. Only
 * the outermost file is kept: archives inside it come out of it again, and the names of evidence tell the way.
 */
export interface Container {
  /** Name as given; what stands before the first `!` in the name of evidence. */
  readonly name: string;
  /** Lower-case hexadecimal SHA-256 of its bytes, still packed: what `sha256sum` gives for the file. */
  readonly sha256: string;
  /** Size in bytes, still packed. */
  readonly size: number;
}

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
  /** Size in bytes, after unpacking for a member of an archive; for what could not be unpacked, still packed. */
  readonly size: number;
  /** False where the id is no hash of bytes: this then tells what an archive did not give. */
  readonly hashed: boolean;
  /** Files in which it was found packed, by name, then hash; empty for what lies on the disk by itself only. */
  readonly containers: readonly Container[];
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
