import { canonicalIp } from '../../../../base/ip.ts';
import type { Statement } from '../../../../base/statement-tree.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Collectors of flow records: sFlow, and the exporters of flow tracking (IPFIX). */
export function addFlow(book: RuleBook<Scope>): void {
  book
    .add('sflow destination', (line) => readSflow(line, line.args))
    .add('sflow vrf', (line) => {
      const [, what, ...rest] = line.args;
      if (what === 'destination') readSflow(line, rest);
      else if (what === 'source' || what === 'source-interface') readSource(line, rest);
      else line.to.tree.setAside(line.statement, 'flow record and monitor');
    })
    .add('sflow source', (line) => readSource(line, line.args))
    .add('sflow source-interface', (line) => readSource(line, line.args))
    .add('flow tracking', readTracking)
    .aside('flow record and monitor', 'sflow');
}

function readSflow({ statement, no, to }: Line, args: readonly string[]): void {
  const address = args[0];
  if (!address || no) return;
  const source = to.draft.sourceInterfaces['flow-export'] ?? null;
  to.draft.flowCollectors.push({ ...at(statement.read()), address: canonicalIp(address) ?? address, source });
}

function readSource({ statement, no, to }: Line, args: readonly string[]): void {
  const name = args[0];
  if (!name || no) return;
  statement.read();
  if (to.draft.sourceInterfaces['flow-export'] !== undefined) return;
  to.draft.sourceInterfaces['flow-export'] = name;
  for (const [i, collector] of to.draft.flowCollectors.entries())
    to.draft.flowCollectors[i] = { ...collector, source: collector.source ?? name };
}

/** The collectors of one exporter, and the interface from which it sends. */
interface Exporter {
  readonly collectors: Statement[];
  source: string | null;
}

function readTracking({ statement, to }: Line): void {
  statement.read();
  let exporter: Exporter = { collectors: [], source: null };
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    if (words[0] === 'exporter') {
      push(exporter, to);
      exporter = { collectors: [], source: null };
    } else if (words[0] === 'collector' && words[1] !== undefined) exporter.collectors.push(each.read());
    else if (words[0] === 'local' && words[1] === 'interface') exporter.source = each.read().words[2] ?? null;
  }
  push(exporter, to);
  to.tree.setAside(statement, 'flow record and monitor');
}

function push({ collectors, source }: Exporter, to: Scope): void {
  for (const each of collectors) {
    const address = each.words[1] as string;
    to.draft.flowCollectors.push({ ...at(each), address: canonicalIp(address) ?? address, source });
  }
}
