import { readSlashedRoute } from '../../kit/cisco-routes.ts';
import { addRouting as addProcesses, readProcess } from '../../kit/cisco-routing.ts';
import { addCrypto } from '../../kit/crypto-use.ts';
import type { RuleBook } from '../../kit/rules.ts';
import type { Line, Scope } from '../scope.ts';

/** Static routes and routing neighbours. */
export function addRouting(book: RuleBook<Scope>): void {
  addProcesses(book);
  book
    .add('router bgp', readBgp)
    .add('router general', 'routing process setting')
    .add('ip route', readRoute)
    .add('ipv6 route', readRoute)
    .add('management static', 'static route setting')
    .aside('static route setting', 'ip route static, ip route nexthop-group, ipv6 route static')
    .aside(
      'routing process setting',
      'router traffic-engineering, router multicast, router pim, router msdp, router igmp',
    );
}

/** `no ip route …` stands where all defaults are written out. */
function readRoute(line: Line): void {
  if (line.no) line.statement.read();
  else readSlashedRoute(line);
}

function readBgp(line: Line): void {
  readProcess({ ...line, statement: line.statement, no: line.no, args: ['bgp', ...line.args], to: line.to });
  const { statement, to } = line;
  for (const each of to.tree.block(statement)) {
    const { words } = each;
    if (words[0] !== 'neighbor' || words[2] !== 'password') continue;
    addCrypto(to, each, {
      area: 'routing',
      subject: `bgp ${words[1] ?? ''}`,
      part: 'authentication',
      values: ['md5'],
    });
  }
}
