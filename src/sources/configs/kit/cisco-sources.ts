import type { CiscoLine, CiscoScope } from './cisco-scope.ts';
import type { RuleBook } from './rules.ts';

/** Phrases of IOS with the name of the service. */
const PHRASES: Readonly<Record<string, string>> = {
  'ip tacacs source-interface': 'tacacs',
  'ipv6 tacacs source-interface': 'tacacs',
  'ip radius source-interface': 'radius',
  'ipv6 radius source-interface': 'radius',
  'ip tftp source-interface': 'tftp',
  'ip telnet source-interface': 'telnet',
  'ip rcmd source-interface': 'rcmd',
  'ip domain lookup source-interface': 'dns',
  'ip domain-lookup source-interface': 'dns',
  'snmp-server trap-source': 'snmp',
  'snmp-server source-interface traps': 'snmp',
  'snmp-server source-interface informs': 'snmp-informs',
  'ntp source': 'ntp',
};

/** Interfaces whose address the device uses for its own traffic; `ip ssh` and `logging` read theirs themselves. */
export function addSources<S extends CiscoScope>(
  book: RuleBook<S>,
  phrases: Readonly<Record<string, string>> = PHRASES,
): void {
  for (const [phrase, service] of Object.entries(phrases))
    book.add(phrase, (line) => readSource(line, service));
}

function readSource({ statement, no, args, to }: CiscoLine, service: string): void {
  const name = args[0];
  if (name === undefined || no) return;
  to.draft.sourceInterfaces[service] ??= name;
  statement.read();
}
