import { canonicalIp, formatNetwork, parseNetwork } from '../../../../base/ip.ts';
import { maskedNetwork } from '../../kit/mask.ts';
import type { RuleBook } from '../../kit/rules.ts';
import { at, type Line, type Scope, wholeNumber } from '../scope.ts';

/** Static routes of both families. */
export function addRoutes(book: RuleBook<Scope>): void {
  book
    .add('ip route', readRoute)
    .add('ipv6 route', readRoute6)
    .add('ip default-gateway', readDefault)
    .add('ip default-network', 'routing process setting')
    .aside('static route setting', 'ip route static, ip route profile, ipv6 route static');
}

interface Parts {
  readonly prefix: string;
  readonly rest: readonly string[];
  readonly vrf: string | null;
}

function push({ statement, to }: Line, { prefix, rest, vrf }: Parts): void {
  const via: string[] = [];
  for (const word of rest) {
    const address = canonicalIp(word);
    if (address) via.push(address);
    else if (via.length === 0 && wholeNumber(word) === null && /\d$|^Null0$|^dhcp$/i.test(word))
      via.push(word);
    else break;
  }
  if (via.length === 0) return;
  const { line, lineEnd } = statement;
  to.draft.routes.push({
    line,
    lineEnd,
    prefix,
    via: via.length === 1 ? (via[0] as string) : via.join(' '),
    vrf,
  });
  statement.read();
}

function readRoute(line: Line): void {
  const named = line.args[0] === 'vrf';
  const args = named ? line.args.slice(2) : line.args;
  const prefix = maskedNetwork(args[0] ?? '', args[1] ?? '');
  if (prefix === null || line.no) return;
  push(line, {
    prefix,
    rest: joinInterface(args.slice(2)),
    vrf: named ? (line.args[1] ?? null) : null,
  });
}

function readRoute6(line: Line): void {
  const named = line.args[0] === 'vrf';
  const args = named ? line.args.slice(2) : line.args;
  const network = parseNetwork(args[0] ?? '');
  if (!network || line.no) return;
  push(line, {
    prefix: formatNetwork(network),
    rest: joinInterface(args.slice(1)),
    vrf: named ? (line.args[1] ?? null) : null,
  });
}

/** `Tunnel 0` may be written with a space. */
function joinInterface(words: readonly string[]): readonly string[] {
  const [first, second] = words;
  if (second === undefined) return words;
  if (first && /^[A-Z][A-Za-z]+$/.test(first) && /^\d[\d/.]*$/.test(second) && !canonicalIp(second))
    return [first + second, ...words.slice(2)];
  return words;
}

function readDefault({ statement, no, args, to }: Line): void {
  const via = canonicalIp(args[0] ?? '');
  if (!via || no) return;
  to.draft.routes.push({ ...at(statement), prefix: '0.0.0.0/0', via, vrf: null });
  statement.read();
}
