import type { EvidenceDigest } from '../../model/digest.ts';
import type { FinishedPiece } from './read-input.ts';

/** Makes the digest of a piece of evidence once its hash is known. */
export function digestOf({ part, id, name, hashed }: FinishedPiece): EvidenceDigest {
  const times = part.tracks.flatMap((t) => [t.first, t.last]).filter((t) => t !== null);
  return {
    evidence: {
      id,
      name,
      size: part.size,
      hashed,
      source: part.source,
      sourceVersion: part.sourceVersion,
      kinds: part.kinds,
      first: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
      last: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null,
      marking: part.marking,
      magic: part.source === null ? part.magic : '',
    },
    ledger: part.ledger.map((row) => ({ ...row, evidence: id })),
    tracks: part.tracks.map((track) => ({ ...track, evidence: id })),
    facts: part.facts.map((facts) => ({ ...facts, evidence: id })),
    ties: part.ties,
    templates: part.templates,
    missingTemplates: part.missingTemplates,
    packs: part.packs,
    records: part.records,
    flows: part.flows,
  };
}
