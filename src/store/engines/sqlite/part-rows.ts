import type { EvidenceDigest } from '../../../model/digest.ts';
import type { SeawallRecord } from '../../../model/record.ts';
import type { EvidenceHandle, ReadMark } from '../../contract.ts';
import type { Row } from './rows.ts';
import type { PARTS } from './schema.ts';

/** What is kept of a piece of evidence in its own row. */
export function keptOf(digest: EvidenceDigest, mark: ReadMark): Readonly<Record<string, unknown>> {
  const { evidence, missingTemplates, records, flows } = digest;
  const { path, scannedWith, templatesWith, readWith } = mark;
  return { ...evidence, path, scannedWith, templatesWith, readWith, missingTemplates, records, flows };
}

/** The rows of a digest in the tables of its parts. */
export function* partRows(
  handle: EvidenceHandle,
  { ledger, tracks, facts, ties, templates }: EvidenceDigest,
): Generator<{ readonly table: keyof typeof PARTS; readonly row: Row }> {
  const json = JSON.stringify;
  for (const { state, reason, bytes, units, samples } of ledger)
    yield { table: 'ledger', row: { handle, state, reason, bytes, units, samples: json(samples) } };
  for (const track of tracks)
    yield { table: 'track', row: { handle, kind: track.kind, origin: track.origin, body: json(track) } };
  for (const each of facts)
    yield { table: 'facts', row: { handle, ordinal: each.ordinal, body: json(each) } };
  for (const tie of ties) yield { table: 'tie', row: { handle, body: json(tie) } };
  for (const [key, definition] of Object.entries(templates))
    yield { table: 'template', row: { handle, key, definition } };
}

/** The row of a record; the evidence that it belongs to stands in the row, not in its text. */
export function recordRow(handle: EvidenceHandle, record: SeawallRecord): Row {
  const { ref, kind, origin, at } = record;
  const body = JSON.stringify({ ...record, ref: { ...ref, evidence: '' } });
  return { handle, kind, origin, at, byte: ref.byte, body };
}
