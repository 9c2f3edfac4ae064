import { canonicalIp } from '../../../../base/ip.ts';
import { pushService } from '../../kit/cisco-services.ts';
import { addSnmp, keepCommunity } from '../../kit/cisco-snmp.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wordAfter } from '../scope.ts';

/** SNMP of ASA, which only reads. */
export function addSnmpRules(book: RuleBook<Scope>): void {
  addSnmp(book);
  book
    .add('snmp-server community', readCommunity)
    .add('snmp-server host', readHost)
    .add('snmp-server enable', (line) => pushService(line, 'snmp'))
    .aside(
      'SNMP setting',
      'snmp-server listen-port, snmp-server user-list, snmp-server host-group, snmp-map, snmp cpu, snmp',
    );
  book.add('snmp-server enable traps', 'SNMP setting').add('snmp-server enable oid', 'SNMP setting');
}

/** `[0|8] TEXT`. */
function readCommunity(line: Line): void {
  const { statement, no, args, to } = line;
  const text = args[0] === '0' || args[0] === '8' ? args[1] : args[0];
  if (text === undefined || no) return;
  const wellKnown = text === 'public' || text === 'private';
  const secret = keepCommunity(line, text);
  to.draft.snmp.communities.push({
    ...at(statement),
    secret,
    access: 'ro',
    acl: null,
    view: null,
    wellKnown,
  });
  statement.read();
}

/** `host IF A [poll|trap] [community TEXT] [version 1|2c|3 USER]`. */
function readHost(line: Line): void {
  const { statement, no, args, to } = line;
  const said = args[1];
  if (!args[0] || !said || no) return;
  const address = to.names.get(said) ?? said;
  const community = wordAfter(args, 'community');
  const text = community === '0' || community === '8' ? wordAfter(args, community) : community;
  if (text) keepCommunity(line, text);
  const version = wordAfter(args, 'version') ?? '1';
  to.draft.snmp.hosts.push({ ...at(statement), address: canonicalIp(address) ?? address, version });
  statement.read();
}
