import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Collectors of flow records. */
export function addFlow(book: RuleBook<Scope>): void {
  book
    .add('flow exporter-map', readExporter)
    .aside('flow record and monitor', 'flow, sampler-map, performance-measurement, sflow');
}

function readExporter({ statement, no, to }: Line): void {
  if (no) return;
  const line = (word: string): Statement | undefined =>
    statement.children.find((child) => child.words[0] === word);
  const destination = line('destination');
  const address = destination?.words[1] === 'ipv6' ? destination.words[2] : destination?.words[1];
  const source = line('source')?.words[1] ?? null;
  to.tree.setAside(statement, 'flow record and monitor');
  statement.read();
  if (!destination || !address) return;
  to.draft.flowCollectors.push({
    ...at(destination.read()),
    address: canonicalIp(address) ?? address,
    source,
  });
  line('source')?.read();
}
