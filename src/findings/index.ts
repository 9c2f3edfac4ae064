import type { Instant } from '../base/time.ts';
import type { Finding, Hit } from '../model/verdict.ts';
import type { CheckMeta, CheckResult } from './check-meta.ts';
import { findingIds } from './label.ts';
import { mergeHits } from './merge.ts';
import { worstFirst } from './rank.ts';
import { type FindingSuppression, suppressionsAt } from './suppress.ts';
import { backedSubjects, temper } from './temper.ts';

export type { CheckMeta, CheckResult } from './check-meta.ts';
export type { FindingSuppression } from './suppress.ts';

/** What findings are made from; the order of the lists does not matter. */
export interface FindingsInput {
  readonly results: readonly CheckResult[];
  readonly suppressions: readonly FindingSuppression[];
  /** The time for which suppressions are asked. */
  readonly asOf: Instant;
  /** Role of a subject as the inventory says it, such as `border router`. */
  readonly roles?: ReadonlyMap<string, string>;
}

interface Group {
  readonly check: CheckMeta;
  readonly subject: string;
  readonly hits: [Hit, ...Hit[]];
}

/** Gives hits their place: one finding for each check, subject and key, worst first. */
export function toFindings(input: FindingsInput): Finding[] {
  const groups = group(input.results);
  const ids = findingIds(groups.keys());
  const aside = suppressionsAt(input.suppressions, input.asOf);
  const plain = [...groups].map(([identity, found]): Finding => {
    const id = ids.get(identity) as string;
    return {
      ...mergeHits(found.hits),
      id,
      check: found.check.id,
      class: found.check.class,
      subject: found.subject,
      attack: found.check.attack,
      otherExplanations: found.check.otherExplanations,
      next: found.check.next,
      suppressed: aside.get(id) ?? null,
    };
  });
  const backed = backedSubjects(plain);
  return plain
    .map((f) => temper(f, { backed: backed.has(f.subject), role: input.roles?.get(f.subject) ?? null }))
    .sort(worstFirst);
}

function group(results: readonly CheckResult[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { check, subject, hits } of results) {
    for (const hit of hits) {
      const identity = `${check.id}|${subject}|${hit.key}`;
      const known = groups.get(identity);
      if (known) known.hits.push(hit);
      else groups.set(identity, { check, subject, hits: [hit] });
    }
  }
  return groups;
}
