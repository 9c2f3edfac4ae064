import { canonicalJson } from '../../base/canonical-json.ts';
import { sha256 } from '../../base/hash.ts';
import type { Check } from '../../checks/kit/contract.ts';
import type { IntelPack } from '../../model/indicator.ts';
import type { Source } from '../../sources/kit/contract.ts';
import type { StoredEvidence } from '../../store/contract.ts';

/** Tells one set of intelligence from another. */
export function intelFingerprint(packs: readonly IntelPack[]): string {
  return sha256(
    packs
      .map((p) => p.id)
      .sort()
      .join('\n'),
  ).slice(0, 16);
}

/** Content that readers work with: another map or tool string makes the same bytes give other records. */
const READ_WITH = /^(?:access-maps|tool-strings)\//;

/** Raised when what is kept of all evidence changes, so that evidence of older cases is read again. */
const KEPT = 2;

/** Tells whether evidence was read by the same readers, with the same content and the same selection. */
export function readFingerprint(
  sources: readonly Source[],
  checks: readonly Check[],
  content: ReadonlyMap<string, string>,
): string {
  const readers = sources.map((s) => `${s.id}@${s.version}`).sort();
  const selects = checks.flatMap((c) => c.selects.map((s) => canonicalJson(s))).sort();
  const used = [...content].filter(([path]) => READ_WITH.test(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(canonicalJson([KEPT, readers, selects, used])).slice(0, 16);
}

/** The templates that a piece of evidence lacks and that all other evidence defines in one way only. */
export function templateContext(
  missing: readonly string[],
  templates: readonly { readonly key: string; readonly definition: string }[],
): Map<string, string> {
  const wanted = new Set(missing);
  const known = new Map<string, Set<string>>();
  for (const { key, definition } of templates) {
    if (wanted.has(key)) known.set(key, (known.get(key) ?? new Set()).add(definition));
  }
  const out = new Map<string, string>();
  for (const key of [...known.keys()].sort()) {
    const definitions = known.get(key) as Set<string>;
    if (definitions.size === 1) out.set(key, [...definitions][0] as string);
  }
  return out;
}

/** Tells one template context from another; empty for none. */
export function contextFingerprint(context: ReadonlyMap<string, string>): string {
  return context.size === 0 ? '' : sha256(canonicalJson([...context])).slice(0, 16);
}

/** What the current run reads with. */
export interface CurrentReading {
  readonly scannedWith: string;
  readonly readWith: string;
  readonly templates: readonly { readonly key: string; readonly definition: string }[];
}

/** True when a piece of evidence was read with other intelligence, readers or templates than there are now. */
export function isStale(evidence: StoredEvidence, now: CurrentReading): boolean {
  if (evidence.source === 'intel/pack') return false;
  const context = contextFingerprint(templateContext(evidence.missingTemplates, now.templates));
  return (
    evidence.scannedWith !== now.scannedWith ||
    evidence.readWith !== now.readWith ||
    evidence.templatesWith !== context
  );
}
