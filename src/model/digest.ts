import type { CoverageTrack } from './coverage.ts';
import type { DeviceFacts } from './device-facts.ts';
import type { Evidence } from './evidence.ts';
import type { IntelPack } from './indicator.ts';
import type { LedgerRow } from './ledger.ts';
import type { Origin } from './record.ts';

/** Origins that one piece of evidence ties to one device. */
export interface Tie {
  readonly origins: readonly Origin[];
  readonly because: string;
  readonly vendor?: string;
  readonly model?: string;
  readonly role?: string;
  readonly site?: string;
  readonly sort?: 'router' | 'host' | 'system';
  readonly inventoried?: boolean;
}

/**
 * All that one piece of evidence says, but its records and flows, which are stored as they come. It depends on the
 * bytes, the source's version, the intelligence and the templates it was read with, and on no other evidence: that is
 * why a case gives the same answers in whatever order its evidence arrives.
 */
export interface EvidenceDigest {
  /** Without its containers: the file in which it was packed is no part of what it says. */
  readonly evidence: Omit<Evidence, 'containers'>;
  readonly ledger: readonly LedgerRow[];
  readonly tracks: readonly CoverageTrack[];
  readonly facts: readonly DeviceFacts[];
  readonly ties: readonly Tie[];
  /** Templates this evidence brings: key to definition; a key with several definitions is left out. */
  readonly templates: Readonly<Record<string, string>>;
  /** Keys of templates that it would need from elsewhere. */
  readonly missingTemplates: readonly string[];
  /** Intelligence that it is: kept together with it, or evidence would count as read that nothing was searched for. */
  readonly packs: readonly IntelPack[];
  readonly records: number;
  readonly flows: number;
}
