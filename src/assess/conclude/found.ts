import type { Instant } from '../../base/time.ts';
import type { Check } from '../../checks/kit/contract.ts';
import { toFindings } from '../../findings/index.ts';
import type { Finding } from '../../model/verdict.ts';
import type { Case } from '../case.ts';
import { type Evaluation, evaluateCells } from './cells.ts';
import { gatherMaterial, type Material } from './material.ts';

/** What the checks found, before incidents and scope are drawn from it. */
export interface Found {
  readonly material: Material;
  readonly evaluation: Evaluation;
  /** Worst first. */
  readonly findings: readonly Finding[];
}

/** What is asked of the checks. */
export interface FindOptions {
  readonly checks: readonly Check[];
  readonly asOf: Instant;
  readonly since: Instant | null;
  readonly until: Instant | null;
}

/** Asks every check about every subject and gives hits their place among findings. */
export async function findAll(opened: Case, options: FindOptions): Promise<Found> {
  const { checks, asOf, since, until } = options;
  const material = await gatherMaterial(opened, checks, { since, until });
  const evaluation = await evaluateCells(opened, checks, material);
  const roles = new Map(material.devices.flatMap((d) => (d.role === null ? [] : [[d.id, d.role] as const])));
  const suppressions = await opened.store.suppressions();
  const findings = toFindings({ results: evaluation.results, suppressions, asOf, roles });
  return { material, evaluation, findings };
}
