import { canonicalIp } from '../../../base/ip.ts';
import type { Statement } from '../../../base/statement-tree.ts';
import { at, type CiscoLine, type CiscoScope, wordAfter } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';

/** Collectors of flow records. */
export function addFlow<S extends CiscoScope>(book: RuleBook<S>): void {
  book
    .add('flow exporter', readExporter)
    .add('ip flow-export destination', readOld)
    .add('ip flow-export source', readSource)
    .aside(
      'flow record and monitor',
      'flow record, flow monitor, flow-sampler-map, sampler, ip flow-export, ip flow-cache, ip flow-top-talkers, ' +
        'ip flow-capture, ip flow, flow hardware, flow platform, performance, mace',
    );
}

function readExporter({ statement, no, to }: CiscoLine): void {
  if (no) return;
  const line = (word: string): Statement | undefined =>
    statement.children.find((child) => child.words[0] === word);
  const destination = line('destination');
  const address = destination?.words[1];
  const source = line('source')?.words.slice(1).join('') ?? null;
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

function readOld({ statement, no, args, to }: CiscoLine): void {
  if (!args[0] || no) return;
  const source = to.draft.sourceInterfaces['flow-export'] ?? null;
  to.draft.flowCollectors.push({ ...at(statement), address: canonicalIp(args[0]) ?? args[0], source });
  statement.read();
}

function readSource({ statement, args, to }: CiscoLine): void {
  const name = args.join('');
  if (name === '' || wordAfter(args, 'vrf')) return;
  statement.read();
  if (to.draft.sourceInterfaces['flow-export'] !== undefined) return;
  to.draft.sourceInterfaces['flow-export'] = name;
  for (const [i, collector] of to.draft.flowCollectors.entries())
    to.draft.flowCollectors[i] = { ...collector, source: collector.source ?? name };
}
