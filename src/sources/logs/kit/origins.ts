import type { EvidenceId } from '../../../model/evidence.ts';
import type { Origin } from '../../../model/record.ts';
import { originOfHost } from '../../kit/clean.ts';

/** One host as headers write it. */
export interface HostEntry {
  readonly origin: Origin;
  readonly isAddress: boolean;
  /** Greatest severity number that its messages named so far; -1 for none. */
  deepest: number;
}

/**
 * The origin of a host name or address as written: `addr:` with the canonical address, or `name:` with the lower-case
 * name up to its first dot. Relay chains (`relay/device`, `source@device`) give the last name.
 */
export function hostEntry(text: string): HostEntry {
  const last = text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf('@')) + 1);
  const origin = originOfHost(last);
  return { origin, isAddress: origin.startsWith('addr:'), deepest: -1 };
}

/** The origin of lines that name no host: one for each piece of evidence, so that two devices never become one. */
export function unnamedOrigin(evidence: EvidenceId): Origin {
  return `name:unnamed-${evidence.slice(0, 8)}`;
}
