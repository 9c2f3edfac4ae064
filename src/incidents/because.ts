import { DAY } from '../base/time.ts';
import type { Finding } from '../model/verdict.ts';
import { byShared, sourceTies } from './gather.ts';
import { type Cluster, clustersOf, INSIDE_WINDOW, WINDOW } from './ties.ts';
import { counted, listed } from './wording.ts';

/** What ties findings together, one sentence each, sorted. */
export function because(members: readonly Finding[], owners: ReadonlyMap<string, string>): string[] {
  const clusters = clustersOf(members);
  const shared = clusters.filter((c) => c.members.length > 1).map(sentence);
  const sources = sourceTies(members, { homes: byShared(clusters), owners }).map(
    ({ finding, address, home }) =>
      `${address}, an address of ${home.value}, plays a part on ${finding.subject} within ${WINDOW / DAY} days of findings on ${home.value}.`,
  );
  return [...new Set([...shared, ...sources])].filter((s) => s !== '').sort();
}

function sentence({ sort, value, members }: Cluster): string {
  const subjects = [...new Set(members.map((f) => f.subject))].sort();
  if (sort === 'device') {
    return `${counted(members.length, 'finding')} on ${value}, none more than ${WINDOW / DAY} days after the one before.`;
  }
  if (subjects.length < 2) return '';
  const where = listed(subjects);
  if (sort === 'account') return `The account ${value} is under suspicion on ${where}.`;
  if (sort === 'outside-address') return `${value} plays a part on ${where}.`;
  return `The inside address ${value} plays a part on ${where} within ${INSIDE_WINDOW / DAY} days.`;
}
