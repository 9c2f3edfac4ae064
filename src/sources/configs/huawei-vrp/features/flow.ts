import { canonicalIp } from '../../../../base/ip.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Collectors of NetStream and sFlow. */
export function addFlow(book: RuleBook<Scope>): void {
  for (const phrase of [
    'ip netstream export host',
    'ipv6 netstream export host',
    'netstream export ip host',
    'netstream export host',
    'sflow collector',
  ])
    book.add(phrase, readCollector);
  for (const phrase of [
    'ip netstream export source',
    'netstream export ip source',
    'netstream export source',
    'sflow agent',
    'sflow source',
  ])
    book.add(phrase, readSource);
  book.aside('flow record setting', 'ip netstream, ipv6 netstream, netstream, sflow');
}

/** `ip netstream export host 192.0.2.1 9995 vpn-instance M`, `sflow collector 1 ip 192.0.2.1`. */
function readCollector({ statement, no, args, to }: Line): void {
  const address = args.map((word) => canonicalIp(word)).find((text) => text !== null);
  if (no || !address) return;
  const source = to.draft.sourceInterfaces['flow-export'] ?? null;
  to.draft.flowCollectors.push({ ...at(statement.read()), address, source });
}

function readSource({ statement, no, args, to }: Line): void {
  const name = args.filter((word) => word !== 'ip').join('');
  if (!no && name !== '') {
    to.draft.sourceInterfaces['flow-export'] ??= name;
    for (const [i, collector] of to.draft.flowCollectors.entries())
      to.draft.flowCollectors[i] = { ...collector, source: collector.source ?? name };
  }
  statement.read();
}
