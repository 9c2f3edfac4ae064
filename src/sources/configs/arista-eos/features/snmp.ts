import { addSnmp as addCommonSnmp, readSnmpUser } from '../../kit/cisco-snmp.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** SNMP as on IOS, with lists and VRFs for the whole agent. */
export function addSnmp(book: RuleBook<Scope>): void {
  addCommonSnmp(book);
  book
    .add('snmp-server user', readUser)
    .add('snmp-server ipv4 access-list', readList)
    .add('snmp-server ipv6 access-list', readList)
    .add('snmp-server vrf', readVrf)
    .aside(
      'SNMP setting',
      'snmp-server local-interface, snmp-server transmit, snmp-server notification, snmp-server qos, snmp, snmp-server objects',
    );
}

/** `snmp-server user U G v3 localized ENGINE auth sha256 K priv aes256 K`. */
function readUser(line: Line): void {
  readSnmpUser(line);
  const user = line.to.draft.snmp.users.at(-1);
  if (line.no || !user || user.line !== line.statement.line) return;
  const subject = `user ${user.name}`;
  const { statement, to } = line;
  addCrypto(to, statement, { area: 'snmp', subject, part: 'authentication', values: [user.auth ?? 'none'] });
  addCrypto(to, statement, { area: 'snmp', subject, part: 'cipher', values: [user.priv ?? 'none'] });
}

function readList({ statement, no, args, to }: Line): void {
  const acl = args[0];
  if (acl && !no) to.draft.aclBindings.push({ ...at(statement), acl, where: 'snmp', direction: 'in' });
  statement.read();
}

/** `no snmp-server vrf default` takes the agent out of a VRF; other lines of a VRF name interfaces. */
function readVrf({ statement, no, args, to }: Line): void {
  if (args.length > 1) to.tree.setAside(statement, 'SNMP setting');
  else {
    const service = {
      name: 'snmp',
      enabled: null,
      port: null,
      acl: null,
      detail: `${no ? 'no ' : ''}vrf ${args[0] ?? ''}`,
    };
    to.draft.services.push({ ...at(statement.read()), ...service });
  }
}
