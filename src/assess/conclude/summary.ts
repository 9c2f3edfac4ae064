import type { Check } from '../../checks/kit/contract.ts';
import { coverKind } from '../../coverage/index.ts';
import type { CheckSummary, DeviceCoverage, EvidenceSummary } from '../../model/answers.ts';
import { EVIDENCE_KINDS } from '../../model/evidence.ts';
import type { LedgerRow, LedgerState } from '../../model/ledger.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { StoredEvidence } from '../../store/contract.ts';
import type { Material } from './material.ts';

/** The evidence in figures. */
export function summariseEvidence(
  evidence: readonly StoredEvidence[],
  ledger: readonly LedgerRow[],
  duplicates: readonly { readonly name: string; readonly of: string }[],
): EvidenceSummary {
  const bytes = (state: LedgerState): number =>
    ledger.reduce((sum, row) => (row.state === state ? sum + row.bytes : sum), 0);
  const trouble = new Set(
    ledger.filter((r) => r.state === 'not-understood' || r.state === 'failed').map((r) => r.evidence),
  );
  const kinds = new Map<string, { files: number; bytes: number }>();
  for (const { source, size } of evidence) {
    const kind = kinds.get(source ?? 'unknown') ?? { files: 0, bytes: 0 };
    kinds.set(source ?? 'unknown', { files: kind.files + 1, bytes: kind.bytes + size });
  }
  return {
    files: evidence.length,
    bytes: evidence.reduce((sum, e) => sum + e.size, 0),
    kinds: [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, n]) => ({ kind, ...n })),
    readBytes: bytes('read'),
    setAsideBytes: bytes('set-aside'),
    notUnderstoodBytes: bytes('not-understood'),
    failedBytes: bytes('failed'),
    unknownFiles: evidence.filter((e) => e.source === null).length,
    partlyUnderstoodFiles: trouble.size,
    duplicates,
  };
}

/** Checks with how often each answered what. */
export function summariseChecks(checks: readonly Check[], verdicts: readonly Verdict[]): CheckSummary[] {
  const byCheck = Map.groupBy(verdicts, (verdict) => verdict.check);
  return checks.map((check) => {
    const own = byCheck.get(check.id) ?? [];
    const count = (answer: Verdict['answer']): number => own.filter((v) => v.answer === answer).length;
    const { id, asks, title, severity, attack } = check;
    return {
      id,
      asks,
      title,
      class: check.class,
      severity,
      attack,
      hit: count('hit'),
      clear: count('clear'),
      cannotTell: count('cannot-tell'),
    };
  });
}

/** Coverage of every device by every kind of evidence that says anything of it. */
export function summariseCoverage(material: Material): DeviceCoverage[] {
  return material.devices.map((device) => {
    const tracks = material.tracksOf(device);
    const kinds = EVIDENCE_KINDS.filter((kind) => tracks.some((t) => t.kind === kind));
    return {
      device: device.id,
      kinds: kinds.map((kind) =>
        coverKind(
          kind,
          tracks.filter((t) => t.kind === kind),
          material.period,
        ),
      ),
    };
  });
}
