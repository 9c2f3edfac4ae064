import { canonicalIp, formatNetwork, parseNetwork } from '../../../../base/ip.ts';
import { addRouting } from '../../kit/cisco-routing.ts';
import { readScriptBlock } from '../../kit/cisco-scripts.ts';
import { maskedNetwork } from '../../kit/mask.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope } from '../scope.ts';

/** Static routes, routing neighbours, collectors of flows, and applets. */
export function addNetwork(book: RuleBook<Scope>): void {
  addRouting(book);
  book
    .add('route', readRoute)
    .add('ipv6 route', readRoute6)
    .add('flow-export destination', readCollector)
    .add('event manager applet', (line) => readScriptBlock(line, 'eem', line.args[0] ?? ''))
    .aside('flow record and monitor', 'flow-export')
    .aside('event manager setting', 'event manager');
}

/** `route IF NET MASK GATEWAY [metric]`; 0 stands for 0.0.0.0. */
function readRoute({ statement, no, args, to }: Line): void {
  const [face, net = '', mask = '', gateway = ''] = args.map((word) => to.names.get(word) ?? word);
  const prefix = maskedNetwork(net === '0' ? '0.0.0.0' : net, mask === '0' ? '0.0.0.0' : mask);
  const hop = canonicalIp(gateway);
  if (!face || prefix === null || no || (hop === null && !/^null0$/i.test(face))) return;
  to.draft.routes.push({ ...at(statement), prefix, via: hop === null ? face : `${face} ${hop}`, vrf: null });
  statement.read();
}

function readRoute6({ statement, no, args, to }: Line): void {
  const [face, prefix = '', gateway = ''] = args;
  const network = parseNetwork(prefix);
  const hop = canonicalIp(gateway);
  if (!face || !network || hop === null || no) return;
  to.draft.routes.push({
    ...at(statement),
    prefix: formatNetwork(network),
    via: `${face} ${hop}`,
    vrf: null,
  });
  statement.read();
}

/** `flow-export destination IF A PORT`. */
function readCollector({ statement, no, args, to }: Line): void {
  const [face, said] = args;
  if (!face || !said || no) return;
  const address = canonicalIp(to.names.get(said) ?? said) ?? said;
  to.draft.flowCollectors.push({ ...at(statement), address, source: face });
  statement.read();
}
