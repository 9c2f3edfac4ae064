import { printable } from '../../base/printable.ts';
import type { DeviceCoverage, EvidenceSummary } from '../../model/answers.ts';
import { isUnreached, type LedgerRow } from '../../model/ledger.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Material } from './material.ts';

/** What limits are drawn from. */
export interface LimitsInput {
  readonly evidence: EvidenceSummary;
  readonly material: Material;
  readonly verdicts: readonly Verdict[];
  readonly coverage: readonly DeviceCoverage[];
}

function plural(n: number, one: string): string {
  return `${n.toLocaleString('en-US')} ${one}${n === 1 ? '' : 's'}`;
}

function without(coverage: readonly DeviceCoverage[], routers: ReadonlySet<string>, kind: string): number {
  return coverage.filter((c) => routers.has(c.device) && !c.kinds.some((k) => k.kind === kind && k.count > 0))
    .length;
}

/** A run was killed before it had read them, and they are gone: the case is not whole. */
function missing(neverRead: readonly string[]): string {
  const named = neverRead.slice(0, 3).map((name) => printable(name, 200));
  const more = neverRead.length > named.length ? ' and others' : '';
  return `${plural(neverRead.length, 'file')} that a run was given before it was cut off, no longer there to be read: ${named.join(', ')}${more}.`;
}

/** What of the evidence nobody could look at, one sentence each. */
export function unreadOf(given: {
  readonly evidence: EvidenceSummary;
  readonly ledger: readonly LedgerRow[];
  readonly devicesCut: number;
  readonly neverRead: readonly string[];
}): string[] {
  const { evidence, ledger, devicesCut, neverRead } = given;
  const out: string[] = [];
  if (neverRead.length > 0) out.push(missing(neverRead));
  const failed = new Set(ledger.filter(isUnreached).map((row) => row.evidence)).size;
  if (failed > 0) out.push(`${plural(failed, 'file')} could not be read to the end.`);
  if (evidence.unknownFiles > 0)
    out.push(`${plural(evidence.unknownFiles, 'file')} in a format that is not known.`);
  if (evidence.notUnderstoodBytes > 0)
    out.push(`${plural(evidence.notUnderstoodBytes, 'byte')} of evidence were not understood.`);
  if (devicesCut > 0) out.push(`${plural(devicesCut, 'name')} beyond the devices that are judged.`);
  return out;
}

/** Limits that hold for all answers, worst first, one sentence each. */
export function limitsOf({ evidence, material, verdicts, coverage }: LimitsInput): string[] {
  const out: string[] = [];
  if (material.neverRead.length > 0) out.push(missing(material.neverRead));
  const cannot = verdicts.filter((v) => v.answer === 'cannot-tell').length;
  if (cannot > 0)
    out.push(
      `${plural(cannot, 'question')} of ${verdicts.length.toLocaleString('en-US')} could not be answered.`,
    );
  const routers = new Set(material.devices.filter((d) => d.sort === 'router').map((d) => d.id));
  for (const [kind, name] of [
    ['syslog', 'syslog'],
    ['accounting', 'accounting'],
    ['config', 'configuration'],
    ['flow', 'flow records'],
  ] as const) {
    const n = without(coverage, routers, kind);
    if (n > 0) out.push(`${plural(n, 'device')} of ${routers.size} without ${name}.`);
  }
  if (evidence.failedBytes > 0)
    out.push(`${plural(evidence.failedBytes, 'byte')} of evidence could not be reached.`);
  if (evidence.unknownFiles > 0)
    out.push(`${plural(evidence.unknownFiles, 'file')} in a format that is not known.`);
  if (evidence.notUnderstoodBytes > 0)
    out.push(`${plural(evidence.notUnderstoodBytes, 'byte')} of evidence were not understood.`);
  if (material.devicesCut > 0)
    out.push(`${plural(material.devicesCut, 'name')} beyond the 20,000 devices that are judged.`);
  if (material.unsearched.length > 0) {
    out.push(
      `${plural(material.unsearched.length, 'file')} no longer there to be searched for newer intelligence.`,
    );
  }
  if (material.flowsCut)
    out.push(
      'There were more conversations with devices than can be judged at once; make a case with the flows of a shorter time.',
    );
  if (material.identity.ambiguous.length > 0) {
    out.push(
      `${plural(material.identity.ambiguous.length, 'address or name')} claimed by several devices: nothing was joined over them.`,
    );
  }
  if (!material.fleet.hasRegister)
    out.push('No register of approved servers, tunnels and changes was given.');
  if (!material.fleet.hasIntelligence) out.push('No intelligence was loaded.');
  return out;
}
